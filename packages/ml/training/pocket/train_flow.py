"""Usage: python -m pocket.train_flow --until 19:50 --shards 11 12

Continues denoiser and text encoder on rendered thumbnails. Saves `flow.pt` and a sheet of thumbnails as it goes, so a run that
is cut off leaves usable weights.
"""
import argparse
import time

import numpy as np
import torch

from . import flow
from .averaging import Average
from .dataset import Thumbnails
from .schedule import Clock, rate
from .settings import RUNS
from .sheets import PROMPTS, save_sheet
from .weights import flow_model, save

BATCH, RATE, HOLD, CLIP, SAVE_MINUTES, LOG_STEPS = 32, 5e-4, 0.25, 1.0, 10, 50


def train(until: str, shards: list[int]) -> None:
    torch.set_num_threads(1)
    torch.set_flush_denormal(True)
    torch.manual_seed(int(time.time()))
    model = flow_model()
    average = Average(model)
    data = Thumbnails(shards, np.random.default_rng(int(time.time())))
    optimiser = torch.optim.AdamW(model.parameters(), lr=RATE, betas=(0.9, 0.99), weight_decay=0.01, fused=True)
    clock, step, losses, saved = Clock(until), 0, [], 0.0
    noise = torch.randn(1, 3, 32, 32, generator=torch.Generator().manual_seed(0))
    while clock.progress < 1:
        for group in optimiser.param_groups:
            group['lr'] = RATE * rate(clock.progress, step, HOLD, warm_up=20)
        pictures, ids = data.batch(BATCH, flow.NO_CAPTION)
        with torch.autocast('cpu', torch.bfloat16):
            loss = flow.loss(model, pictures, ids)
        optimiser.zero_grad()
        loss.backward()
        torch.nn.utils.clip_grad_norm_(model.parameters(), CLIP)
        optimiser.step()
        average.update()
        step += 1
        losses.append(loss.item())
        if step in (5, 20) or step % LOG_STEPS == 0:
            print(f'{clock.minutes:6.1f} min  samples {step * BATCH}  loss {np.mean(losses[-300:]):.4f}  {step * BATCH / clock.minutes / 60:.1f}/s', flush=True)
        if clock.minutes - saved > SAVE_MINUTES or clock.progress >= 1:
            saved = clock.minutes
            save('flow', average.average)
            save_sheet(flow.sample(average.average, PROMPTS, noise), RUNS / f'flow-{time.strftime("%H%M")}.png')
    save('flow', average.average)
    print(f'done: {step * BATCH} samples', flush=True)


if __name__ == '__main__':
    parser = argparse.ArgumentParser()
    parser.add_argument('--until', required=True)
    parser.add_argument('--shards', type=int, nargs='+', required=True)
    arguments = parser.parse_args()
    train(arguments.until, arguments.shards)
