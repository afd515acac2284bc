"""Words to states: each word is the sum of its hashed n-grams, a small transformer lets them see each other."""
import torch
import torch.nn.functional as F
from torch import nn

from ..tokenizer import BUCKETS, WORDS
from .layers import attend, heads, mask_bias

WIDTH, LAYERS, HEADS = 192, 3, 4


class Block(nn.Module):
    def __init__(self):
        super().__init__()
        self.n1, self.n2 = nn.LayerNorm(WIDTH), nn.LayerNorm(WIDTH)
        self.qkv, self.o = nn.Linear(WIDTH, 3 * WIDTH), nn.Linear(WIDTH, WIDTH)
        self.f1, self.f2 = nn.Linear(WIDTH, 4 * WIDTH), nn.Linear(4 * WIDTH, WIDTH)

    def forward(self, x, bias):
        q, k, v = (heads(part, HEADS, WIDTH // HEADS) for part in self.qkv(self.n1(x)).chunk(3, -1))
        x = x + self.o(attend(q, k, v, bias))
        return x + self.f2(F.gelu(self.f1(self.n2(x))))


class TextEncoder(nn.Module):
    """ids [batch, words, n-grams] to states [batch, words, 192] and the mask [batch, words] of words that are there."""

    def __init__(self):
        super().__init__()
        self.emb = nn.Embedding(BUCKETS, WIDTH, padding_idx=0)
        self.pos = nn.Parameter(torch.randn(WORDS, WIDTH) * 0.1)
        self.bl = nn.ModuleList(Block() for _ in range(LAYERS))
        self.nf = nn.LayerNorm(WIDTH)

    def forward(self, ids):
        there = ids > 0
        grams = there.sum(-1).clamp(min=1).unsqueeze(-1).float()
        x = self.emb(ids).sum(2) / grams.sqrt() + self.pos
        valid = there[:, :, 0].float()
        bias = mask_bias(valid)
        for block in self.bl:
            x = block(x, bias)
        return self.nf(x), valid
