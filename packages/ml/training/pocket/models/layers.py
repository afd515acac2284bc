"""What several of the networks share."""
import torch.nn.functional as F
from torch import nn


class GroupNorm(nn.GroupNorm):
    """Always in float32: its sums overflow what bfloat16 holds under autocast."""

    def __init__(self, channels: int):
        super().__init__(8, channels)

    def forward(self, x):
        return F.group_norm(x.float(), self.num_groups, self.weight, self.bias, self.eps)


def zeroed(layer):
    """Residual branches start as nothing, so that a deep network starts as a shallow one."""
    nn.init.zeros_(layer.weight)
    nn.init.zeros_(layer.bias)
    return layer


def heads(x, n, size):
    """[batch, length, n * size] to [batch, n, length, size]."""
    return x.view(x.shape[0], x.shape[1], n, size).transpose(1, 2)


def attend(q, k, v, bias=0.0):
    """Written out, because the exporter and ONNX Runtime fuse this form."""
    weights = (q @ k.transpose(-1, -2) * q.shape[-1] ** -0.5 + bias).softmax(-1)
    return (weights @ v).transpose(1, 2).flatten(2)


def unshuffle(x, k):
    """`pixel_unshuffle` by reshapes: ONNX has no operator for it that ONNX Runtime runs fast."""
    b, c, h, w = x.shape
    return x.reshape(b, c, h // k, k, w // k, k).permute(0, 1, 3, 5, 2, 4).reshape(b, c * k * k, h // k, w // k)


def shuffle(x, k):
    """`pixel_shuffle` by reshapes."""
    b, c, h, w = x.shape
    return x.reshape(b, c // (k * k), k, k, h, w).permute(0, 1, 4, 2, 5, 3).reshape(b, c // (k * k), h * k, w * k)


def mask_bias(valid):
    """Additive attention bias [batch, 1, 1, length] from a mask of ones and zeros."""
    return ((1 - valid) * -1e4)[:, None, None, :]
