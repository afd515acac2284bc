"""Usage: python -m pocket.render SHARD SCENES LARGE [--whole]

Renders one shard of training data on all cores: thumbnails of SCENES in both layouts with tokenised captions, for the flow model and
the bench's judge; the first LARGE also at full size, in one, for the decoder. Files: `SHARD-{thumbnails,tokens,pictures}.npy` and
`SHARD-scenes.pkl` in POCKET_WORK/data.
`--whole` keeps the combinations that are held out from training, for the bench's judge: it should know what it judges.
"""
import argparse
import multiprocessing
import pickle
import random
import time

import numpy as np
from PIL import Image

from .latents import THUMBNAIL
from .scenes.compose import compose_both
from .scenes.scene import sample_scene
from .scenes.typed import typed
from .settings import DATA
from .tokenizer import WIDTH, WORDS, tokenize

PICTURE, CAPTIONS, CHUNK = 256, 6, 250
"""Pixels of a picture; captions a scene; scenes that a process renders at a time."""


def shrink(picture: np.ndarray, size: int = THUMBNAIL) -> np.ndarray:
    """Area-averages uint8 [side, side, 3] to `size`."""
    return np.asarray(Image.fromarray(picture).reduce(picture.shape[0] // size))


def render_chunk(shard: int, start: int, count: int, large: int, whole: bool):
    """Writes its rows of the shard's files; returns the scenes."""
    r = random.Random(f'{shard} {start}')
    parts = [np.load(DATA / f'{shard}-{part}.npy', mmap_mode='r+') for part in ('thumbnails', 'tokens', 'pictures')]
    thumbnails, tokens, pictures = parts
    scenes = [sample_scene(r, whole) for _ in range(count)]
    for i, scene in enumerate(scenes, start):
        both = compose_both(scene, r, PICTURE)
        thumbnails[i] = [shrink(picture) for picture in both]
        tokens[i] = tokenize([typed(scene, r) for _ in range(CAPTIONS)])
        if i < large:
            pictures[i] = r.choice(both)
    return scenes


def render(shard: int, count: int, large: int, whole: bool) -> None:
    DATA.mkdir(parents=True, exist_ok=True)
    shapes = {
        'thumbnails': ((count, 2, THUMBNAIL, THUMBNAIL, 3), np.uint8),
        'tokens': ((count, CAPTIONS, WORDS, WIDTH), np.int16),
        'pictures': ((large, PICTURE, PICTURE, 3), np.uint8),
    }
    for part, (shape, dtype) in shapes.items():
        np.lib.format.open_memmap(DATA / f'{shard}-{part}.npy', 'w+', dtype, shape)
    chunks = [(shard, start, min(CHUNK, count - start), large, whole) for start in range(0, count, CHUNK)]
    with multiprocessing.Pool() as pool:
        scenes = [scene for chunk in pool.starmap(render_chunk, chunks, chunksize=1) for scene in chunk]
    (DATA / f'{shard}-scenes.pkl').write_bytes(pickle.dumps(scenes))


if __name__ == '__main__':
    parser = argparse.ArgumentParser()
    for name in ('shard', 'scenes', 'large'):
        parser.add_argument(name, type=int)
    parser.add_argument('--whole', action='store_true')
    arguments = parser.parse_args()
    start = time.time()
    render(arguments.shard, arguments.scenes, arguments.large, arguments.whole)
    print(f'shard {arguments.shard}: {arguments.scenes / (time.time() - start):.0f} scenes a second', flush=True)
