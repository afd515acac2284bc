"""What somebody would type to get a scene, in English or Korean."""
import random

from .english import english
from .korean import korean
from .scene import Scene

CAPTION_LANGUAGES = ('en', 'ko')


def caption(scene: Scene, r: random.Random, language: str | None = None) -> str:
    language = language or r.choice(CAPTION_LANGUAGES)
    text = (english if language == 'en' else korean)(scene, r)
    if language == 'en' and r.random() < 0.1:
        text = text.capitalize() if r.random() < 0.7 else text.upper()
    return text
