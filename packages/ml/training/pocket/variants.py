"""Scenes a step away from another one: the close calls that similarity has to decide."""
import random
from dataclasses import replace

from .scenes.scene import MOST_THINGS, Group, Scene, held_out, sample_groups
from .vocabulary.attributes import COLOURS
from .vocabulary.nouns import BY_ID
from .vocabulary.places import PLACES


def variant(scene: Scene, r: random.Random) -> Scene:
    """The same scene (another picture of it), other place, other things, or one attribute else; never a held-out one."""
    while held_out(changed := _changed(scene, r)):
        pass
    return changed


def _changed(scene: Scene, r: random.Random) -> Scene:
    p = r.random()
    if p < 0.25 or not scene.groups:
        return scene
    if p < 0.45:
        return replace(scene, place=r.choice([place.id for place in PLACES if place.id != scene.place]))
    if p < 0.7:
        return replace(scene, groups=sample_groups(r))
    if p < 0.82 and len(scene.groups) > 1:
        return replace(scene, groups=scene.groups[::-1])
    at = r.randrange(len(scene.groups))
    return replace(scene, groups=scene.groups[:at] + _else(scene, at, r) + scene.groups[at + 1 :])


def _else(scene: Scene, at: int, r: random.Random) -> tuple[Group, ...]:
    group, p = scene.groups[at], r.random()
    others = sum(g.count for g in scene.groups) - group.count
    if p < 0.35 and len(scene.groups) > 1:
        return ()
    if p < 0.65 and BY_ID[group.noun].tinted:
        return (replace(group, colour=r.choice([None, *range(len(COLOURS))])),)
    if BY_ID[group.noun].single:
        return (replace(group, size=r.choice((0, 1, 2))),)
    return (replace(group, count=r.randint(1, min(3, MOST_THINGS - others))),)
