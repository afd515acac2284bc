"""English captions."""
import random

from ..vocabulary import nouns, places
from ..vocabulary.attributes import ENGLISH_SIZES
from .naming import clear_day, named_colour, together, unknown_word
from .scene import Group, Scene

UNCHANGED_PLURALS = {'fish', 'tropical fish', 'sheep', 'love'}
NUMBERS = ('', 'a', 'two', 'three', 'four')
VOWELS = 'aeio'
"""A u is not: the one word with it is a unicorn."""
IDLE_ADJECTIVES = ('cute', 'beautiful', 'lovely', 'happy', 'funny', 'nice')
OPENINGS = ('a picture of ', 'a photo of ', 'a drawing of ', 'draw ', 'please draw ', 'I want ')


def english(scene: Scene, r: random.Random) -> str:
    place = places.BY_ID[scene.place]
    if not scene.groups:
        return _empty(place, r)
    at_home = scene.place == nouns.BY_ID[scene.groups[0].noun].home
    where = '' if at_home and r.random() < 0.45 else r.choice(place.english)
    what = _list([_group(group, r) for group in scene.groups], r)
    if len(scene.groups) == 1 and r.random() < 0.12:
        what += _verb(scene, r)
    if together(scene, r):
        what += r.choice((' together', ' swimming together' if place.water else ' playing together', ' side by side'))
    if clear_day(scene, r):
        where += r.choice((' under a blue sky', ' on a sunny day', ' in the morning', ' with blue sky'))
    where = where.strip()
    if not where:
        text = what
    elif r.random() < 0.85:
        text = f'{what} {where}'
    else:
        text = f'{where}, {what}'
    return (r.choice(OPENINGS) if r.random() < 0.1 else '') + text


def _empty(place: places.Place, r: random.Random) -> str:
    if r.random() < 0.5:
        return place.bare[0]
    return f'a {unknown_word(r, "en")} {r.choice(place.english)}'


def _list(parts: list[str], r: random.Random) -> str:
    if len(parts) == 1:
        return parts[0]
    if len(parts) == 2 and r.random() < 0.12:
        left, right = parts
        return r.choice((
            f'{left} on the left and {right} on the right',
            f'{left} to the left of {right}',
            f'{right} to the right of {left}',
        ))
    joint = r.choice((' and ', ' and ', ' and ', ' with ', ' next to ', ' & '))
    return ', '.join(parts[:-1]) + joint + parts[-1]


def _group(group: Group, r: random.Random) -> str:
    words = nouns.BY_ID[group.noun].english
    word = words[0] if r.random() < 0.75 else r.choice(words)
    adjectives = [r.choice(IDLE_ADJECTIVES)] if r.random() < 0.06 else []
    adjectives += [r.choice(ENGLISH_SIZES[group.size])] if group.size else []
    adjectives += [r.choice(colour.english)] if (colour := named_colour(group, r)) else []
    if group.count > 1:
        number = NUMBERS[group.count] if r.random() < 0.85 else str(group.count)
        return ' '.join([number, *adjectives, plural(word)])
    core = ' '.join([*adjectives, word])
    if r.random() < 0.25:
        return core
    return ('an ' if core[0] in VOWELS else 'a ') + core


def _verb(scene: Scene, r: random.Random) -> str:
    [group] = scene.groups
    noun, place = nouns.BY_ID[group.noun], places.BY_ID[scene.place]
    many = group.count > 1
    if noun.level == 'sky' and noun.animal:
        return r.choice((' flying', ' fly' if many else ' flies', ' are flying' if many else ' is flying'))
    if not noun.animal:
        return ''
    if place.water:
        return r.choice((' swimming', ' swim' if many else ' swims', ' are swimming' if many else ' is swimming'))
    return r.choice((' standing', ' sitting', ' playing', ' are here' if many else ' is here'))


def plural(word: str) -> str:
    if word in UNCHANGED_PLURALS:
        return word
    if word.endswith('y') and word[-2] not in 'aeiou':
        return word[:-1] + 'ies'
    if word.endswith(('s', 'x', 'ch', 'sh')):
        return word + 'es'
    return word + 's'
