"""Usage: python -m pocket.train --minutes 90 [--scenes 80000 --large 16000 --drawn 1000]

All of the training in a row, on a GPU where there is one: renders SCENES, LARGE of them at full size, trains for MINUTES, shared out
as below, and says what the bench's judge thinks of it. Every part continues from its checkpoint or the committed bundle and saves
as it goes, so whatever time there is, what is left is usable. `export.py` makes a bundle of it. A GPU sees a scene so much faster
that it wants more of them.
"""
import argparse
import subprocess
import sys
import time

from .settings import DATA

SHARES = {'decoder': 0.05, 'flow': 0.7, 'decoder on drawn scenes': 0.15, 'similarity': 0.1}
COMPOSED, DRAWN = 11, 31
"""Shards: composed, and drawn by the models."""
START = time.time()


def run(module: str, *arguments) -> None:
    print(f'{time.time() - START:5.0f} s  {module}', *arguments, flush=True)
    if subprocess.call([sys.executable, '-m', f'pocket.{module}', *map(str, arguments)]):
        sys.exit(f'{module} failed')


def train(minutes: float, scenes: int, large: int, drawn: int) -> None:
    if not (DATA / f'{COMPOSED}-scenes.pkl').exists():
        run('render', COMPOSED, scenes, large)
    run('train_decoder', '--until', minutes * SHARES['decoder'], '--shards', COMPOSED, '--drawn', 0)
    run('train_flow', '--until', minutes * SHARES['flow'], '--shards', COMPOSED)
    run('train_decoder', '--until', minutes * SHARES['decoder on drawn scenes'], '--shards', COMPOSED)
    run('evaluate')
    run('draw_scenes', DRAWN, drawn)
    run('train_similarity', '--until', minutes * SHARES['similarity'], '--drawn', DRAWN)
    run('fit_text_head')


if __name__ == '__main__':
    parser = argparse.ArgumentParser()
    parser.add_argument('--minutes', type=float, required=True)
    parser.add_argument('--scenes', type=int, default=80_000)
    parser.add_argument('--large', type=int, default=16_000)
    parser.add_argument('--drawn', type=int, default=1_000)
    arguments = parser.parse_args()
    train(**vars(arguments))
