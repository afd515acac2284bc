"""Where the things of a scene stand.

On a grid of 16 cells, the finest grid that the flow model works on: upright, in sizes of whole cells, and never over each other. So
a thing looks the same to the model wherever it stands. A scene has two layouts, more to the left or to the right: given all positions
and sizes, a small model mixes them before it has decided, and draws half a face of each.
"""
import math
from collections.abc import Callable
from dataclasses import dataclass

from ..vocabulary import nouns, places
from ..vocabulary.attributes import SIZE_FACTORS
from .scene import Group, Scene

CELLS = 16
SIZES = {1: 10, 2: 7, 3: 5, 4: 4}
"""Longest side of one thing in cells, by how many there are."""
SMALLEST, LARGEST, SKY_FACTOR = 3, 13, 0.72
FEET, SKY_TOP = 15, 1
"""Cells from the picture's upper edge."""
LEANS = (0.7, 1.3)
"""The leftmost gap beside the mean one; the rightmost makes up for it."""


@dataclass
class Spot:
    """In cells. `longest` is the thing's longer side, `width` and `height` are those of the box it stands in, on its lower edge."""

    thing: Group
    shape: tuple[float, float]
    longest: int
    in_sky: bool
    left: int = 0
    bottom: int = 0

    @property
    def width(self) -> int:
        return math.ceil(self.longest * self.shape[0])

    @property
    def height(self) -> int:
        return math.ceil(self.longest * self.shape[1])


def layout(scene: Scene, shape_of: Callable[[Group], tuple[float, float]], lean: float) -> list[Spot]:
    """From back to front. `shape_of` gives width and height of a thing whose longer side is 1; `lean` is one of LEANS."""
    place = places.BY_ID[scene.place]
    things = [group for group in scene.groups for _ in range(group.count)]
    spots = [_spot(thing, shape_of(thing), len(things), place) for thing in things]
    above, below = [spot for spot in spots if spot.in_sky], [spot for spot in spots if not spot.in_sky]
    ceiling = 0
    for row in (above, below):
        _shrink(row, FEET - ceiling)
        _spread(row, lean)
        for spot in row:
            spot.bottom = _bottom(spot, ceiling, place)
        ceiling = max((spot.bottom for spot in row), default=0)
    return above + below


def _spot(thing: Group, shape, total: int, place: places.Place) -> Spot:
    in_sky = nouns.BY_ID[thing.noun].level == 'sky' and not place.open
    longest = SIZES[total] * SIZE_FACTORS[thing.size] * (SKY_FACTOR if in_sky else 1)
    return Spot(thing, shape, min(max(round(longest), SMALLEST), LARGEST), in_sky)


def _shrink(row: list[Spot], room: int) -> None:
    """Until the row fits into the picture's width, and each thing below what hangs above."""
    for spot in row:
        while spot.height > room:
            spot.longest -= 1
    while sum(spot.width for spot in row) > CELLS:
        widest = max(spot.width for spot in row)
        for spot in row:
            spot.longest -= spot.width == widest


def _spread(row: list[Spot], lean: float) -> None:
    """From left to right, the free cells between them and on both sides; what fills the row stands in its middle."""
    free = CELLS - sum(spot.width for spot in row)
    if free < len(row):
        lean = 1
    taken = 0
    for i, spot in enumerate(row):
        spot.left = taken + round(free * (lean + i) / (len(row) + 1))
        taken += spot.width


def _bottom(spot: Spot, ceiling: int, place: places.Place) -> int:
    if spot.in_sky:
        return SKY_TOP + spot.height
    if place.open:
        return (CELLS + spot.height) // 2
    return max(FEET, ceiling + spot.height)
