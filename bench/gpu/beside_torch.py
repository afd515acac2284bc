"""The same pictures and embeddings by PyTorch and diffusers on the same device: channels last, one Euler step, random weights; in half
precision on a GPU, in single on a CPU, which has no fast half.

python bench/gpu/beside_torch.py --size full --device cuda --out data/gpu-bench/full/results/torch.json [--compile]
"""

import argparse
import json
import os
import platform
import statistics
import time
import warnings
from pathlib import Path

import torch

import architectures
from architectures import SIZES, TOKENS, built

warnings.filterwarnings("ignore")


def milliseconds(work, turns: int) -> list[float]:
    """Of each turn after three that warm up. The work ends on the CPU, which waits for the card."""
    for _ in range(3):
        work()
    times = []
    for _ in range(turns):
        began = time.perf_counter()
        work()
        times.append(1000 * (time.perf_counter() - began))
    return times


def figures(times: list[float], batch: int) -> dict:
    p50 = statistics.median(times)
    p95 = statistics.quantiles(times, n=20, method="inclusive")[-1] if len(times) > 1 else p50
    return {"batch": batch, "p50_ms": round(p50, 3), "p95_ms": round(p95, 3), "per_s": round(1000 * batch / p50, 2)}


def main():
    parser = argparse.ArgumentParser()
    parser.add_argument("--size", choices=SIZES, required=True)
    parser.add_argument("--device", default="cuda")
    parser.add_argument("--out", type=Path, required=True)
    parser.add_argument("--turns", type=int, default=50)
    parser.add_argument("--compile", action="store_true", help="torch.compile with CUDA graphs, which takes minutes")
    options = parser.parse_args()
    size, device = SIZES[options.size], options.device
    fast = (lambda module: torch.compile(module, mode="reduce-overhead")) if options.compile else (lambda module: module)

    cuda = device.startswith("cuda")
    own = torch.float16 if cuda else torch.float32
    if not cuda:
        # As many as the sidecar's sessions have.
        torch.set_num_threads(1)

    def part(build, dtype=own):
        return built(build, size, device, dtype).to(memory_format=torch.channels_last)

    text, unet = fast(part(architectures.text_encoder)), fast(part(architectures.unet))
    vae, taesd = part(architectures.vae), part(architectures.taesd)
    decoders = {"vae": (fast(vae.decode), vae.config.scaling_factor), "taesd": (fast(taesd.decode), 1.0)}
    scheduler = architectures.scheduler()
    scheduler.set_timesteps(1, device=device)
    timestep = scheduler.timesteps[0]

    def draw(batch: int, decoder: str) -> torch.Tensor:
        """[batch, height, width, 3], 8 bits, on the CPU."""
        decode, scaling = decoders[decoder]
        ids = torch.randint(1000, 40000, (batch, TOKENS), device=device)
        states = text(ids).last_hidden_state
        latents = torch.randn(batch, 4, size.latent, size.latent, device=device, dtype=own) * scheduler.init_noise_sigma
        # As every pipeline call does: the scheduler counts its steps.
        scheduler.set_timesteps(1, device=device)
        sample = scheduler.scale_model_input(latents, timestep).to(memory_format=torch.channels_last)
        noise = unet(sample, timestep, states, return_dict=False)[0]
        latents = scheduler.step(noise, timestep, latents, return_dict=False)[0]
        image = decode((latents / scaling).to(own), return_dict=False)[0]
        return ((image / 2 + 0.5).clamp(0, 1) * 255).round().to(torch.uint8).permute(0, 2, 3, 1).cpu()

    pictures = {}
    with torch.inference_mode():
        for decoder in decoders:
            pictures[decoder] = [
                figures(milliseconds(lambda: draw(batch, decoder), options.turns), batch) for batch in (1, 8)
            ]
        clip = {}
        for name, dtype in {"float32": torch.float32, str(own).removeprefix("torch."): own}.items():
            vision = fast(part(architectures.clip, dtype))
            clip[name] = []
            for batch in (1, 8, 32):
                pixels = torch.randn(batch, 3, 224, 224, device=device, dtype=dtype)
                clip[name].append(figures(milliseconds(lambda: vision(pixels).image_embeds.cpu(), options.turns), batch))

    result = {
        "pictures": pictures,
        "clip": clip,
        "conditions": {
            "size": options.size,
            "device": torch.cuda.get_device_name(device) if cuda else f"{platform.machine()} CPU",
            "torch": torch.__version__,
            "cuda": torch.version.cuda if cuda else None,
            "cudnn": torch.backends.cudnn.version() if cuda else None,
            "tf32": torch.backends.cuda.matmul.allow_tf32 if cuda else None,
            "dtype": str(own).removeprefix("torch."),
            "compiled": options.compile,
            "threads": torch.get_num_threads(),
            "turns": options.turns,
            "load_1min": os.getloadavg()[0],
        },
    }
    options.out.parent.mkdir(parents=True, exist_ok=True)
    options.out.write_text(json.dumps(result, indent=2) + "\n")
    print(f"{options.out} written")


main()
