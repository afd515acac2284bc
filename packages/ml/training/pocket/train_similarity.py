"""Usage: python -m pocket.train_similarity --until 30 --drawn 31

Continues the picture encoder so that cosines are what likeness.py says, on composed scenes beside their variants and on drawn
ones (draw_scenes.py); then fit_text_head.py brings the texts into the same space. Prints how many triples are in order.
"""
import argparse
import random
import time

import numpy as np
import torch

from .dataset import drawn_of, pixels, scenes_of
from .likeness import likeness
from .render import shrink
from .render_small import SMALL
from .scenes.compose import compose
from .scenes.scene import sample_scene
from .schedule import Clock, rate
from .train_evaluator import softened
from .variants import variant
from .weights import save, similarity_model

SCENES, DRAWN, KEPT, RATE, HEAD_RATE, HOLD = 32, 16, 48, 4e-4, 1e-3, 0.3


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
    two, z = scenes * 2, embed(model, pixels(drawn.reshape(-1, SMALL, SMALL, 3)))
    cosines, wanted, n = z @ z.T, likeness(two, two), len(scenes)
    same = cosines[range(n), range(n, 2 * n)]
    print(f'  drawn, not trained on: triples in order {triples_in_order(cosines, wanted, random.Random(1)):.3f}; same prompt, other noise {same.median():.3f}', flush=True)
    model.train()


def embed(model, x):
    return model['picture_head'](model['pictures'](x.contiguous(memory_format=torch.channels_last)).float())


def train(until: str, shard: int) -> None:
    torch.set_num_threads(1)
    torch.set_flush_denormal(True)
    r, model = random.Random(time.time()), similarity_model()
    drawn, drawn_scenes = drawn_of(shard), scenes_of(shard)
    optimiser = torch.optim.AdamW(
        [{'params': model['pictures'].parameters(), 'full': RATE}, {'params': model['picture_head'].parameters(), 'full': HEAD_RATE}],
        betas=(0.9, 0.98), weight_decay=0.02, fused=True,
    )
    clock, step, losses, done = Clock(until), 0, [], -9.0
    while clock.progress < 1:
        if clock.minutes - done > 5:
            done = clock.minutes
            save('similarity', model)
            report(model, drawn[:, -KEPT:], drawn_scenes[-KEPT:])
        for group in optimiser.param_groups:
            group['lr'] = group['full'] * rate(clock.progress, step, HOLD, warm_up=30)
        scenes = [sample_scene(r) for _ in range(SCENES)]
        scenes += [variant(scene, r) for scene in scenes]
        composed = np.stack([shrink(compose(scene, r, 2 * SMALL), SMALL) for scene in scenes])
        chosen = r.sample(range(len(drawn_scenes) - KEPT), DRAWN)
        scenes += [drawn_scenes[i] for i in chosen] * 2
        x = torch.cat([softened(pixels(composed)), pixels(drawn[:, chosen].reshape(-1, SMALL, SMALL, 3))])
        wanted = likeness(scenes, scenes)
        with torch.autocast('cpu', torch.bfloat16):
            z = embed(model, x).float()
        # Unrelated pairs are most of a batch; the close ones are what a game is decided by.
        weight = (1 + 6 * wanted) * (1 - torch.eye(len(z)))
        loss = 10 * (weight * (z @ z.T - wanted) ** 2).mean()
        optimiser.zero_grad()
        loss.backward()
        torch.nn.utils.clip_grad_norm_(model.parameters(), 1.0)
        optimiser.step()
        step += 1
        losses.append(loss.item())
        if step in (3, 10) or step % 50 == 0:
            print(f'{clock.minutes:6.1f} min  samples {step * len(z)}  loss {np.mean(losses[-50:]):.4f}', flush=True)
    save('similarity', model)
    report(model, drawn[:, -KEPT:], drawn_scenes[-KEPT:])


if __name__ == '__main__':
    parser = argparse.ArgumentParser()
    parser.add_argument('--until', required=True)
    parser.add_argument('--drawn', type=int, required=True)
    arguments = parser.parse_args()
    train(arguments.until, arguments.drawn)
