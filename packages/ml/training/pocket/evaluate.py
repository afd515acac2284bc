"""Usage: python -m pocket.evaluate [--guidance 3 4] [--shift 1.5]

What the bench's judge says of the run's own checkpoints on the bench's held-out prompts, without exporting them; how crisp they are,
as the strength of their finest edges beside those of composed scenes; and a sheet to look at. A minute each on a CPU. The bench
(`npm run bench -- pocket`) asks the judge the same of the bundle; noise differs, so its figures differ by a few hundredths.
"""
import argparse
import json
import random
from collections import Counter

import numpy as np
import torch

from . import flow
from .dataset import pixels
from .device import DEVICE, prepare
from .draw_scenes import draw, thumbnails_of
from .models.evaluator import characters
from .render import PICTURE
from .scenes.compose import compose
from .scenes.scene import Group, Scene
from .settings import REPOSITORY, RUNS
from .sheets import PROMPTS, save_sheet
from .train_decoder import gradients
from .train_evaluator import strongest
from .vocabulary.nouns import INDEX, NOUNS
from .weights import decoder, evaluator_model, flow_model

BATCH, SEED = 20, 7


def edges(pictures) -> float:
    """How much neighbouring pixels of uint8 pictures [n, side, side, 3] differ, on the average."""
    return sum(part.abs().mean().item() for part in gradients(pixels(pictures)))


def composed(scenes) -> np.ndarray:
    """The same prompts' scenes as training would show them."""
    r = random.Random(SEED)
    return np.stack([compose(Scene(scene['place'], tuple(Group(noun) for noun in scene['nouns'])), r, PICTURE) for scene in scenes])


@torch.no_grad()
def evaluate(guidance: float, shift: float) -> None:
    torch.manual_seed(SEED)
    model, decode, judge = flow_model().eval(), decoder().eval(), evaluator_model().eval()
    scenes = json.loads((REPOSITORY / 'bench/pocket/prompts.json').read_text())['heldOut']
    missed, found, first, crisp = Counter(), {1: [], 2: []}, [], []
    wanted_edges = edges(composed(scenes))
    for language in ('en', 'ko'):
        captions = [scene[language] for scene in scenes]
        texts = judge['captions'](torch.from_numpy(characters(captions)).to(DEVICE))
        for at in range(0, len(scenes), BATCH):
            drawn = draw(model, decode, captions[at : at + BATCH], flow.noise_for(BATCH), guidance=guidance, shift=shift)
            crisp.append(edges(drawn))
            embeds, logits = judge['pictures'](pixels(thumbnails_of(drawn)))
            first += ((embeds @ texts.T).argmax(1).cpu() == torch.arange(at, at + BATCH)).tolist()
            for scene, logit in zip(scenes[at : at + BATCH], logits.cpu()):
                wanted = {INDEX[noun] for noun in scene['nouns']}
                there = set(strongest(logit, len(wanted)).nonzero().flatten().tolist())
                found[len(wanted)].append(there == wanted)
                missed.update(NOUNS[i].id for i in wanted - there)
    caption, noun, pair = (sum(hits) / len(hits) for hits in (first, found[1], found[2]))
    print(f'guidance {guidance:g}, shift {shift:g}: caption first {caption:.3f}, noun {noun:.3f}, pair {pair:.3f}, edges {np.mean(crisp) / wanted_edges:.3f}')
    print('  missed most:', *(f'{noun} {n}' for noun, n in missed.most_common(12)), flush=True)
    save_sheet(sheet(model, decode, guidance=guidance, shift=shift), RUNS / f'sheet-{guidance:g}-{shift:g}.png', side=192)


def sheet(model, decode, **sampling) -> torch.Tensor:
    noise = flow.noise_for(1, torch.Generator().manual_seed(0))
    return torch.cat([pixels(draw(model, decode, PROMPTS[at : at + BATCH], noise, **sampling)) for at in range(0, len(PROMPTS), BATCH)])


if __name__ == '__main__':
    parser = argparse.ArgumentParser()
    parser.add_argument('--guidance', type=float, nargs='+', default=[flow.GUIDANCE])
    parser.add_argument('--shift', type=float, nargs='+', default=[flow.SHIFT])
    prepare()
    arguments = parser.parse_args()
    for guidance in arguments.guidance:
        for shift in arguments.shift:
            evaluate(guidance, shift)
