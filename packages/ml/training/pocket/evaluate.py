"""Usage: python -m pocket.evaluate [--guidance 3 4]

What the bench's judge says of the run's own checkpoints on the bench's held-out prompts, without exporting them: a minute each.
The bench (`npm run bench -- pocket`) asks the same of the bundle; noise differs, so its figures differ by a few hundredths.
"""
import argparse
import json
from collections import Counter

import torch

from . import flow
from .dataset import pixels
from .draw_scenes import bytes_of
from .models.evaluator import characters
from .render import shrink
from .render_small import SMALL
from .settings import REPOSITORY
from .train_evaluator import strongest
from .vocabulary.nouns import INDEX, NOUNS
from .weights import decoder, evaluator_model, flow_model

BATCH, SEED = 20, 7


@torch.no_grad()
def evaluate(guidance: float) -> None:
    torch.manual_seed(SEED)
    model, decode, judge = flow_model().eval(), decoder().eval(), evaluator_model().eval()
    scenes = json.loads((REPOSITORY / 'bench/pocket/prompts.json').read_text())['heldOut']
    missed, found, first = Counter(), {1: [], 2: []}, []
    for language in ('en', 'ko'):
        captions = [scene[language] for scene in scenes]
        texts = judge['captions'](torch.from_numpy(characters(captions)))
        for at in range(0, len(scenes), BATCH):
            with torch.autocast('cpu', torch.bfloat16):
                drawn = decode(flow.sample(model, captions[at : at + BATCH], torch.randn(BATCH, 3, 32, 32), guidance=guidance))
            embeds, logits = judge['pictures'](pixels(shrink(bytes_of(drawn.float()), SMALL)))
            first += ((embeds @ texts.T).argmax(1) == torch.arange(at, at + BATCH)).tolist()
            for scene, logit in zip(scenes[at : at + BATCH], logits):
                wanted = {INDEX[noun] for noun in scene['nouns']}
                there = set(strongest(logit, len(wanted)).nonzero().flatten().tolist())
                found[len(wanted)].append(there == wanted)
                missed.update(NOUNS[i].id for i in wanted - there)
    caption, noun, pair = (sum(hits) / len(hits) for hits in (first, found[1], found[2]))
    print(f'guidance {guidance:g}: caption first {caption:.3f}, noun {noun:.3f}, pair {pair:.3f}; missed most:', *(f'{noun} {n}' for noun, n in missed.most_common(12)), flush=True)


if __name__ == '__main__':
    parser = argparse.ArgumentParser()
    parser.add_argument('--guidance', type=float, nargs='+', default=[flow.GUIDANCE])
    torch.set_num_threads(1)
    torch.set_flush_denormal(True)
    for guidance in parser.parse_args().guidance:
        evaluate(guidance)
