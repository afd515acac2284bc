"""Usage: python -m pocket.bench_prompts

Writes bench/pocket/prompts.json: 100 held-out scenes (nouns alone, where a place is held out for them, then pairs of two different
things), each said in both languages; and chains of four prompts that fall off in likeness, for order_ok.
"""
import json
import random
from dataclasses import replace

from .scenes.caption import caption
from .scenes.scene import Group, Scene, held_out, sample_groups, sample_place, sample_scene
from .settings import REPOSITORY
from .vocabulary.nouns import NOUNS
from .vocabulary.places import BY_ID, PLACES

SCENES, CHAINS, SEED = 100, 48, 2026


def singles(noun: str, r: random.Random) -> list[Scene]:
    """One scene at most: of some nouns no place is held out."""
    places = [scene for place in PLACES if held_out(scene := Scene(place.id, (Group(noun),)))]
    return r.sample(places, min(1, len(places)))


def pair(r: random.Random) -> Scene:
    while True:
        groups = sample_groups(r)
        scene = Scene(sample_place(r, groups), groups)
        if len(scene.groups) == 2 and held_out(scene) and all(group.count == 1 and not group.size for group in scene.groups):
            return scene


def chain(r: random.Random, language: str) -> list[str]:
    """Prompts: the anchor, its things elsewhere, other things at its place, nothing in common."""
    anchor = sample_scene(r)
    # Swan before duck is how first targets are said, and these stand nowhere in the repository.
    while not 1 <= len(anchor.groups) <= 2 or anchor.nouns == ['swan', 'duck']:
        anchor = sample_scene(r)
    near = {anchor.place, *BY_ID[anchor.place].near}
    far = [place.id for place in PLACES if place.id not in near and anchor.place not in place.near]
    others = sample_scene(r)
    while not others.groups or set(others.nouns) & set(anchor.nouns) or others.nouns == ['swan', 'duck']:
        others = sample_scene(r)
    scenes = [anchor, replace(anchor, place=r.choice(far)), replace(others, place=anchor.place), replace(others, place=r.choice(far))]
    return [said(scene, r, language) for scene in scenes]


def said(scene: Scene, r: random.Random, language: str) -> str:
    """With the place named, so that no two captions of the bench mean the same picture."""
    names = [name.removesuffix('의') for name in (BY_ID[scene.place].english if language == 'en' else BY_ID[scene.place].korean)]
    while True:
        text = caption(scene, r, language)
        if any(name in text for name in names):
            return text


def write() -> None:
    r = random.Random(SEED)
    scenes = [scene for noun in NOUNS for scene in singles(noun.id, r)]
    while len(scenes) < SCENES:
        if (scene := pair(r)) not in scenes:
            scenes.append(scene)
    r.shuffle(scenes)
    held = [{'nouns': scene.nouns, 'place': scene.place, 'en': said(scene, r, 'en'), 'ko': said(scene, r, 'ko')} for scene in scenes]
    chains = [chain(r, ('en', 'ko')[i % 2]) for i in range(CHAINS)]
    content = {'nouns': [noun.id for noun in NOUNS], 'heldOut': held, 'chains': chains}
    path = REPOSITORY / 'bench/pocket/prompts.json'
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_text(json.dumps(content, ensure_ascii=False, indent=2) + '\n')


if __name__ == '__main__':
    write()
