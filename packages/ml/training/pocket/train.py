"""Usage: python -m pocket.train --minutes 90 [--scenes 60000 --large 16000 --more 60000 --drawn 1000]

All of the training in a row, on a GPU where there is one: renders scenes (SCENES, LARGE of them at full size; MORE while the
decoder makes its start), then trains for MINUTES, shared out as below, and says what the bench's judge thinks of it. Every part
continues from its checkpoint or the committed bundle and saves as it goes, so whatever time there is, what is left is usable.
`export.py` makes a bundle of it. A GPU sees a scene so much faster that it wants more of them.
"""
import argparse
import subprocess
import sys
import time

from .settings import DATA

SHARES = {'decoder': 0.13, 'flow': 0.67, 'decoder on drawn scenes': 0.12, 'similarity': 0.08}
FIRST, MORE, DRAWN = 11, 12, 31
"""Shards: with full-size pictures, without, drawn by the models."""
START = time.time()


def start(module: str, *arguments) -> subprocess.Popen:
    print(f'{time.time() - START:5.0f} s  {module}', *arguments, flush=True)
    return subprocess.Popen([sys.executable, '-m', f'pocket.{module}', *map(str, arguments)])


def run(module: str, *arguments) -> None:
    if start(module, *arguments).wait():
        sys.exit(f'{module} failed')


def rendered(shard: int) -> bool:
    return (DATA / f'{shard}-scenes.pkl').exists()


def train(minutes: float, scenes: int, large: int, more: int, drawn: int) -> None:
    if not rendered(FIRST):
        run('render', FIRST, scenes, large)
    behind = None if rendered(MORE) else start('render', MORE, more, 0)
    run('train_decoder', '--until', minutes * SHARES['decoder'], '--shards', FIRST, '--drawn', 0)
    if behind and behind.wait():
        sys.exit('render failed')
    run('train_flow', '--until', minutes * SHARES['flow'], '--shards', FIRST, MORE)
    run('train_decoder', '--until', minutes * SHARES['decoder on drawn scenes'], '--shards', FIRST)
    run('evaluate')
    run('draw_scenes', DRAWN, drawn)
    run('train_similarity', '--until', minutes * SHARES['similarity'], '--drawn', DRAWN)
    run('fit_text_head')


if __name__ == '__main__':
    parser = argparse.ArgumentParser()
    parser.add_argument('--minutes', type=float, required=True)
    parser.add_argument('--scenes', type=int, default=60_000)
    parser.add_argument('--large', type=int, default=16_000)
    parser.add_argument('--more', type=int, default=60_000)
    parser.add_argument('--drawn', type=int, default=1_000)
    arguments = parser.parse_args()
    train(**vars(arguments))
