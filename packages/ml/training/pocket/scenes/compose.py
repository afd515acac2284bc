"""Puts the things of a scene into its place."""
import random
from functools import cache

import numpy as np
from PIL import Image, ImageDraw

from ..vocabulary import places
from .art import sprite
from .backdrop import backdrop
from .layout import CELLS, LEANS, Spot, layout
from .scene import Group, Scene

BACKDROPS = 60


@cache
def _backdrops(place: str, size: int) -> list[Image.Image]:
    r = random.Random(f'{place} 7')
    return [backdrop(place, r, size) for _ in range(BACKDROPS)]


def compose(scene: Scene, r: random.Random, size: int) -> np.ndarray:
    """uint8 [size, size, 3]; `size` in pixels, a multiple of 16."""
    return _laid_out(scene, _behind(scene, r, size), r.choice(LEANS))


def compose_both(scene: Scene, r: random.Random, size: int) -> list[np.ndarray]:
    """The same in both of its layouts, before one backdrop."""
    behind = _behind(scene, r, size)
    return [_laid_out(scene, behind, lean) for lean in LEANS]


def _behind(scene: Scene, r: random.Random, size: int) -> Image.Image:
    return r.choice(_backdrops(scene.place, size))


def _laid_out(scene: Scene, behind: Image.Image, lean: float) -> np.ndarray:
    place, image, size = places.BY_ID[scene.place], behind.copy(), behind.width

    def shape_of(thing: Group) -> tuple[float, float]:
        art = sprite(thing.noun, thing.colour, size)
        return art.width / size, art.height / size

    for spot in layout(scene, shape_of, lean):
        _paste(image, spot, None if spot.in_sky or place.open else place)
    return np.asarray(image)


def _paste(image: Image.Image, spot: Spot, ground: places.Place | None) -> None:
    """`ground` is the place whose ground gets the thing's shadow, or ring in the water; None where it floats."""
    cell = image.width // CELLS
    art = _scaled(spot.thing.noun, spot.thing.colour, image.width, spot.longest * cell)
    left, foot = spot.left * cell + (spot.width * cell - art.width) // 2, spot.bottom * cell
    if ground:
        x, y, w, h = left + art.width / 2, foot - art.height * 0.03, art.width, art.height
        fill = (255, 255, 255, 60) if ground.water else (0, 0, 0, 50)
        ImageDraw.Draw(image, 'RGBA').ellipse([x - w * 0.45, y - h * 0.06, x + w * 0.45, y + h * 0.07], fill=fill)
    image.paste(art, (left, foot - art.height), art)


@cache
def _scaled(noun: str, colour: int | None, size: int, longest: int) -> Image.Image:
    whole = sprite(noun, colour, size)
    w, h = (max(1, round(side * longest / size)) for side in whole.size)
    return whole.resize((w, h), Image.BILINEAR, reducing_gap=2.0)
