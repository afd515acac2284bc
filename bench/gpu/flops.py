"""Counts the floating-point operations of each part at a batch of one, from its architecture alone: meta tensors compute nothing.

python bench/gpu/flops.py [--size full]
"""

import argparse
import json
import warnings

import torch
from torch.utils.flop_counter import FlopCounterMode

import architectures
from architectures import SIZES, TOKENS

warnings.filterwarnings("ignore")

PARTS = {
    "text_encoder": (architectures.text_encoder, lambda s: (torch.ones(1, TOKENS, dtype=torch.int64),), None),
    "unet": (
        architectures.unet,
        lambda s: (torch.empty(1, 4, s.latent, s.latent), torch.tensor(999.0), torch.empty(1, TOKENS, s.text["hidden_size"])),
        None,
    ),
    "vae_decoder": (architectures.vae, lambda s: (torch.empty(1, 4, s.latent, s.latent),), "decode"),
    "taesd": (architectures.taesd, lambda s: (torch.empty(1, 4, s.latent, s.latent),), "decode"),
    "clip_vision": (architectures.clip, lambda s: (torch.empty(1, 3, 224, 224),), None),
}


def main():
    parser = argparse.ArgumentParser()
    parser.add_argument("--size", choices=SIZES, default="full")
    size = SIZES[parser.parse_args().size]
    counts = {}
    for name, (build, inputs, method) in PARTS.items():
        with torch.device("meta"), torch.no_grad():
            module = build(size).eval()
            with FlopCounterMode(display=False) as counter:
                (getattr(module, method) if method else module)(*inputs(size))
        used = module.decoder if method else module
        counts[name] = {"gflop": round(counter.get_total_flops() / 1e9, 2), "parameters": sum(p.numel() for p in used.parameters())}
    print(json.dumps(counts, indent=2))


main()
