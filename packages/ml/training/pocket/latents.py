"""What the flow model draws and the decoder reads: a thumbnail of 32 pixels and the details of one twice as fine.

Six channels on a grid of 32: the mean colour of 8 x 8 pixels of the picture, and how luminance differs in it from left to right,
from top to bottom and crosswise (a Haar wavelet of the 64-pixel thumbnail). Details are faint, most of them a few hundredths, so
they are spread over [-1, 1] by softsign: otherwise an eye would weigh nothing beside the sky in a mean squared error.
"""
import torch
import torch.nn.functional as F

CHANNELS, SIDE, THUMBNAIL = 6, 32, 64
"""Channels and grid of latents; pixels of the finer thumbnail, which is also what encoders look at."""
LUMINANCE, SPREAD = (0.3, 0.59, 0.11), 20.0
DETAIL = 0.22
"""Standard deviation of a detail, about."""


def latents_of(pictures: torch.Tensor) -> torch.Tensor:
    """[n, 3, side, side] in [-1, 1], of a side that 64 divides, to [n, 6, 32, 32] in [-1, 1]."""
    fine = F.avg_pool2d(pictures, pictures.shape[-1] // THUMBNAIL)
    light = (fine * fine.new_tensor(LUMINANCE)[:, None, None]).sum(1, keepdim=True)
    a, b, c, d = light[..., ::2, ::2], light[..., ::2, 1::2], light[..., 1::2, ::2], light[..., 1::2, 1::2]
    details = torch.cat([a - b + c - d, a + b - c - d, a - b - c + d], 1) / 4
    return torch.cat([F.avg_pool2d(fine, 2), F.softsign(SPREAD * details)], 1)
