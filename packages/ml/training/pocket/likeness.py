"""How alike people would call two scenes: what similarity is trained towards.

0.6 things + 0.2 attributes + 0.2 place, each a cosine of what is there. So the same things and place come before the same things,
these before the same place, and that before what has nothing in common; colours, counts and positions decide the rest.
"""
import torch
import torch.nn.functional as F

from .scenes.scene import Scene
from .vocabulary import nouns, places
from .vocabulary.attributes import COLOURS

THINGS, ATTRIBUTES, PLACE = 0.6, 0.2, 0.2
NEAR = 0.25
"""Of a place in the vector of one near it."""
COUNT, SIZE, SIDE = len(COLOURS) + 1, len(COLOURS) + 5, len(COLOURS) + 8
WIDTH = SIDE + 3


def likeness(a: list[Scene], b: list[Scene]) -> torch.Tensor:
    """[a, b]"""
    parts = zip((THINGS, ATTRIBUTES, PLACE), _vectors(a), _vectors(b))
    return sum(weight * x @ y.T for weight, x, y in parts)


def _vectors(scenes: list[Scene]):
    things = torch.zeros(len(scenes), len(nouns.NOUNS))
    attributes = torch.zeros(len(scenes), len(nouns.NOUNS), WIDTH)
    where = torch.zeros(len(scenes), len(places.PLACES))
    for i, scene in enumerate(scenes):
        where[i, places.INDEX[scene.place]] = 1
        for near in places.BY_ID[scene.place].near:
            where[i, places.INDEX[near]] = NEAR
        for k, group in enumerate(scene.groups):
            noun = nouns.INDEX[group.noun]
            things[i, noun] = 1
            attributes[i, noun, 0 if group.colour is None else group.colour + 1] = 1
            attributes[i, noun, COUNT + group.count - 1] = 1
            attributes[i, noun, SIZE + group.size] = 0.5
            attributes[i, noun, SIDE + _side(k, len(scene.groups))] = 1
    return (F.normalize(part, dim=1) for part in (things, attributes.flatten(1), where))


def _side(k: int, of: int) -> int:
    """0 left, 1 middle, 2 right."""
    return 1 if of == 1 or (of == 3 and k == 1) else 0 if k == 0 else 2
