"""Writes SD-Turbo's architecture, TAESD and CLIP as ONNX, in the layouts of Optimum and transformers. Leaves what is there.

python bench/gpu/export.py --size full --device cuda --out data/gpu-bench/full/exported
"""

import argparse
import json
import shutil
import warnings
from pathlib import Path

import onnx
import torch
from transformers import CLIPImageProcessor, CLIPTokenizer

import architectures
from architectures import SIZES, TOKENS, Size, built

warnings.filterwarnings("ignore")
VOCABULARY = Path(__file__).parents[2] / "packages/ml/test/fixtures/clip-tokenizer"
# The trace needs no full picture: batch, height and width stay open, and no size that is measured has these.
TRACED = (2, 4, 16, 16)
MODEL_INDEX = {
    "_class_name": "StableDiffusionPipeline",
    "_diffusers_version": "0.36.0",
    "requires_safety_checker": False,
    "scheduler": ["diffusers", "EulerDiscreteScheduler"],
    "text_encoder": ["transformers", "CLIPTextModel"],
    "tokenizer": ["transformers", "CLIPTokenizer"],
    "unet": ["diffusers", "UNet2DConditionModel"],
    "vae": ["diffusers", "AutoencoderKL"],
}


class Call(torch.nn.Module):
    """What of a model a graph computes: tensors in, one tensor out."""

    def __init__(self, module, call):
        super().__init__()
        self.module, self.call = module, call

    def forward(self, *inputs):
        return self.call(self.module, *inputs)


def write_graph(path: Path, call: Call, inputs: dict[str, torch.Tensor], output: str, axes: dict):
    path.parent.mkdir(parents=True, exist_ok=True)
    torch.onnx.export(
        call,
        tuple(inputs.values()),
        str(path),
        # Optimum writes graphs with this exporter too; the newer one's have other shapes of attention and normalisation.
        dynamo=False,
        opset_version=17,
        input_names=list(inputs),
        output_names=[output],
        dynamic_axes=axes,
    )
    graph = onnx.load(str(path))
    for stray in path.parent.iterdir():
        if stray.suffix not in (".json", ".onnx"):
            stray.unlink()
    onnx.save_model(graph, str(path), save_as_external_data=True, location=f"{path.name}_data", size_threshold=1024)


def write_pipeline(out: Path, size: Size, device: str):
    half = dict(device=device, dtype=torch.float16)
    width = size.text["hidden_size"]
    latents = torch.randn(*TRACED, **half)

    (out / "model_index.json").write_text(json.dumps(MODEL_INDEX, indent=2))
    architectures.scheduler().save_pretrained(out / "scheduler")
    CLIPTokenizer(str(VOCABULARY / "vocab.json"), str(VOCABULARY / "merges.txt"), pad_token="!", model_max_length=TOKENS).save_pretrained(
        out / "tokenizer"
    )

    text = built(architectures.text_encoder, size, device, torch.float16)
    text.config.save_pretrained(out / "text_encoder")
    ids = torch.ones(TRACED[0], TOKENS, dtype=torch.int64, device=device)
    write_graph(
        out / "text_encoder/model.onnx",
        Call(text, lambda m, x: m(x).last_hidden_state),
        {"input_ids": ids},
        "last_hidden_state",
        {"input_ids": {0: "batch_size", 1: "sequence_length"}},
    )
    del text

    unet = built(architectures.unet, size, device, torch.float16)
    unet.save_config(out / "unet")
    write_graph(
        out / "unet/model.onnx",
        Call(unet, lambda m, x, t, states: m(x, t, states, return_dict=False)[0]),
        {
            "sample": latents,
            "timestep": torch.tensor(999.0, device=device),
            "encoder_hidden_states": torch.randn(TRACED[0], TOKENS, width, **half),
        },
        "out_sample",
        {
            "sample": {0: "batch_size", 2: "height", 3: "width"},
            "encoder_hidden_states": {0: "batch_size", 1: "sequence_length"},
        },
    )
    del unet

    vae = built(architectures.vae, size, device, torch.float16)
    vae.save_config(out / "vae_decoder")
    write_decoder(out / "vae_decoder", vae, latents)


def write_decoder(folder: Path, vae, latents: torch.Tensor):
    axes = {"latent_sample": {0: "batch_size", 2: "latent_height", 3: "latent_width"}}
    write_graph(folder / "model.onnx", Call(vae, lambda m, z: m.decode(z, return_dict=False)[0]), {"latent_sample": latents}, "sample", axes)


def write_taesd(out: Path, size: Size, device: str):
    tiny = built(architectures.taesd, size, device, torch.float16)
    tiny.save_config(out)
    write_decoder(out, tiny, torch.randn(*TRACED, device=device, dtype=torch.float16))


def write_clip(out: Path, size: Size, device: str):
    """In fp32: scores are to be the same on every machine."""
    model = built(architectures.clip, size, device, torch.float32)
    config = {"model_type": "clip", "projection_dim": size.clip["projection_dim"], "vision_config": model.config.to_dict()}
    (out / "config.json").write_text(json.dumps(config, indent=2))
    CLIPImageProcessor().save_pretrained(out)
    write_graph(
        out / "onnx/vision_model.onnx",
        Call(model, lambda m, x: m(x).image_embeds),
        {"pixel_values": torch.randn(TRACED[0], 3, 224, 224, device=device)},
        "image_embeds",
        {"pixel_values": {0: "batch_size"}},
    )


def main():
    parser = argparse.ArgumentParser()
    parser.add_argument("--size", choices=SIZES, required=True)
    parser.add_argument("--device", default="cuda")
    parser.add_argument("--out", type=Path, required=True)
    options = parser.parse_args()
    for name, write in (("pipeline", write_pipeline), ("taesd", write_taesd), ("clip", write_clip)):
        folder, partial = options.out / name, options.out / f"{name}.partial"
        if folder.exists():
            print(f"{folder} is there")
            continue
        shutil.rmtree(partial, ignore_errors=True)
        partial.mkdir(parents=True)
        with torch.no_grad():
            write(partial, SIZES[options.size], options.device)
        partial.rename(folder)
        print(f"{folder} written")


main()
