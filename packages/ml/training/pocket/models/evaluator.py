"""The bench's judge: pictures and captions in one space, and which nouns a picture shows.

It shares neither weights nor tokenizer nor training with the bundle: captions are read character by character.
"""
import numpy as np
import torch
import torch.nn.functional as F
from torch import nn

from ..vocabulary.nouns import NOUNS
from .layers import GroupNorm, unshuffle

CHARACTERS, LENGTH, EMBEDDING = 4096, 96, 128


def characters(captions: list[str]) -> np.ndarray:
    """int64 [captions, LENGTH]: 1 + code point modulo CHARACTERS - 1; 0 pads (bench/pocket/evaluator.ts does the same)."""
    ids = np.zeros((len(captions), LENGTH), np.int64)
    for i, caption in enumerate(captions):
        points = [1 + ord(c) % (CHARACTERS - 1) for c in caption.lower()[:LENGTH]]
        ids[i, : len(points)] = points
    return ids


class Residual(nn.Module):
    def __init__(self, channels):
        super().__init__()
        self.n, self.a = GroupNorm(channels), nn.Conv2d(channels, channels, 3, padding=1)
        self.m, self.b = GroupNorm(channels), nn.Conv2d(channels, channels, 3, padding=1)

    def forward(self, x):
        return x + self.b(F.silu(self.m(self.a(F.silu(self.n(x))))))


class PictureJudge(nn.Module):
    """[batch, 3, 64, 64] in [-1, 1] to an L2-normalised embedding [batch, 128] and noun logits [batch, nouns].

    Folded to a grid of 16 at once: small pictures suffice to tell things and places apart, and a judge that is cheap to train sees more of them.
    """

    def __init__(self):
        super().__init__()
        a, b, c = 64, 128, 192
        self.body = nn.Sequential(
            nn.Conv2d(48, a, 3, padding=1), Residual(a),
            nn.Conv2d(a, b, 3, stride=2, padding=1), Residual(b), Residual(b),
            nn.Conv2d(b, c, 3, stride=2, padding=1), Residual(c), GroupNorm(c),
        )
        self.embed, self.nouns = nn.Linear(2 * c, EMBEDDING), nn.Linear(2 * c, len(NOUNS))

    def forward(self, x):
        x = F.relu(self.body(unshuffle(x, 4))).float()
        features = torch.cat([x.mean((2, 3)), x.amax((2, 3))], 1)
        return F.normalize(self.embed(features), dim=-1), self.nouns(features)


class CaptionJudge(nn.Module):
    """Character ids [batch, LENGTH] to an L2-normalised embedding [batch, 128]: convolutions over words, maxima over the caption."""

    def __init__(self):
        super().__init__()
        width = 128
        self.emb = nn.Embedding(CHARACTERS, 64, padding_idx=0)
        self.convolutions = nn.ModuleList([nn.Conv1d(64, width, 5, padding=2), nn.Conv1d(width, width, 5, padding=2)])
        self.out = nn.Sequential(nn.Linear(2 * width, 256), nn.ReLU(), nn.Linear(256, EMBEDDING))

    def forward(self, ids):
        there = (ids > 0).float()[:, None]
        x = self.emb(ids).transpose(1, 2)
        for i, convolution in enumerate(self.convolutions):
            x = F.relu(convolution(x)) * there + (x if i else 0)
        mean = x.sum(2) / there.sum(2).clamp(min=1)
        return F.normalize(self.out(torch.cat([x.amax(2), mean], 1)), dim=-1)
