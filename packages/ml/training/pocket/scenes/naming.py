"""What captions of either language may say beyond what a scene says."""
import random

from ..vocabulary.attributes import BY_NAME, COLOURS, Colour
from ..vocabulary.nouns import BY_ID
from .scene import Group, Scene

OWN_COLOUR, TOGETHER, CLEAR_DAY = 0.12, 0.06, 0.04
CONSONANTS, VOWELS = 'bdfgjklmnprstvz', 'aeiou'
DAYTIME = ('lake', 'sea', 'grass', 'beach')


def named_colour(group: Group, r: random.Random) -> Colour | None:
    """Of what is tinted always, of others their own one at times."""
    if group.colour is not None:
        return COLOURS[group.colour]
    own = BY_ID[group.noun].own
    return BY_NAME[own] if own and r.random() < OWN_COLOUR else None


def together(scene: Scene, r: random.Random) -> bool:
    animals = all(BY_ID[noun].animal for noun in scene.nouns)
    return animals and sum(group.count for group in scene.groups) > 1 and r.random() < TOGETHER


def clear_day(scene: Scene, r: random.Random) -> bool:
    return scene.place in DAYTIME and r.random() < CLEAR_DAY


def unknown_word(r: random.Random, language: str) -> str:
    """A word that means nothing: captions of empty places carry one, so that what pocket does not know leaves the place empty."""
    if language == 'en':
        return ''.join(r.choice(CONSONANTS) + r.choice(VOWELS) for _ in range(r.randint(2, 4)))
    return ''.join(chr(0xAC00 + r.randrange(11172)) for _ in range(r.randint(2, 4)))
