"""Korean captions, with particles as the last syllable wants them."""
import random

from ..vocabulary import nouns, places
from ..vocabulary.attributes import KOREAN_SIZES
from .naming import clear_day, named_colour, together, unknown_word
from .scene import Group, Scene

NUMBERS = ('', '한', '두', '세', '네')
IDLE_ADJECTIVES = ('귀여운', '예쁜', '멋진', '행복한', '웃는', '우리')
ENDINGS = (' 그림', ' 그려줘', ' 그려 주세요', ' 사진')


def korean(scene: Scene, r: random.Random) -> str:
    place = places.BY_ID[scene.place]
    if not scene.groups:
        return _empty(place, r)
    at_home = scene.place == nouns.BY_ID[scene.groups[0].noun].home
    where = '' if at_home and r.random() < 0.45 else r.choice(place.korean)
    what = _list([_group(group, r) for group in scene.groups], r)
    if clear_day(scene, r):
        where = f'{r.choice(("맑은 날", "파란 하늘 아래", "푸른 하늘 아래", "아침"))} {where}'.strip()
    if r.random() < 0.25:
        return _sentence(scene, where, what, r)
    return f'{where} {what}'.strip() + (r.choice(ENDINGS) if r.random() < 0.1 else '')


def _empty(place: places.Place, r: random.Random) -> str:
    if r.random() < 0.5:
        return r.choice(place.bare[1:])
    return f'{r.choice(place.korean)} {unknown_word(r, "ko")}'


def _sentence(scene: Scene, where: str, what: str, r: random.Random) -> str:
    """"호수에 오리가 있다", "오리가 헤엄친다"."""
    at = f'{where.removesuffix("의").strip()}에 ' if where else ''
    subject = what + ('이' if closed(what) else '가')
    if at and r.random() < 0.3:
        return f'{at}{_doing(scene, r)} {what}'
    return f'{at}{subject} {r.choice(("함께", "같이", "나란히")) + " " if together(scene, r) else ""}{_verb(scene, r)}'


def _doing(scene: Scene, r: random.Random) -> str:
    swims = places.BY_ID[scene.place].water and all(nouns.BY_ID[noun].animal for noun in scene.nouns)
    return r.choice(('떠 있는', '뜬', '헤엄치는', '수영하는', '노는') if swims else ('있는', '보이는'))


def _verb(scene: Scene, r: random.Random) -> str:
    kinds = [nouns.BY_ID[noun] for noun in scene.nouns]
    if all(noun.animal and noun.level == 'sky' for noun in kinds):
        return r.choice(('난다', '날아요', '날고 있다'))
    if all(noun.animal for noun in kinds):
        if places.BY_ID[scene.place].water:
            return r.choice(('헤엄친다', '헤엄쳐요', '수영한다', '수영해요', '떠 있다'))
        return r.choice(('서 있다', '놀고 있다', '앉아 있어요', '논다'))
    return r.choice(('있다', '있어요', '보인다'))


def _list(parts: list[str], r: random.Random) -> str:
    if len(parts) == 2 and r.random() < 0.12:
        left, right = parts
        return r.choice((f'왼쪽에 {left} 오른쪽에 {right}', f'왼쪽 {left}, 오른쪽 {right}'))
    text = parts[0]
    for part in parts[1:]:
        text += r.choice(('과' if closed(text) else '와', '과' if closed(text) else '와', '이랑' if closed(text) else '랑', ' 그리고', ',')) + ' ' + part
    return text


def _group(group: Group, r: random.Random) -> str:
    noun = nouns.BY_ID[group.noun]
    word = noun.korean[0] if r.random() < 0.75 else r.choice(noun.korean)
    adjectives = [r.choice(IDLE_ADJECTIVES)] if r.random() < 0.06 else []
    adjectives += [r.choice(KOREAN_SIZES[group.size])] if group.size else []
    adjectives += [r.choice(colour.korean)] if (colour := named_colour(group, r)) else []
    core = ' '.join([*adjectives, word])
    counter = '마리' if noun.animal else '개'
    if group.count == 1:
        return f'{core} 한 {counter}' if r.random() < 0.15 else core
    number = f'{NUMBERS[group.count]} {counter}' if r.random() < 0.85 else f'{group.count}{counter}'
    return f'{core} {number}' if r.random() < 0.7 else f'{number}의 {core}'


def closed(text: str) -> bool:
    """Whether the last syllable ends in a consonant."""
    place = ord(text[-1]) - 0xAC00
    return 0 <= place < 11172 and place % 28 != 0
