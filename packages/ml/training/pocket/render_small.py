"""Usage: python -m pocket.render_small SHARD SCENES [--whole]

Scenes at 64 pixels, what encoders look at, without captions: `SHARD-small.npy` and `SHARD-scenes.pkl`. `--whole` keeps the
combinations that are held out from the flow model, for the evaluator: a judge should know what it judges.
"""
import pickle
import random
import sys

import numpy as np

from .render import shrink
from .scenes.compose import compose
from .scenes.scene import sample_scene
from .settings import DATA

SMALL = 64


def render_small(shard: int, count: int, whole: bool) -> None:
    r = random.Random(shard)
    DATA.mkdir(parents=True, exist_ok=True)
    scenes = [sample_scene(r, whole) for _ in range(count)]
    pictures = np.lib.format.open_memmap(DATA / f'{shard}-small.npy', 'w+', np.uint8, (count, SMALL, SMALL, 3))
    for i, scene in enumerate(scenes):
        pictures[i] = shrink(compose(scene, r, 2 * SMALL), SMALL)
    (DATA / f'{shard}-scenes.pkl').write_bytes(pickle.dumps(scenes))


if __name__ == '__main__':
    render_small(int(sys.argv[1]), int(sys.argv[2]), '--whole' in sys.argv)
