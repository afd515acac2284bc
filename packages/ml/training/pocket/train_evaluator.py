"""Usage: python -m pocket.train_evaluator --until 15 --shard 21

Trains the bench's judge contrastively (Radford et al. 2021, arXiv:2103.00020) and on which nouns are there, on
scenes rendered by `render --whole`; then writes its two graphs to bench/pocket/evaluator.
"""
import argparse
import random
import time

import numpy as np
import torch
import torch.nn.functional as F
from torch import nn

from .dataset import part_of, pixels, scenes_of
from .device import DEVICE, narrow, prepare
from .export import write
from .latents import THUMBNAIL
from .models.evaluator import characters
from .scenes.caption import caption
from .schedule import Clock, rate
from .settings import EVALUATOR
from .vocabulary.nouns import INDEX, NOUNS
from .weights import evaluator_model, save

BATCH, RATE, HOLD, KEPT = 128, 1.5e-3, 0.3, 2000
SHARPNESS, SHARPEST = 3.0, 50.0
"""Of the contrast: log at the start, and at most."""


def softened(x):
    """As generated pictures may be: soft, grainy, a little lighter or darker."""
    n = len(x)
    factor = random.choice((2, 4))
    soft = F.interpolate(F.avg_pool2d(x, factor), scale_factor=factor, mode='bilinear')
    some = torch.rand(n, 1, 1, 1, device=DEVICE)
    x = torch.where(some < 0.35, some * 2 * x + (1 - some * 2) * soft, x)
    grain = torch.randn_like(x) * 0.06 * (torch.rand(n, 1, 1, 1, device=DEVICE) < 0.5)
    return (x + grain + torch.randn(n, 1, 1, 1, device=DEVICE) * 0.05).contiguous(memory_format=torch.channels_last)


def nouns_of(scenes):
    there = torch.zeros(len(scenes), len(NOUNS))
    for i, scene in enumerate(scenes):
        for noun in scene.nouns:
            there[i, INDEX[noun]] = 1
    return there


def strongest(logits, count):
    """Mask of the `count` strongest nouns."""
    mask = torch.zeros(len(logits), dtype=torch.bool)
    mask[logits.topk(int(count)).indices] = True
    return mask


@torch.no_grad()
def report(judge, pictures, scenes):
    judge.eval()
    embeds, logits = judge['pictures'](pixels(pictures))
    ranks = []
    for language in ('en', 'ko'):
        texts = judge['captions'](torch.from_numpy(characters([caption(s, random.Random(i), language) for i, s in enumerate(scenes)])).to(DEVICE))
        groups = [slice(i, i + 100) for i in range(0, len(scenes), 100)]
        first = [((embeds[g] @ texts[g].T).argmax(1) == torch.arange(100, device=DEVICE)).float().mean().item() for g in groups]
        ranks.append(f'{language} {np.mean(first):.3f}')
    there = nouns_of(scenes)
    found = [torch.equal(there[i] > 0, strongest(logits[i].cpu(), there[i].sum())) for i in range(len(scenes))]
    of = [f'{np.mean([found[i] for i in range(len(scenes)) if there[i].sum() == count]):.3f}' for count in (1, 2)]
    print(f'  kept scenes: caption first of 100 {", ".join(ranks)}; nouns found where there is one {of[0]}, two {of[1]}', flush=True)
    judge.train()


def train(until: str, shard: int) -> None:
    prepare()
    pictures, scenes = part_of(shard, 'thumbnails'), scenes_of(shard)
    judge = evaluator_model()
    sharpness = nn.Parameter(torch.tensor(SHARPNESS))
    optimiser = torch.optim.AdamW([*judge.parameters(), sharpness], lr=RATE, betas=(0.9, 0.98), weight_decay=0.02, fused=True)
    r, clock, step, done = random.Random(time.time()), Clock(until), 0, 0.0
    while clock.progress < 1:
        for group in optimiser.param_groups:
            group['lr'] = RATE * rate(clock.progress, step, HOLD, warm_up=30)
        chosen = r.sample(range(len(scenes) - KEPT), BATCH)
        of = [scenes[i] for i in chosen]
        x, ids = softened(pixels(pictures[chosen, r.randrange(2)])), torch.from_numpy(characters([caption(scene, r) for scene in of])).to(DEVICE)
        with narrow():
            (zp, logits), zt = judge['pictures'](x), judge['captions'](ids)
        similar = zp.float() @ zt.float().T * sharpness.exp().clamp(max=SHARPEST)
        # The same scene twice in a batch is right either way.
        same = torch.tensor([[float(a == b) for b in of] for a in of], device=DEVICE)
        same = same / same.sum(1, keepdim=True)
        contrast = -(same * similar.log_softmax(1)).sum(1).mean() - (same * similar.T.log_softmax(1)).sum(1).mean()
        # Cross-entropy over all nouns, because what counts is which of them are the strongest.
        there = F.normalize(nouns_of(of), p=1, dim=1).to(DEVICE)
        nouns = -(there * logits.float().log_softmax(1)).sum(1).mean()
        loss = contrast / 2 + nouns
        optimiser.zero_grad()
        loss.backward()
        nn.utils.clip_grad_norm_(judge.parameters(), 1.0)
        optimiser.step()
        step += 1
        if step in (5, 20) or step % 50 == 0:
            print(f'{clock.minutes:6.1f} min  samples {step * BATCH}  contrast {contrast.item() / 2:.3f}  nouns {nouns.item():.3f}', flush=True)
        if clock.minutes - done > 4:
            done = clock.minutes
            save('evaluator', judge)
            report(judge, pictures[-KEPT:, 0], scenes[-KEPT:])
    save('evaluator', judge)
    report(judge, pictures[-KEPT:, 0], scenes[-KEPT:])
    export(judge)


def export(judge) -> None:
    ids = torch.from_numpy(characters(['a duck on a lake', '호수 위의 오리']))
    write(EVALUATOR / 'pictures.onnx', judge['pictures'], (torch.randn(2, 3, THUMBNAIL, THUMBNAIL),), ['pixel_values'], ['image_embeds', 'nouns'])
    write(EVALUATOR / 'captions.onnx', judge['captions'], (ids,), ['character_ids'], ['text_embeds'])


if __name__ == '__main__':
    parser = argparse.ArgumentParser()
    parser.add_argument('--until', required=True)
    parser.add_argument('--shard', type=int, required=True)
    arguments = parser.parse_args()
    train(arguments.until, arguments.shard)
