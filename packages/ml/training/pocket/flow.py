"""Rectified flow: the training loss and the sampler, as packages/ml/src/pipeline/denoise.ts runs it."""
import torch
import torch.nn.functional as F

from .tokenizer import tokenize

STEPS, GUIDANCE, SHIFT, NO_CAPTION = 8, 3.0, 1.5, 0.1
LOGIT_MEAN = 0.3
"""Training times are sigmoid(N(LOGIT_MEAN, 1)): the middle of the way, a little to the noisy side (Esser et al. 2024,
arXiv:2403.03206), where it is decided what stands where. A last run with a lower mean works on faces."""


def ids_of(captions) -> torch.Tensor:
    return torch.from_numpy(tokenize(list(captions))).long()


def loss(model, pictures, ids, logit_mean=LOGIT_MEAN):
    """Mean squared error of the velocity at a random time; x_t = (1 - t) picture + t noise."""
    t = torch.sigmoid(torch.randn(len(pictures)) + logit_mean)
    noise = torch.randn_like(pictures)
    at = t[:, None, None, None]
    x = ((1 - at) * pictures + at * noise).contiguous(memory_format=torch.channels_last)
    states, valid = model['text'](ids)
    return F.mse_loss(model['denoiser'](x, t, states, valid), noise - pictures)


@torch.no_grad()
def sample(model, captions, noise, steps=STEPS, guidance=GUIDANCE):
    """Thumbnails in [-1, 1] for captions from `noise` [1 or captions, 3, 32, 32], by Euler steps with guidance (Ho and Salimans 2022)."""
    n = len(captions)
    x = noise.expand(n, -1, -1, -1)
    states, valid = model['text'](ids_of([*captions, *[''] * n]))
    times = torch.linspace(1, 0, steps + 1)
    times = SHIFT * times / (1 + (SHIFT - 1) * times)
    for now, then in zip(times, times[1:]):
        both = torch.cat([x, x]).contiguous(memory_format=torch.channels_last)
        wanted, free = model['denoiser'](both, now.expand(2 * n), states, valid).chunk(2)
        x = x + (then - now) * (free + guidance * (wanted - free))
    return x.clamp(-1, 1)
