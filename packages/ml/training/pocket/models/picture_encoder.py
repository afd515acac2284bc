"""The picture's side of similarity, and the two heads that bring pictures and texts into one space."""
import torch
import torch.nn.functional as F
from torch import nn

from .layers import GroupNorm, unshuffle

FEATURES, DIMENSIONS, HIDDEN = 512, 192, 384


class Residual(nn.Module):
    def __init__(self, channels):
        super().__init__()
        self.n = GroupNorm(channels)
        self.a, self.b = nn.Conv2d(channels, channels, 3, padding=1), nn.Conv2d(channels, channels, 3, padding=1)

    def forward(self, x):
        return x + self.b(F.relu(self.a(F.relu(self.n(x)))))


class PictureEncoder(nn.Module):
    """[batch, 3, 64, 64] in [-1, 1] to features [batch, 512]: means and maxima of 256 channels."""

    def __init__(self):
        super().__init__()
        self.stem, self.r0 = nn.Conv2d(12, 64, 3, padding=1), Residual(64)
        self.d1, self.r1 = nn.Conv2d(64, 128, 3, stride=2, padding=1), nn.Sequential(Residual(128), Residual(128))
        self.d2, self.r2 = nn.Conv2d(128, 256, 3, stride=2, padding=1), nn.Sequential(Residual(256), Residual(256))
        self.n = GroupNorm(256)

    def forward(self, x):
        x = self.r2(self.d2(self.r1(self.d1(self.r0(self.stem(unshuffle(x, 2)))))))
        x = F.relu(self.n(x)).float()
        return torch.cat([x.mean((2, 3)), x.amax((2, 3))], 1)


class Head(nn.Sequential):
    """Features to an L2-normalised embedding [batch, 192]."""

    def __init__(self, features):
        super().__init__(nn.Linear(features, HIDDEN), nn.ReLU(), nn.Linear(HIDDEN, DIMENSIONS))

    def forward(self, x):
        return F.normalize(super().forward(x), dim=-1)
