"""Sprites from the emoji art, and their tinted versions."""
from functools import cache
from pathlib import Path

import numpy as np
from PIL import Image

from ..settings import ART
from ..vocabulary.attributes import COLOURS
from ..vocabulary.nouns import BY_ID

LUMINANCE = np.array([0.3, 0.59, 0.11], np.float32)


@cache
def sprite(noun: str, colour: int | None, size: int) -> Image.Image:
    """RGBA, cropped to what is visible, longest side `size` pixels; tinted where `colour` says so."""
    image = _load(BY_ID[noun].art)
    scale = size / max(image.size)
    image = image.resize((max(1, round(image.width * scale)), max(1, round(image.height * scale))), Image.LANCZOS)
    return image if colour is None else tint(image, COLOURS[colour].rgb)


def _load(code_point: str) -> Image.Image:
    path = next(path for suffix in ('', '-fe0f') if (path := Path(ART) / f'{code_point}{suffix}.webp').exists())
    image = Image.open(path).convert('RGBA')
    return image.crop(image.getchannel('A').point(lambda alpha: 255 if alpha > 12 else 0).getbbox())


def tint(image: Image.Image, rgb: tuple[int, int, int]) -> Image.Image:
    """Paints by luminance: what is as light as most of it in the colour, shadows darker, lights towards white, a little of the
    original left."""
    pixels = np.asarray(image).astype(np.float32)
    light = pixels[..., :3] @ LUMINANCE / 255
    visible = pixels[..., 3] > 128
    low, high = np.percentile(light[visible], 3), np.percentile(light[visible], 97)
    light = np.clip((light - low) / (high - low + 1e-3), 0, 1.1)
    # Without it a dark thing stayed dark in every colour: a green apple was nearly black.
    light = (light ** min(1, np.log(0.6) / np.log(np.median(light[visible]))))[..., None]
    colour = np.array(rgb, np.float32)
    painted = np.where(light < 0.6, colour * (0.28 + 0.72 * light / 0.6), colour + (255 - colour) * (light - 0.6) * 1.5)
    pixels[..., :3] = np.clip(0.88 * painted + 0.12 * pixels[..., :3], 0, 255)
    return Image.fromarray(pixels.astype(np.uint8), 'RGBA')
