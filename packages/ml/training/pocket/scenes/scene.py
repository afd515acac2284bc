"""Scenes as data, and the distribution that training draws them from."""
import random
import zlib
from dataclasses import dataclass

from ..vocabulary.attributes import COLOURS
from ..vocabulary.nouns import BIRDS, BY_ID, NOUNS
from ..vocabulary.places import PLACES

MOST_THINGS = 4
DUCK_AND_SWAN, ONE_BIRD, NO_THING = 0.10, 0.14, 0.025
HOW_MANY = (0.45, 0.50, 0.05)
"""Kinds of things: pairs most, because binding two words to two things is what is hard."""
SHARES = [noun.share for noun in NOUNS]
PLACE_IDS, PLACE_SHARES = [place.id for place in PLACES], [place.share for place in PLACES]


@dataclass(frozen=True)
class Group:
    """`count` of one noun; `colour` is an index into COLOURS or None, `size` one of PLAIN_SIZE, SMALL, BIG."""

    noun: str
    colour: int | None = None
    size: int = 0
    count: int = 1


@dataclass(frozen=True)
class Scene:
    """Groups stand from left to right."""

    place: str
    groups: tuple[Group, ...]

    @property
    def nouns(self):
        return [group.noun for group in self.groups]


def _is_tenth(*words: str) -> bool:
    return zlib.crc32('/'.join(words).encode()) % 10 == 0


def held_out(scene: Scene) -> bool:
    """Whether training never sees it: a tenth of all (noun, place) and (noun, noun), except what a booth asks for most."""
    nouns = scene.nouns
    birds_only = set(nouns) <= set(BIRDS)
    places = any(_is_tenth(noun, scene.place) and BY_ID[noun].home != scene.place for noun in nouns if noun not in BIRDS)
    pairs = any(_is_tenth(*sorted((a, b))) for i, a in enumerate(nouns) for b in nouns[i + 1 :])
    return not birds_only and (places or pairs)


def sample_groups(r: random.Random) -> tuple[Group, ...]:
    """Duck and swan together, one of them (with or without others), others only; at most four things in all."""
    p = r.random()
    if p < NO_THING:
        return ()
    pair = p < NO_THING + DUCK_AND_SWAN
    many = r.choices((1, 2, 3), HOW_MANY)[0]
    chosen = r.sample(BIRDS, 2) if pair else [noun.id for noun in r.choices(NOUNS, SHARES, k=many)]
    if not pair and p < NO_THING + DUCK_AND_SWAN + ONE_BIRD:
        chosen[r.randrange(many)] = r.choice(BIRDS)
    groups: list[Group] = []
    left = MOST_THINGS
    for id in dict.fromkeys(chosen):
        noun = BY_ID[id]
        colour = r.randrange(len(COLOURS)) if noun.tinted and r.random() < 0.6 else None
        size = r.choices((0, 1, 2), (0.74, 0.13, 0.13))[0]
        count = min(left, 1 if noun.single else r.choices((1, 2, 3, 4), (0.82, 0.11, 0.05, 0.02))[0])
        if count:
            groups.append(Group(id, colour, size, count))
            left -= count
    return tuple(groups)


def sample_place(r: random.Random, groups: tuple[Group, ...]) -> str:
    """Often where the first thing is at home, so that a bare "whale" has the sea to be in."""
    if groups and r.random() < 0.25:
        return BY_ID[groups[0].noun].home
    return r.choices(PLACE_IDS, PLACE_SHARES)[0]


def sample_scene(r: random.Random, whole: bool = False) -> Scene:
    """`whole`: held-out scenes too, for the judge of the bench."""
    while True:
        groups = sample_groups(r)
        scene = Scene(sample_place(r, groups), groups)
        if whole or not held_out(scene):
            return scene
