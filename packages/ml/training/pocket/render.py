"""Usage: python -m pocket.render SHARD SCENES LARGE

Renders one shard of training data: SCENES thumbnails with tokenised captions for the flow model, the first LARGE of them also
at full size for decoder and encoders. Files: `SHARD-{thumbnails,tokens,pictures}.npy` and `SHARD-scenes.pkl` in POCKET_WORK/data.
"""
import pickle
import random
import sys
import time

import numpy as np

from .scenes.caption import caption
from .scenes.compose import compose
from .scenes.scene import sample_scene
from .settings import DATA
from .tokenizer import WIDTH, WORDS, tokenize

PICTURE, THUMBNAIL, CAPTIONS = 256, 32, 6
"""Pixels of a picture and of a thumbnail; captions a scene."""


def shrink(pictures: np.ndarray, size: int) -> np.ndarray:
    """Area-averages uint8 [.., side, side, 3] to `size`."""
    k = pictures.shape[-2] // size
    blocks = pictures.reshape(*pictures.shape[:-3], size, k, size, k, 3).astype(np.float32)
    return blocks.mean((-4, -2)).round().astype(np.uint8)


def render(shard: int, count: int, large: int) -> None:
    r = random.Random(shard)
    DATA.mkdir(parents=True, exist_ok=True)

    def memory_map(name, shape, dtype):
        return np.lib.format.open_memmap(DATA / f'{shard}-{name}.npy', 'w+', dtype, shape)

    thumbnails = memory_map('thumbnails', (count, THUMBNAIL, THUMBNAIL, 3), np.uint8)
    tokens = memory_map('tokens', (count, CAPTIONS, WORDS, WIDTH), np.int16)
    pictures = memory_map('pictures', (large, PICTURE, PICTURE, 3), np.uint8) if large else []
    scenes = []
    for i in range(count):
        scene = sample_scene(r)
        picture = compose(scene, r, PICTURE if i < large else PICTURE // 2)
        thumbnails[i] = shrink(picture, THUMBNAIL)
        tokens[i] = tokenize([caption(scene, r) for _ in range(CAPTIONS)])
        if i < large:
            pictures[i] = picture
        scenes.append(scene)
    (DATA / f'{shard}-scenes.pkl').write_bytes(pickle.dumps(scenes))


if __name__ == '__main__':
    start = time.time()
    render(*(int(argument) for argument in sys.argv[1:4]))
    print(f'shard {sys.argv[1]}: {int(sys.argv[2]) / (time.time() - start):.0f} scenes a second')
