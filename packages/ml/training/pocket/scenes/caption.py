"""What somebody would type to get a scene, in English or Korean."""
import random

from .english import english
from .korean import korean
from .scene import Scene

CAPTION_LANGUAGES = ('en', 'ko')
CONSONANTS, VOWELS = 'bdfgjklmnprstvz', 'aeiou'


def caption(scene: Scene, r: random.Random, language: str | None = None) -> str:
    language = language or r.choice(CAPTION_LANGUAGES)
    text = (english if language == 'en' else korean)(scene, r)
    if language == 'en' and r.random() < 0.1:
        text = text.capitalize() if r.random() < 0.7 else text.upper()
    return text


def unknown_word(r: random.Random, language: str) -> str:
    """A word that means nothing: captions of empty places carry one, so that what pocket does not know leaves the place empty."""
    if language == 'en':
        return ''.join(r.choice(CONSONANTS) + r.choice(VOWELS) for _ in range(r.randint(2, 4)))
    return ''.join(chr(0xAC00 + r.randrange(11172)) for _ in range(r.randint(2, 4)))
