"""Usage: python -m pocket.train_flow --until 19:50 --shards 11 12 [--rate 5e-4] [--logit-mean 0.3] [--processes 2]

Continues denoiser and text encoder on rendered thumbnails. Each process trains for itself on its own batches; every PERIOD steps
all continue from the mean of their weights (local SGD, Stich 2019, arXiv:1805.09767), which costs next to nothing on one machine.
Saves `flow.pt` and a sheet of thumbnails as it goes, so a run that is cut off leaves usable weights;
SIGTERM to one of the training processes ends all of them, weights saved.
"""
import argparse
import os
import tempfile
import time

import numpy as np
import torch
from torch import distributed, multiprocessing

from . import flow
from .averaging import Average
from .dataset import Thumbnails
from .schedule import Clock, rate
from .settings import RUNS
from .sheets import PROMPTS, save_sheet
from .weights import flow_model, save

BATCH, HOLD, CLIP, PERIOD, SAVE_MINUTES, LOG_STEPS = 32, 0.25, 1.0, 8, 10, 50


def train(rank: int, processes: int, meeting_point: str, until: str, shards: list[int], full_rate: float, logit_mean: float) -> None:
    distributed.init_process_group('gloo', init_method=f'file://{meeting_point}', rank=rank, world_size=processes)
    torch.set_num_threads(1)
    torch.set_flush_denormal(True)
    seed = int(time.time()) + rank
    torch.manual_seed(seed)
    model = flow_model()
    average = Average(model, every=PERIOD)
    data = Thumbnails(shards, np.random.default_rng(seed))
    optimiser = torch.optim.AdamW(model.parameters(), lr=full_rate, betas=(0.9, 0.99), weight_decay=0.01, fused=True)
    clock, progress, step, losses, saved = Clock(until), 0.0, 0, [], 0.0
    noise = torch.randn(1, 3, 32, 32, generator=torch.Generator().manual_seed(0))
    while progress < 1:
        for group in optimiser.param_groups:
            group['lr'] = full_rate * rate(progress, step, HOLD, warm_up=100)
        pictures, ids = data.batch(BATCH, flow.NO_CAPTION)
        with torch.autocast('cpu', torch.bfloat16):
            loss = flow.loss(model, pictures, ids, logit_mean)
        optimiser.zero_grad()
        loss.backward()
        torch.nn.utils.clip_grad_norm_(model.parameters(), CLIP)
        optimiser.step()
        step += 1
        losses.append(loss.item())
        if step % PERIOD == 0:
            progress = agree(model, clock.progress)
            average.update()
        if rank:
            continue
        if step in (8, 24) or step % LOG_STEPS == 0:
            seen = step * BATCH * processes
            print(f'{clock.minutes:6.1f} min  samples {seen}  loss {np.mean(losses[-300:]):.4f}  {seen / clock.minutes / 60:.1f}/s', flush=True)
        if clock.minutes - saved > SAVE_MINUTES or progress >= 1:
            saved = clock.minutes
            save('flow', average.average)
            save_sheet(flow.sample(average.average, PROMPTS, noise), RUNS / f'flow-{time.strftime("%H%M")}.png')
    if rank == 0:
        print(f'done: {step * BATCH * processes} samples', flush=True)
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
    parser.add_argument('--rate', type=float, default=5e-4)
    parser.add_argument('--logit-mean', type=float, default=flow.LOGIT_MEAN)
    parser.add_argument('--processes', type=int, default=os.cpu_count())
    arguments = parser.parse_args()
    with tempfile.TemporaryDirectory() as folder:
        given = (f'{folder}/meeting', arguments.until, arguments.shards, arguments.rate, arguments.logit_mean)
        multiprocessing.spawn(train, (arguments.processes, *given), arguments.processes)
