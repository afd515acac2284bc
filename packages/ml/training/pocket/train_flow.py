"""Usage: python -m pocket.train_flow --until 19:50 --shards 11 12 [--rate 5e-4]

Continues denoiser and text encoder on rendered scenes. On a CPU each core's process trains for itself on its own batches; every
PERIOD steps all continue from the mean of their weights (local SGD, Stich 2019, arXiv:1805.09767), which costs next to nothing on
one machine. Saves `flow.pt` as it goes, so a run that is cut off leaves usable weights; SIGTERM to one of the training processes
ends all of them, weights saved.
"""
import argparse
import tempfile
import time

import torch
from torch import distributed, multiprocessing

from . import flow
from .averaging import Average, recent
from .dataset import Shards
from .device import ON_GPU, PROCESSES, compiled, narrow, prepare
from .schedule import Clock, rate
from .weights import flow_model, save

HOLD, CLIP, PERIOD = 0.25, 1.0, 8
BATCH, RATE, SAVE_MINUTES, LOG_STEPS = (512, 1e-3, 1.5, 500) if ON_GPU else (32, 5e-4, 10, 50)


def train(rank: int, processes: int, meeting_point: str, until: str, shards: list[int], full_rate: float) -> None:
    if processes > 1:
        distributed.init_process_group('gloo', init_method=f'file://{meeting_point}', rank=rank, world_size=processes)
    prepare()
    torch.manual_seed(int(time.time()) + rank)
    model = flow_model()
    average = Average(model, every=PERIOD)
    compiled(*model.values())
    data = Shards(shards, 'thumbnails')
    optimiser = torch.optim.AdamW(model.parameters(), lr=full_rate, betas=(0.9, 0.99), weight_decay=0.01, fused=True)
    clock, progress, step, losses, saved = Clock(until), 0.0, 0, [], 0.0
    while progress < 1:
        for group in optimiser.param_groups:
            group['lr'] = full_rate * rate(progress, step, HOLD, warm_up=200)
        latents, ids = data.latents(BATCH, flow.NO_CAPTION)
        with narrow():
            loss = flow.loss(model, latents, ids, progress)
        optimiser.zero_grad()
        loss.backward()
        torch.nn.utils.clip_grad_norm_(model.parameters(), CLIP)
        optimiser.step()
        step += 1
        losses.append(loss.detach())
        if step % PERIOD == 0:
            progress = agree(model, clock.progress) if processes > 1 else clock.progress
            average.update()
        if rank:
            continue
        if step in (8, 24) or step % LOG_STEPS == 0:
            seen = step * BATCH * processes
            print(f'{clock.minutes:6.2f} min  samples {seen}  loss {recent(losses, 300):.4f}  {seen / clock.minutes / 60:.1f}/s', flush=True)
        if clock.minutes - saved > SAVE_MINUTES:
            saved = clock.minutes
            save('flow', average.average)
    if rank == 0:
        save('flow', average.average)
        print(f'done: {step * BATCH * processes} samples', flush=True)
    if processes > 1:
        distributed.destroy_process_group()


@torch.no_grad()
def agree(model, progress: float) -> float:
    """Gives every process the mean of all weights, and the time of the one that is furthest: they must stop together."""
    parameters = list(model.parameters())
    sums = torch.cat([parameter.reshape(-1) for parameter in parameters])
    distributed.all_reduce(sums)
    means = sums.div_(distributed.get_world_size()).split([parameter.numel() for parameter in parameters])
    for parameter, mean in zip(parameters, means):
        parameter.copy_(mean.reshape(parameter.shape))
    furthest = torch.tensor(progress)
    distributed.all_reduce(furthest, distributed.ReduceOp.MAX)
    return furthest.item()


if __name__ == '__main__':
    parser = argparse.ArgumentParser()
    parser.add_argument('--until', required=True)
    parser.add_argument('--shards', type=int, nargs='+', required=True)
    parser.add_argument('--rate', type=float, default=RATE)
    parser.add_argument('--processes', type=int, default=PROCESSES)
    arguments = parser.parse_args()
    with tempfile.TemporaryDirectory() as folder:
        given = (f'{folder}/meeting', arguments.until, arguments.shards, arguments.rate)
        if arguments.processes > 1:
            multiprocessing.spawn(train, (arguments.processes, *given), arguments.processes)
        else:
            train(0, 1, *given)
