"""Rectified flow: the training loss and the sampler, as packages/ml/src/pipeline/denoise.ts runs it."""
import torch

from .device import DEVICE
from .latents import CHANNELS, SIDE
from .tokenizer import tokenize

STEPS, GUIDANCE, SHIFT, NO_CAPTION = 8, 3.0, 1.5, 0.1
FIRST_LOGIT_MEAN, LAST_LOGIT_MEAN = 0.4, -0.1
"""Training times are sigmoid(N(mean, 1)) (Esser et al. 2024, arXiv:2403.03206): at first to the noisy side,
where it is decided what stands where; at last about the middle of the way, where shapes and faces are."""


def ids_of(captions) -> torch.Tensor:
    return torch.from_numpy(tokenize(list(captions))).long().to(DEVICE)


def noise_for(count: int, generator: torch.Generator | None = None) -> torch.Tensor:
    """Made on the CPU, so that a seed means the same everywhere."""
    return torch.randn(count, CHANNELS, SIDE, SIDE, generator=generator).to(DEVICE)


def loss(model, both, ids, progress: float):
    """Mean squared error of the velocity at a random time; x_t = (1 - t) latents + t noise. `progress` of the run from 0 to 1.

    `both` [n, 2, 6, 32, 32] are the layouts of a scene. Each noise goes to the one that it is more like (optimal transport between
    them, as Tong et al. 2024, arXiv:2302.00482, do in a batch): half of all noise goes to each, and at a time of 1 it is already decided
    which it will be. Else the model heads for the mean of both at first, and some of the other one stays.
    """
    noise = torch.randn_like(both[:, 0])
    alike = (both * noise[:, None]).sum((2, 3, 4)).argmax(1)
    latents = both[torch.arange(len(both)), alike]
    mean = FIRST_LOGIT_MEAN + (LAST_LOGIT_MEAN - FIRST_LOGIT_MEAN) * progress
    t = torch.sigmoid(torch.randn(len(latents), device=DEVICE) + mean)
    at = t[:, None, None, None]
    x = ((1 - at) * latents + at * noise).contiguous(memory_format=torch.channels_last)
    states, valid = model['text'](ids)
    return (model['denoiser'](x, t, states, valid) - (noise - latents)).square().mean()


@torch.no_grad()
def sample(model, captions, noise, steps=STEPS, guidance=GUIDANCE, shift=SHIFT):
    """Latents in [-1, 1] for captions from `noise` [1 or captions, 6, 32, 32], by Euler steps with guidance (Ho and Salimans 2022)."""
    n = len(captions)
    x = noise.expand(n, -1, -1, -1)
    states, valid = model['text'](ids_of([*captions, *[''] * n]))
    times = torch.linspace(1, 0, steps + 1, device=DEVICE)
    times = shift * times / (1 + (shift - 1) * times)
    for now, then in zip(times, times[1:]):
        both = torch.cat([x, x]).contiguous(memory_format=torch.channels_last)
        wanted, free = model['denoiser'](both, now.expand(2 * n), states, valid).chunk(2)
        x = x + (then - now) * (free + guidance * (wanted - free))
    return x.clamp(-1, 1)
