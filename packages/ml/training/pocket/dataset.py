"""Rendered shards as batches."""
import pickle

import numpy as np
import torch

from .settings import DATA
from .tokenizer import WIDTH, WORDS, tokenize

EMPTY = tokenize([''])[0]


def pixels(pictures: np.ndarray) -> torch.Tensor:
    """uint8 [n, side, side, 3] to float [n, 3, side, side] in [-1, 1]."""
    return torch.from_numpy(np.array(pictures)).permute(0, 3, 1, 2).float().div(127.5).sub(1)


def scenes_of(shard: int):
    return pickle.loads((DATA / f'{shard}-scenes.pkl').read_bytes())


def small_of(shard: int) -> np.ndarray:
    return np.load(DATA / f'{shard}-small.npy', mmap_mode='r')


def drawn_of(shard: int) -> np.ndarray:
    return np.load(DATA / f'{shard}-drawn.npy', mmap_mode='r')


def pictures_of(shard: int) -> np.ndarray:
    return np.load(DATA / f'{shard}-pictures.npy', mmap_mode='r')


class Thumbnails:
    def __init__(self, shards: list[int], random: np.random.Generator):
        self.random = random
        self.shards = [tuple(np.load(DATA / f'{shard}-{part}.npy', mmap_mode='r') for part in ('thumbnails', 'tokens')) for shard in shards]
        self.offsets = np.cumsum([0, *(len(thumbnails) for thumbnails, _ in self.shards)])

    def batch(self, size: int, no_caption: float):
        """Thumbnails, and ids of one caption each; a fraction `no_caption` of them empty, for guidance."""
        thumbnails = np.empty((size, 32, 32, 3), np.uint8)
        ids = np.empty((size, WORDS, WIDTH), np.int16)
        for k, i in enumerate(self.random.integers(self.offsets[-1], size=size)):
            shard = int(np.searchsorted(self.offsets, i, side='right')) - 1
            pictures, tokens = self.shards[shard]
            at = i - self.offsets[shard]
            thumbnails[k] = pictures[at]
            ids[k] = EMPTY if self.random.random() < no_caption else tokens[at, self.random.integers(tokens.shape[1])]
        return pixels(thumbnails), torch.from_numpy(ids).long()
