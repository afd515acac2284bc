"""Rendered shards as batches."""
import pickle

import numpy as np
import torch

from .device import DEVICE
from .latents import latents_of
from .settings import DATA
from .tokenizer import tokenize

EMPTY = torch.from_numpy(tokenize([''])[0]).long().to(DEVICE)


def pixels(pictures) -> torch.Tensor:
    """uint8 [..., side, side, 3], an array or a tensor, to float [..., 3, side, side] in [-1, 1] on the device."""
    tensor = pictures if torch.is_tensor(pictures) else torch.from_numpy(np.array(pictures))
    return tensor.to(DEVICE).movedim(-1, -3).float().div(127.5).sub(1)


def bytes_of(pictures: torch.Tensor) -> torch.Tensor:
    """[n, 3, side, side] in about [-1, 1] to uint8 [n, side, side, 3]."""
    return pictures.float().clamp(-1, 1).add(1).mul(127.5).round().byte().permute(0, 2, 3, 1)


def part_of(shard: int, part: str) -> np.ndarray:
    """`thumbnails`, `tokens`, `pictures` or `drawn`, not read before it is needed."""
    return np.load(DATA / f'{shard}-{part}.npy', mmap_mode='r')


def scenes_of(shard: int):
    return pickle.loads((DATA / f'{shard}-scenes.pkl').read_bytes())


class Shards:
    """A part of some shards and their captions, on the device."""

    def __init__(self, shards: list[int], part: str):
        self.pictures = self._load(shards, part)
        self.tokens = self._load(shards, 'tokens')

    @staticmethod
    def _load(shards: list[int], part: str) -> torch.Tensor:
        return torch.cat([torch.from_numpy(np.load(DATA / f'{shard}-{part}.npy')).to(DEVICE) for shard in shards])

    def batch(self, size: int, kept: int = 0):
        """Random pictures and ids of one caption each; never of the last `kept`."""
        chosen = torch.randint(len(self.pictures) - kept, (size,), device=DEVICE)
        captions = torch.randint(self.tokens.shape[1], (size,), device=DEVICE)
        return pixels(self.pictures[chosen]), self.tokens[chosen, captions].long()

    def latents(self, size: int, no_caption: float):
        """Latents of thumbnails in both layouts [size, 2, 6, 32, 32], and ids; a fraction `no_caption` of them empty, for guidance."""
        both, ids = self.batch(size)
        without = torch.rand(size, device=DEVICE) < no_caption
        return latents_of(both.flatten(0, 1)).unflatten(0, (size, 2)), torch.where(without[:, None, None], EMPTY, ids)
