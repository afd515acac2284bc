"""Usage: python -m pocket.train_decoder --until 25 --shard 11

Continues the decoder on full-size scenes and their thumbnails; most of these the way the flow model draws them: noised part of the
way and denoised again, so the decoder learns to find the edges and faces that the flow model leaves soft. The last 64 scenes of
the shard are never trained on: the error on them is printed beside that of bicubic enlargement.
"""
import argparse
import time

import numpy as np
import torch
import torch.nn.functional as F

from .averaging import Average
from .dataset import pictures_of, pixels
from .schedule import Clock, rate
from .settings import DATA, RUNS
from .sheets import save_sheet
from .weights import decoder, flow_model, save

BATCH, RATE, HOLD, MOST_NOISE, KEPT, SAVE_MINUTES = 8, 1e-3, 0.3, 0.08, 64, 6
FACTOR, REDRAWN, MOST_TIME = 8, 6, 0.6
"""REDRAWN of a batch are noised up to MOST_TIME: beyond it the flow model draws another scene than the picture it is to match."""


@torch.no_grad()
def redrawn(model, thumbnails, ids):
    """By two Euler steps, as in SDEdit (Meng et al. 2021, arXiv:2108.01073)."""
    t = torch.rand(len(thumbnails)) * MOST_TIME
    at = t[:, None, None, None]
    x = (1 - at) * thumbnails + at * torch.randn_like(thumbnails)
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
    small = F.avg_pool2d(kept, FACTOR)
    drawn = model(small).clamp(-1, 1)
    plain = F.interpolate(small, scale_factor=FACTOR, mode='bicubic').clamp(-1, 1)
    print(f'  kept scenes: L1 {(drawn - kept).abs().mean():.4f}, bicubic {(plain - kept).abs().mean():.4f}', flush=True)
    rows = torch.cat([plain[:8], drawn[:8], kept[:8]])
    save_sheet(rows, RUNS / f'decoder-{time.strftime("%H%M")}.png', columns=8, side=192)


def train(until: str, shard: int) -> None:
    torch.set_num_threads(1)
    torch.set_flush_denormal(True)
    pictures = pictures_of(shard)
    kept = pixels(pictures[-KEPT:])
    tokens = np.load(DATA / f'{shard}-tokens.npy', mmap_mode='r')
    model, flow = decoder(), flow_model().eval()
    average = Average(model)
    optimiser = torch.optim.AdamW(model.parameters(), lr=RATE, betas=(0.9, 0.98), weight_decay=0.01, fused=True)
    random, clock, step, saved, losses = np.random.default_rng(int(time.time())), Clock(until), 0, 0.0, []
    while clock.progress < 1:
        for group in optimiser.param_groups:
            group['lr'] = RATE * rate(clock.progress, step, HOLD)
        chosen = random.integers(len(pictures) - KEPT, size=BATCH)
        wanted = pixels(np.stack([pictures[i] for i in chosen]))
        small = F.avg_pool2d(wanted, FACTOR)
        small = small + torch.randn_like(small) * torch.rand(BATCH, 1, 1, 1) * MOST_NOISE
        with torch.autocast('cpu', torch.bfloat16):
            ids = torch.from_numpy(tokens[chosen[:REDRAWN], 0]).long()
            small[:REDRAWN] = redrawn(flow, small[:REDRAWN], ids)
            drawn = model(small.contiguous(memory_format=torch.channels_last))
        error = loss(drawn.float(), wanted)
        optimiser.zero_grad()
        error.backward()
        torch.nn.utils.clip_grad_norm_(model.parameters(), 1.0)
        optimiser.step()
        step += 1
        if step % average.every == 0:
            average.update()
        losses.append(error.item())
        if step in (5, 20) or step % 200 == 0:
            print(f'{clock.minutes:6.1f} min  samples {step * BATCH}  loss {np.mean(losses[-200:]):.4f}  {step * BATCH / clock.minutes / 60:.1f}/s', flush=True)
        if clock.minutes - saved > SAVE_MINUTES:
            saved = clock.minutes
            save('decoder', average.average)
            report(average.average, kept)
    save('decoder', average.average)
    report(average.average, kept)
    print(f'done: {step * BATCH} samples', flush=True)


if __name__ == '__main__':
    parser = argparse.ArgumentParser()
    parser.add_argument('--until', required=True)
    parser.add_argument('--shard', type=int, required=True)
    arguments = parser.parse_args()
    train(arguments.until, arguments.shard)
