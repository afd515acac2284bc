"""Usage: python -m pocket.train_decoder --until 25 --shards 11 [--drawn 0.75]

Continues the decoder on full-size scenes and their latents; the fraction `--drawn` of these the way the flow model draws them:
noised part of the way and denoised again, so the decoder learns to find the edges and faces that the flow model leaves soft (0
while there is no flow model worth it). The last 64 scenes are never trained on: the error on them is printed beside that of
bicubic enlargement.
"""
import argparse
import time

import torch
import torch.nn.functional as F

from .averaging import Average, recent
from .dataset import Shards, pixels
from .device import DEVICE, ON_GPU, compiled, narrow, prepare
from .latents import latents_of
from .schedule import Clock, rate
from .settings import RUNS
from .sheets import save_sheet
from .weights import decoder, flow_model, save

RATE, HOLD, MOST_NOISE, KEPT = 1e-3, 0.3, 0.15, 64
BATCH, SAVE_MINUTES, LOG_STEPS = (64, 1, 200) if ON_GPU else (8, 6, 200)
MOST_TIME = 0.5
"""Beyond it the flow model draws another scene than the picture it is to match."""


@torch.no_grad()
def redrawn(model, latents, ids):
    """By two Euler steps, as in SDEdit (Meng et al. 2021, arXiv:2108.01073)."""
    t = torch.rand(len(latents), device=DEVICE) * MOST_TIME
    at = t[:, None, None, None]
    x = (1 - at) * latents + at * torch.randn_like(latents)
    states, valid = model['text'](ids)
    for now in (t, t / 2):
        x = x - at / 2 * model['denoiser'](x.contiguous(memory_format=torch.channels_last), now, states, valid)
    return x.clamp(-1, 1)


def gradients(pictures):
    return pictures[..., 1:, :] - pictures[..., :-1, :], pictures[..., 1:] - pictures[..., :-1]


def loss(drawn, wanted):
    """L1 of pixels plus half the L1 of their differences: edges count, and there is no adversary to hallucinate."""
    edges = sum((a - b).abs().mean() for a, b in zip(gradients(drawn), gradients(wanted)))
    return (drawn - wanted).abs().mean() + 0.5 * edges


@torch.no_grad()
def report(model, kept):
    latents = latents_of(kept)
    drawn = model(latents).clamp(-1, 1)
    plain = F.interpolate(latents[:, :3], scale_factor=8, mode='bicubic').clamp(-1, 1)
    print(f'  kept scenes: L1 {(drawn - kept).abs().mean():.4f}, bicubic {(plain - kept).abs().mean():.4f}', flush=True)
    rows = torch.cat([plain[:8], drawn[:8], kept[:8]])
    save_sheet(rows, RUNS / f'decoder-{time.strftime("%H%M")}.png', columns=8, side=192)


def train(until: str, shards: list[int], share_drawn: float) -> None:
    prepare()
    data, count = Shards(shards, 'pictures'), round(BATCH * share_drawn)
    kept = pixels(data.pictures[-KEPT:])
    model, flow = decoder(), flow_model().eval()
    average = Average(model)
    compiled(model, *flow.values())
    optimiser = torch.optim.AdamW(model.parameters(), lr=RATE, betas=(0.9, 0.98), weight_decay=0.01, fused=True)
    clock, step, saved, losses = Clock(until), 0, 0.0, []
    while clock.progress < 1:
        for group in optimiser.param_groups:
            group['lr'] = RATE * rate(clock.progress, step, HOLD)
        wanted, ids = data.batch(BATCH, KEPT)
        latents = latents_of(wanted)
        latents = latents + torch.randn_like(latents) * torch.rand(BATCH, 1, 1, 1, device=DEVICE) * MOST_NOISE
        with narrow():
            if count:
                latents = torch.cat([redrawn(flow, latents[:count], ids[:count]), latents[count:]])
            drawn = model(latents.contiguous(memory_format=torch.channels_last))
        error = loss(drawn.float(), wanted)
        optimiser.zero_grad()
        error.backward()
        torch.nn.utils.clip_grad_norm_(model.parameters(), 1.0)
        optimiser.step()
        step += 1
        if step % average.every == 0:
            average.update()
        losses.append(error.detach())
        if step in (5, 20) or step % LOG_STEPS == 0:
            print(f'{clock.minutes:6.2f} min  samples {step * BATCH}  loss {recent(losses, 200):.4f}  {step * BATCH / clock.minutes / 60:.1f}/s', flush=True)
        if clock.minutes - saved > SAVE_MINUTES:
            saved = clock.minutes
            save('decoder', average.average)
    save('decoder', average.average)
    report(average.average, kept)
    print(f'done: {step * BATCH} samples', flush=True)


if __name__ == '__main__':
    parser = argparse.ArgumentParser()
    parser.add_argument('--until', required=True)
    parser.add_argument('--shards', type=int, nargs='+', required=True)
    parser.add_argument('--drawn', type=float, default=0.75)
    arguments = parser.parse_args()
    train(arguments.until, arguments.shards, arguments.drawn)
