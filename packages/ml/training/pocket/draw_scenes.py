"""Usage: python -m pocket.draw_scenes SHARD SCENES

Pictures of the run's own flow model and decoder, two noises a scene, at 64 pixels: `SHARD-drawn.npy` [2, scenes, 64, 64, 3] and
`SHARD-scenes.pkl`. Similarity is trained on them too, so that it holds on what players get and not only on composed scenes.
"""
import pickle
import random
import sys

import numpy as np
import torch
import torch.nn.functional as F

from .dataset import bytes_of
from .device import ON_GPU, narrow, prepare
from .flow import noise_for, sample
from .latents import THUMBNAIL
from .scenes.caption import caption
from .scenes.scene import sample_scene
from .settings import DATA
from .weights import decoder, flow_model

BATCH, NOISES = (256 if ON_GPU else 16), 2


@torch.no_grad()
def draw(model, decode, captions, noise, **sampling) -> torch.Tensor:
    """uint8 [captions, 256, 256, 3], on the device."""
    with narrow():
        return bytes_of(decode(sample(model, captions, noise, **sampling)))


def thumbnails_of(pictures: torch.Tensor) -> torch.Tensor:
    """uint8 [n, side, side, 3] to [n, 64, 64, 3]."""
    planes = pictures.permute(0, 3, 1, 2).float()
    return F.avg_pool2d(planes, planes.shape[-1] // THUMBNAIL).round().byte().permute(0, 2, 3, 1)


def draw_scenes(shard: int, count: int) -> None:
    prepare()
    torch.manual_seed(shard)
    r, model, decode = random.Random(shard), flow_model().eval(), decoder().eval()
    scenes = [sample_scene(r) for _ in range(count)]
    drawn = np.lib.format.open_memmap(DATA / f'{shard}-drawn.npy', 'w+', np.uint8, (NOISES, count, THUMBNAIL, THUMBNAIL, 3))
    for at in range(0, count, BATCH):
        captions = [caption(scene, r) for scene in scenes[at : at + BATCH]]
        for noise in range(NOISES):
            drawn[noise, at : at + BATCH] = thumbnails_of(draw(model, decode, captions, noise_for(len(captions)))).cpu()
    (DATA / f'{shard}-scenes.pkl').write_bytes(pickle.dumps(scenes))


if __name__ == '__main__':
    draw_scenes(int(sys.argv[1]), int(sys.argv[2]))
