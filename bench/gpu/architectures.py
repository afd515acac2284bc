"""SD-Turbo's parts, TAESD and CLIP ViT-B/32 by their published configurations, with random weights: full size, or tiny with the same
kinds of layers. Speed does not depend on the weights' values, as long as they overflow nowhere."""

from typing import NamedTuple

import torch
from diffusers import AutoencoderKL, AutoencoderTiny, EulerDiscreteScheduler, UNet2DConditionModel
from transformers import CLIPTextConfig, CLIPTextModel, CLIPVisionConfig, CLIPVisionModelWithProjection

TOKENS = 77


class Size(NamedTuple):
    latent: int
    text: dict
    unet: dict
    vae: dict
    taesd: int
    clip: dict


SIZES = {
    # stabilityai/sd-turbo, madebyollin/taesd, openai/clip-vit-base-patch32.
    "full": Size(
        latent=64,
        text=dict(hidden_size=1024, intermediate_size=4096, num_hidden_layers=23, num_attention_heads=16),
        unet=dict(block_out_channels=(320, 640, 1280, 1280), attention_head_dim=(5, 10, 20, 20), cross_attention_dim=1024),
        vae=dict(block_out_channels=(128, 256, 512, 512)),
        taesd=64,
        clip=dict(hidden_size=768, intermediate_size=3072, num_hidden_layers=12, num_attention_heads=12, patch_size=32, projection_dim=512),
    ),
    "tiny": Size(
        latent=8,
        text=dict(hidden_size=64, intermediate_size=128, num_hidden_layers=3, num_attention_heads=2),
        unet=dict(block_out_channels=(32, 64, 96, 96), attention_head_dim=(1, 2, 3, 3), cross_attention_dim=64),
        vae=dict(block_out_channels=(32, 32, 64, 64)),
        taesd=16,
        clip=dict(hidden_size=64, intermediate_size=128, num_hidden_layers=2, num_attention_heads=2, patch_size=32, projection_dim=32),
    ),
}


def text_encoder(size: Size) -> CLIPTextModel:
    """OpenCLIP-H's text side without its last layer."""
    config = CLIPTextConfig(vocab_size=49408, hidden_act="gelu", pad_token_id=1, bos_token_id=0, eos_token_id=2, **size.text)
    return CLIPTextModel(config)


def unet(size: Size) -> UNet2DConditionModel:
    return UNet2DConditionModel(sample_size=size.latent, use_linear_projection=True, **size.unet)


def vae(size: Size) -> AutoencoderKL:
    levels = len(size.vae["block_out_channels"])
    return AutoencoderKL(
        down_block_types=("DownEncoderBlock2D",) * levels,
        up_block_types=("UpDecoderBlock2D",) * levels,
        layers_per_block=2,
        sample_size=size.latent * 8,
        scaling_factor=0.18215,
        **size.vae,
    )


def taesd(size: Size) -> AutoencoderTiny:
    channels = (size.taesd,) * 4
    return AutoencoderTiny(encoder_block_out_channels=channels, decoder_block_out_channels=channels)


def clip(size: Size) -> CLIPVisionModelWithProjection:
    return CLIPVisionModelWithProjection(CLIPVisionConfig(image_size=224, hidden_act="quick_gelu", **size.clip))


def scheduler() -> EulerDiscreteScheduler:
    return EulerDiscreteScheduler(
        beta_start=0.00085, beta_end=0.012, beta_schedule="scaled_linear", steps_offset=1, timestep_spacing="trailing"
    )


def built(part, size: Size, device: str, dtype: torch.dtype) -> torch.nn.Module:
    """One part with weights that keep every layer's output near unit variance: pictures have structure, and fp16 holds them."""
    torch.manual_seed(1)
    default = torch.get_default_dtype()
    # Made in half precision from the start: 865 million parameters need not exist twice.
    torch.set_default_dtype(dtype)
    try:
        with torch.device(device):
            module = part(size)
    finally:
        torch.set_default_dtype(default)
    with torch.no_grad():
        for name, parameter in module.named_parameters():
            if parameter.ndim > 1:
                parameter.normal_(0, parameter[0].numel() ** -0.5)
            elif name.endswith("bias"):
                parameter.zero_()
    return module.to(device=device, dtype=dtype).eval().requires_grad_(False)
