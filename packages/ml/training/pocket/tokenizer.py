"""The bundle's tokenizer (packages/ml/src/tokenizer/hashed-ngrams.ts is the one the product uses; its test compares with the ids in the goldens)."""
import json
import re
import unicodedata
from functools import cache

import numpy as np

from .settings import BUNDLE

CONFIG = json.loads((BUNDLE / 'tokenizer' / 'tokenizer_config.json').read_text())
BUCKETS, WORDS, WIDTH = CONFIG['buckets'], CONFIG['words'], CONFIG['ngrams_per_word']
START, FIRST_BUCKET = 1, 2


def fnv1a(text: str) -> int:
    value = 2166136261
    for byte in text.encode():
        value = (value ^ byte) * 16777619 & 0xFFFFFFFF
    return value


@cache
def word_ids(word: str) -> tuple[int, ...]:
    whole = f'<{word}>'
    grams, sizes = [whole], CONFIG['ngram_sizes']
    if any('가' <= c <= '힣' for c in word):
        grams += [whole[:n] for n in CONFIG['hangul_prefix_sizes'] if n < len(whole)] + list(word)
        sizes = CONFIG['hangul_ngram_sizes']
    grams += [whole[i : i + n] for n in sizes for i in range(len(whole) - n + 1)]
    return tuple(dict.fromkeys(FIRST_BUCKET + fnv1a(gram) % (BUCKETS - FIRST_BUCKET) for gram in grams))[:WIDTH]


def tokenize(captions: list[str]) -> np.ndarray:
    """int16 [captions, WORDS, WIDTH]; word 0 is the start token, 0 pads."""
    ids = np.zeros((len(captions), WORDS, WIDTH), np.int16)
    ids[:, 0, 0] = START
    for i, text in enumerate(captions):
        for j, word in enumerate(re.findall(r'\w+', unicodedata.normalize('NFC', text).lower())[: WORDS - 1]):
            of_word = word_ids(word)
            ids[i, j + 1, : len(of_word)] = of_word
    return ids
