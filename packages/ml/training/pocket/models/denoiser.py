"""The flow model: a U-Net on latents that predicts velocity (noise - latents).

Rectified flow (Liu et al. 2022, arXiv:2209.03003) with the network shape of latent diffusion (Rombach et al. 2022,
arXiv:2112.10752): residual blocks shifted by time, attention to itself and to the words.
"""
import math

import torch
import torch.nn.functional as F
from torch import nn

from ..latents import CHANNELS as LATENTS, DETAIL
from .layers import GroupNorm, attend, heads, mask_bias, shuffle, unshuffle, zeroed
from .text_encoder import WIDTH as TEXT

CHANNELS, TIME, FREQUENCIES, HEAD = (64, 160, 256), 256, 64, 32


class Residual(nn.Module):
    def __init__(self, into, out):
        super().__init__()
        self.n1, self.c1 = GroupNorm(into), nn.Conv2d(into, out, 3, padding=1)
        self.n2, self.c2 = GroupNorm(out), zeroed(nn.Conv2d(out, out, 3, padding=1))
        self.ada = nn.Linear(TIME, 2 * out)
        self.sk = nn.Conv2d(into, out, 1) if into != out else nn.Identity()

    def forward(self, x, time):
        h = self.c1(F.silu(self.n1(x)))
        scale, shift = self.ada(time).float()[:, :, None, None].chunk(2, 1)
        return self.sk(x) + self.c2(F.silu(self.n2(h) * (1 + scale) + shift))


class Attention(nn.Module):
    def __init__(self, channels):
        super().__init__()
        self.heads = channels // HEAD
        self.n, self.n2 = GroupNorm(channels), nn.LayerNorm(channels)
        self.qkv, self.o = nn.Linear(channels, 3 * channels), zeroed(nn.Linear(channels, channels))
        self.q, self.kv, self.o2 = nn.Linear(channels, channels), nn.Linear(TEXT, 2 * channels), zeroed(nn.Linear(channels, channels))

    def forward(self, x, text, bias):
        batch, channels, height, width = x.shape
        split = lambda part: heads(part, self.heads, HEAD)  # noqa: E731
        q, k, v = (split(part) for part in self.qkv(self.n(x).flatten(2).transpose(1, 2)).chunk(3, -1))
        y = x.flatten(2).transpose(1, 2) + self.o(attend(q, k, v))
        k, v = (split(part) for part in self.kv(text).chunk(2, -1))
        y = y + self.o2(attend(split(self.q(self.n2(y.float()))), k, v, bias))
        return y.transpose(1, 2).reshape(batch, channels, height, width)


class Denoiser(nn.Module):
    """x [batch, 6, 32, 32], time [batch] in (0, 1], text states and mask, to velocity [batch, 6, 32, 32]."""

    def __init__(self):
        super().__init__()
        a, b, c = CHANNELS
        self.te = nn.Sequential(nn.Linear(2 * FREQUENCIES, TIME), nn.SiLU(), nn.Linear(TIME, TIME))
        self.pe = nn.Linear(TEXT, TIME)
        self.tn = nn.Sequential(nn.Linear(TEXT, TEXT), nn.SiLU(), nn.Linear(TEXT, TEXT))
        self.stem, self.r0, self.d1 = nn.Conv2d(4 * LATENTS, a, 3, padding=1), Residual(a, a), nn.Conv2d(a, b, 3, stride=2, padding=1)
        self.r1, self.a1, self.d2 = Residual(b, b), Attention(b), nn.Conv2d(b, c, 3, stride=2, padding=1)
        self.r2, self.a2, self.r3, self.a3 = Residual(c, c), Attention(c), Residual(c, c), Attention(c)
        self.r4, self.a4, self.r5, self.a5 = Residual(c, c), Attention(c), Residual(2 * c, c), Attention(c)
        self.r6, self.u1, self.r7, self.a7 = Residual(c, c), nn.Conv2d(c, 4 * b, 1), Residual(2 * b, b), Attention(b)
        self.r8, self.u2, self.r9 = Residual(b, b), nn.Conv2d(b, 4 * a, 1), Residual(2 * a, a)
        self.r10, self.r11 = Residual(a, a), Residual(a, a)
        # Numbered as they were added (decision 24): the others keep their names, and so their weights.
        self.r12, self.r13, self.a13 = Residual(a, a), Residual(b, b), Attention(b)
        self.r14, self.r15, self.r16 = Residual(a, a), Residual(a, a), Residual(a, a)
        self.no, self.out = GroupNorm(a), zeroed(nn.Conv2d(a, 4 * LATENTS, 3, padding=1))
        steps = torch.arange(FREQUENCIES) / (FREQUENCIES - 1)
        self.register_buffer('fr', torch.exp(-math.log(1000.0) * steps) * 1000.0, persistent=False)
        details = torch.tensor([0.0] * 3 + [1.0] * (LATENTS - 3))[None, :, None, None]
        self.register_buffer('details', details, persistent=False)

    def forward(self, x, time, text, valid):
        bias = mask_bias(valid)
        w = time[:, None] * self.fr[None]
        e = F.silu((self.te(torch.cat([w.sin(), w.cos()], 1)) + self.pe(text[:, 0])).float())
        text = text + self.tn(text)
        h0 = self.r12(self.r0(self.stem(unshuffle(x, 2)), e), e)
        h1 = self.a1(self.r1(self.d1(h0), e), text, bias)
        h2 = self.a2(self.r2(self.d2(h1), e), text, bias)
        h = self.a3(self.r3(h2, e), text, bias)
        h = self.a4(self.r4(h, e), text, bias)
        h = self.a5(self.r5(torch.cat([h, h2], 1), e), text, bias)
        h = self.r6(h, e)
        h = shuffle(self.u1(h).float(), 2)
        h = self.r8(self.a7(self.r7(torch.cat([h, h1.float()], 1), e), text, bias), e)
        h = self.a13(self.r13(h, e), text, bias)
        h = shuffle(self.u2(h).float(), 2)
        h = self.r11(self.r10(self.r9(torch.cat([h, h0.float()], 1), e), e), e)
        h = self.r16(self.r15(self.r14(h, e), e), e)
        return shuffle(self.out(F.silu(self.no(h))), 2).float() + self.details * guess(x, time[:, None, None, None])


def guess(x, time):
    """The best linear guess of a detail's velocity from itself alone, so that all there is to learn is what the picture adds to it
    (preconditioning as in Karras et al. 2022, arXiv:2206.00364)."""
    signal = (1 - time) * DETAIL**2
    return x * (time - signal) / (time * time + (1 - time) * signal)
