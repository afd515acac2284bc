"""The decoder: latents to a 256-pixel picture.

A U-Net over grids of 32, 16 and 8, then three pixel shuffles (Shi et al. 2016, arXiv:1609.05158); what it predicts is added to
the bilinearly enlarged thumbnail, so all it has to learn is edges and faces.
"""
import torch.nn.functional as F
from torch import nn

from ..latents import CHANNELS
from .layers import GroupNorm, shuffle, zeroed


class Residual(nn.Module):
    def __init__(self, channels):
        super().__init__()
        self.n, self.a = GroupNorm(channels), nn.Conv2d(channels, channels, 3, padding=1)
        self.b = zeroed(nn.Conv2d(channels, channels, 3, padding=1))

    def forward(self, x):
        return x + self.b(F.silu(self.a(F.silu(self.n(x)))))


class Decoder(nn.Module):
    """[batch, 6, 32, 32] to [batch, 3, 256, 256], both in about [-1, 1]."""

    def __init__(self):
        super().__init__()
        a, b, c, d, e = 64, 96, 128, 32, 24
        self.i, self.r0, self.d1 = nn.Conv2d(CHANNELS, a, 3, padding=1), Residual(a), nn.Conv2d(a, b, 3, stride=2, padding=1)
        self.r1, self.d2, self.r2 = Residual(b), nn.Conv2d(b, c, 3, stride=2, padding=1), nn.Sequential(Residual(c), Residual(c))
        self.u1, self.r3, self.u2 = nn.Conv2d(c, 4 * b, 1), Residual(b), nn.Conv2d(b, 4 * a, 1)
        self.r4 = nn.Sequential(Residual(a), Residual(a))
        self.up, self.m = nn.Conv2d(a, 4 * d, 3, padding=1), nn.Conv2d(d, d, 3, padding=1)
        self.r5, self.up2, self.m2 = Residual(d), nn.Conv2d(d, 4 * e, 3, padding=1), nn.Conv2d(e, e, 3, padding=1)
        self.r6, self.o2 = Residual(d), zeroed(nn.Conv2d(e, 12, 3, padding=1))

    def forward(self, x):
        h0 = self.r0(self.i(x))
        h1 = self.r1(self.d1(h0))
        h2 = self.r2(self.d2(h1))
        h1 = self.r3(h1 + shuffle(self.u1(h2).float(), 2))
        h = self.r4(h0 + shuffle(self.u2(h1).float(), 2))
        y = F.silu(self.m(shuffle(F.silu(self.up(F.silu(h))), 2)))
        y = self.r6(self.r5(y))
        y = F.silu(self.m2(shuffle(F.silu(self.up2(y)), 2)))
        edges = shuffle(self.o2(y).float(), 2)
        return edges + F.interpolate(x[:, :3], scale_factor=8.0, mode='bilinear', align_corners=False)
