"""Sprites from the emoji art, and their tinted versions."""
from functools import cache
from pathlib import Path

import numpy as np
from PIL import Image, ImageCms

from ..settings import ART
from ..vocabulary.attributes import COLOURS
from ..vocabulary.nouns import BY_ID

RGB, LAB = ImageCms.createProfile('sRGB'), ImageCms.createProfile('LAB')
TO_LAB, TO_RGB = ImageCms.buildTransform(RGB, LAB, 'RGB', 'LAB'), ImageCms.buildTransform(LAB, RGB, 'LAB', 'RGB')
UPPER_PART, DARK, SAME_COLOUR = 0.7, 100, 30
"""Of a thing's height; below this lightness (of 255) are lines and eyes; distance in a and b."""


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
    """Paints what has the thing's main colour and keeps its shades; beaks, eyes, wheels and leaves stay as they are."""
    lab = _lab_of(image.convert('RGB'))
    main, [[wanted]] = _main_colour(lab, np.asarray(image.getchannel('A')) > 128), _lab_of(Image.new('RGB', (1, 1), rgb))
    # The more colourful, the further its shades spread: a red balloon is nearly violet below.
    reach = max(22, 0.85 * np.linalg.norm(main[1:]))
    distance = np.linalg.norm(lab[..., 1:] - main[1:], axis=-1)
    coloured, not_a_line = (reach - distance) / (0.3 * reach), (lab[..., 0] - 45) / 40
    weight = np.clip(coloured, 0, 1) * np.clip(not_a_line, 0, 1)
    shade = lab[..., :1] - main[0]
    glossy = np.clip(1 - shade / 110, 0, 1)
    painted = np.concatenate([wanted[0] + 0.8 * shade, wanted[1:] * glossy], -1)
    mask = Image.fromarray((255 * weight).astype(np.uint8))
    result = Image.composite(_rgb_of(painted), image.convert('RGB'), mask)
    result.putalpha(image.getchannel('A'))
    return result


def _main_colour(lab: np.ndarray, visible: np.ndarray) -> np.ndarray:
    """The most frequent one, lines aside, of the upper part: below are feet, stems and water."""
    upper = round(UPPER_PART * len(lab))
    colours = lab[:upper][visible[:upper]]
    colours = colours[colours[:, 0] > DARK]
    some = colours[:: max(1, len(colours) // 500), 1:]
    alike = np.linalg.norm(some[:, None] - some, axis=-1) < SAME_COLOUR
    centre = some[alike.sum(1).argmax()]
    return np.median(colours[np.linalg.norm(colours[:, 1:] - centre, axis=-1) < SAME_COLOUR], 0)


def _lab_of(image: Image.Image) -> np.ndarray:
    """CIELAB; lightness from 0 to 255, a and b around 0. Pillow keeps them as signed bytes in an unsigned picture."""
    lab = np.asarray(ImageCms.applyTransform(image, TO_LAB))
    return np.concatenate([lab[..., :1], lab[..., 1:].view(np.int8)], -1, dtype=np.float32)


def _rgb_of(lab: np.ndarray) -> Image.Image:
    lightness, ab = lab[..., :1].clip(0, 255).astype(np.uint8), lab[..., 1:].clip(-127, 127).astype(np.int8).view(np.uint8)
    return ImageCms.applyTransform(Image.fromarray(np.concatenate([lightness, ab], -1), 'LAB'), TO_RGB)
