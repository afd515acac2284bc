"""Usage: python -m pocket.draw_scenes SHARD SCENES

Pictures of the run's own flow model and decoder, two noises a scene, at 64 pixels: `SHARD-drawn.npy` [2, scenes, 64, 64, 3] and
`SHARD-scenes.pkl`. Similarity is trained on them too, so that it holds on what players get and not only on composed scenes.
"""
import pickle
import random
import sys

import numpy as np
import torch

from . import flow
from .render import shrink
from .render_small import SMALL
from .scenes.caption import caption
from .scenes.scene import sample_scene
from .settings import DATA
from .weights import decoder, flow_model

BATCH, NOISES = 16, 2


def bytes_of(pictures: torch.Tensor) -> np.ndarray:
    """[-1, 1] to uint8 [n, side, side, 3]."""
    return pictures.clamp(-1, 1).add(1).mul(127.5).round().byte().permute(0, 2, 3, 1).numpy()


@torch.no_grad()
def draw_scenes(shard: int, count: int) -> None:
    torch.set_num_threads(1)
    torch.manual_seed(shard)
    r, model, decode = random.Random(shard), flow_model().eval(), decoder().eval()
    scenes = [sample_scene(r) for _ in range(count)]
    drawn = np.lib.format.open_memmap(DATA / f'{shard}-drawn.npy', 'w+', np.uint8, (NOISES, count, SMALL, SMALL, 3))
    for at in range(0, count, BATCH):
        captions = [caption(scene, r) for scene in scenes[at : at + BATCH]]
        for noise in range(NOISES):
            with torch.autocast('cpu', torch.bfloat16):
                pictures = decode(flow.sample(model, captions, torch.randn(len(captions), 3, 32, 32)))
            drawn[noise, at : at + BATCH] = shrink(bytes_of(pictures.float()), SMALL)
    (DATA / f'{shard}-scenes.pkl').write_bytes(pickle.dumps(scenes))


if __name__ == '__main__':
    draw_scenes(int(sys.argv[1]), int(sys.argv[2]))
