"""Puts the things of a scene into its place."""
import random
from functools import cache

import numpy as np
from PIL import Image, ImageDraw

from ..vocabulary import nouns, places
from ..vocabulary.attributes import SIZE_FACTORS
from .art import sprite
from .backdrop import backdrop
from .scene import Scene

BACKDROPS = 60
HEIGHTS = {1: (0.5, 0.66), 2: (0.38, 0.48), 3: (0.31, 0.38), 4: (0.27, 0.32)}
"""Longest side of one thing, as a fraction of the picture, by how many there are."""
LARGEST, SKY_FACTOR, TILTED, MOST_TILT = 0.82, 0.72, 0.35, 9


@cache
def _backdrops(place: str, size: int) -> list[Image.Image]:
    r = random.Random(f'{place} 7')
    return [backdrop(place, r, size) for _ in range(BACKDROPS)]


def compose(scene: Scene, r: random.Random, size: int) -> np.ndarray:
    """uint8 [size, size, 3]."""
    place = places.BY_ID[scene.place]
    image = r.choice(_backdrops(scene.place, size)).copy()
    things = [group for group in scene.groups for _ in range(group.count)]
    above = [thing for thing in things if nouns.BY_ID[thing.noun].level == 'sky' and not place.open]
    below = [thing for thing in things if thing not in above]
    placed = [spot for row in (above, below) for spot in _spots(row, row is above, len(things), place, r)]
    placed.sort(key=lambda spot: (not spot[4], spot[0]))
    for y, x, height, thing, in_sky in placed:
        _paste(image, thing, x * size, y * size, height * size, r, None if in_sky or place.open else place)
    return np.asarray(image)


def _spots(row, in_sky, total, place, r):
    """(y, x, longest side, thing, in_sky), from left to right in even slots with some jitter."""
    for i, thing in enumerate(row):
        height = min(r.uniform(*HEIGHTS[total]) * SIZE_FACTORS[thing.size], LARGEST)
        if in_sky:
            height, y = height * SKY_FACTOR, r.uniform(0.14, 0.30)
        elif place.open:
            y = r.uniform(0.42, 0.58) if total == 1 else r.uniform(0.3, 0.7)
        else:
            y = r.uniform(0.56, 0.70)
        x = 0.5 + ((i + 0.5) / len(row) - 0.5) * 0.86 + r.uniform(-0.07, 0.07)
        yield y, x, height, thing, in_sky


def _paste(image, thing, x, y, longest, r, ground):
    """`ground` is the place whose ground gets the thing's shadow, or ring in the water; None where it floats."""
    size = image.width
    whole = sprite(thing.noun, thing.colour, size)
    scale = longest / size
    w, h = max(4, round(whole.width * scale)), max(4, round(whole.height * scale))
    art = whole.resize((w, h), Image.BILINEAR, reducing_gap=2.0)
    if r.random() < TILTED:
        art = art.rotate(r.uniform(-MOST_TILT, MOST_TILT), Image.BILINEAR, expand=True)
    x = min(max(x, w * 0.42), size - w * 0.42)
    y = min(max(y, h * 0.5), size - h * 0.5)
    if ground:
        foot = y + h * 0.47
        fill = (255, 255, 255, 60) if ground.water else (0, 0, 0, 50)
        ImageDraw.Draw(image, 'RGBA').ellipse([x - w * 0.45, foot - h * 0.06, x + w * 0.45, foot + h * 0.07], fill=fill)
    image.paste(art, (round(x - art.width / 2), round(y - art.height / 2)), art)
