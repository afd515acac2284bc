"""Captions as thumbs type them at a booth."""
import random
import re

from .caption import CAPTION_LANGUAGES, caption
from .naming import unknown_word
from .scene import Scene

STRANGER, MISTYPED, RUN_TOGETHER = 0.06, 0.08, 0.3


def typed(scene: Scene, r: random.Random) -> str:
    language = r.choice(CAPTION_LANGUAGES)
    text = caption(scene, r, language)
    if scene.groups and r.random() < STRANGER:
        text = _with_stranger(text, r, language)
    if language == 'en' and r.random() < MISTYPED:
        text = re.sub(r'\w{4,}', lambda word: _mistyped(word[0], r) if r.random() < 0.5 else word[0], text)
    if language == 'ko' and r.random() < RUN_TOGETHER:
        text = re.sub(r'\b ', lambda space: r.choice(('', '', space[0])), text)
    return text


def _with_stranger(text: str, r: random.Random, language: str) -> str:
    """Between known words an unknown one means nothing: "a steampunk duck" is a duck."""
    words = text.split(' ')
    words.insert(r.randrange(len(words) + 1), unknown_word(r, language))
    return ' '.join(words)


def _mistyped(word: str, r: random.Random) -> str:
    """A letter too many, one too few, or two in the wrong order."""
    i = r.randrange(len(word) - 1)
    a, b = word[i : i + 2]
    return word[:i] + r.choice((a + a + b, b, b + a)) + word[i + 2 :]
