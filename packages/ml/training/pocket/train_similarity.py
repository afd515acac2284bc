"""Usage: python -m pocket.train_similarity --until 30 --drawn 31

Continues the picture encoder so that cosines are what likeness.py says, on composed scenes beside their variants and on drawn
ones (draw_scenes.py); then fit_text_head.py brings the texts into the same space. Prints how many triples are in order.
"""
import argparse
import os
import random
import time

import numpy as np
import torch
from torch.utils.data import DataLoader, IterableDataset

from .averaging import recent
from .dataset import part_of, pixels, scenes_of
from .device import DEVICE, ON_GPU, compiled, narrow, prepare
from .latents import THUMBNAIL
from .likeness import likeness
from .render import shrink
from .scenes.compose import compose
from .scenes.scene import sample_scene
from .schedule import Clock, rate
from .train_evaluator import softened
from .variants import variant
from .weights import save, similarity_model

SCENES, DRAWN, KEPT, RATE, HEAD_RATE, HOLD = 32, 16, 48, 4e-4, 1e-3, 0.3
WORKERS, SAVE_MINUTES, LOG_STEPS = (os.cpu_count() - 2, 0.5, 500) if ON_GPU else (0, 5, 50)


class Batches(IterableDataset):
    """Thumbnails of SCENES composed scenes and their variants, then of DRAWN drawn ones in two noises; and how alike they are."""

    def __init__(self, shard: int):
        self.drawn, self.scenes = part_of(shard, 'drawn'), scenes_of(shard)

    def __iter__(self):
        torch.set_num_threads(1)
        r = random.Random(f'{time.time()} {os.getpid()}')
        while True:
            scenes = [sample_scene(r) for _ in range(SCENES)]
            scenes += [variant(scene, r) for scene in scenes]
            composed = [shrink(compose(scene, r, 2 * THUMBNAIL)) for scene in scenes]
            chosen = r.sample(range(len(self.scenes) - KEPT), DRAWN)
            scenes += [self.scenes[i] for i in chosen] * 2
            yield np.concatenate([composed, self.drawn[:, chosen].reshape(-1, THUMBNAIL, THUMBNAIL, 3)]), likeness(scenes, scenes)


def triples_in_order(cosines, wanted, r, count=4000, gap=0.08):
    """Of random (anchor, a, b) whose likeness differs by more than `gap`, the fraction whose cosines have the same order."""
    n, right, seen = len(wanted), 0, 0
    for _ in range(count):
        i, a, b = r.sample(range(n), 3)
        if (difference := wanted[i, a] - wanted[i, b]).abs() > gap:
            seen += 1
            right += bool((cosines[i, a] - cosines[i, b]) * difference > 0)
    return right / seen


@torch.no_grad()
def report(model, drawn, scenes):
    model.eval()
    two, z = scenes * 2, embed(model, pixels(drawn.reshape(-1, THUMBNAIL, THUMBNAIL, 3)))
    cosines, wanted, n = (z @ z.T).cpu(), likeness(two, two), len(scenes)
    same = cosines[range(n), range(n, 2 * n)]
    print(f'  drawn, not trained on: triples in order {triples_in_order(cosines, wanted, random.Random(1)):.3f}; same prompt, other noise {same.median():.3f}', flush=True)
    model.train()


def embed(model, x):
    return model['picture_head'](model['pictures'](x.contiguous(memory_format=torch.channels_last)).float())


def train(until: str, shard: int) -> None:
    prepare()
    model, batches = similarity_model(), Batches(shard)
    kept = batches.drawn[:, -KEPT:], batches.scenes[-KEPT:]
    report(model, *kept)
    compiled(model['pictures'])
    optimiser = torch.optim.AdamW(
        [{'params': model['pictures'].parameters(), 'full': RATE}, {'params': model['picture_head'].parameters(), 'full': HEAD_RATE}],
        betas=(0.9, 0.98), weight_decay=0.02, fused=True,
    )
    clock, losses, saved = Clock(until), [], 0.0
    for step, (thumbnails, wanted) in enumerate(DataLoader(batches, batch_size=None, num_workers=WORKERS)):
        if clock.progress >= 1:
            break
        for group in optimiser.param_groups:
            group['lr'] = group['full'] * rate(clock.progress, step, HOLD, warm_up=30)
        x, wanted = pixels(thumbnails), wanted.to(DEVICE)
        x = torch.cat([softened(x[: 2 * SCENES]), x[2 * SCENES :]])
        with narrow():
            z = embed(model, x).float()
        # Unrelated pairs are most of a batch; the close ones are what a game is decided by.
        weight = (1 + 6 * wanted) * (1 - torch.eye(len(z), device=DEVICE))
        loss = 10 * (weight * (z @ z.T - wanted) ** 2).mean()
        optimiser.zero_grad()
        loss.backward()
        torch.nn.utils.clip_grad_norm_(model.parameters(), 1.0)
        optimiser.step()
        losses.append(loss.detach())
        if step in (3, 10) or (step + 1) % LOG_STEPS == 0:
            print(f'{clock.minutes:6.2f} min  samples {(step + 1) * len(z)}  loss {recent(losses, 50):.4f}', flush=True)
        if clock.minutes - saved > SAVE_MINUTES:
            saved = clock.minutes
            save('similarity', model)
    save('similarity', model)
    report(model, *kept)


if __name__ == '__main__':
    parser = argparse.ArgumentParser()
    parser.add_argument('--until', required=True)
    parser.add_argument('--drawn', type=int, required=True)
    arguments = parser.parse_args()
    train(arguments.until, arguments.drawn)
