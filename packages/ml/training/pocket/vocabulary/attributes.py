"""Colours and sizes, with the words for them."""
from dataclasses import dataclass


@dataclass(frozen=True)
class Colour:
    rgb: tuple[int, int, int]
    english: tuple[str, ...]
    korean: tuple[str, ...]


COLOURS = (
    Colour((225, 45, 45), ('red',), ('빨간', '빨간색', '붉은')),
    Colour((245, 140, 40), ('orange',), ('주황색', '주황')),
    Colour((250, 215, 60), ('yellow',), ('노란', '노란색')),
    Colour((70, 180, 80), ('green',), ('초록', '초록색', '녹색')),
    Colour((60, 120, 230), ('blue',), ('파란', '파란색', '푸른')),
    Colour((150, 80, 210), ('purple', 'violet'), ('보라색', '보라')),
    Colour((250, 130, 180), ('pink',), ('분홍', '분홍색', '핑크')),
    Colour((60, 60, 66), ('black',), ('검은', '검정', '까만')),
    Colour((240, 240, 246), ('white',), ('하얀', '흰', '하얀색')),
    Colour((140, 90, 55), ('brown',), ('갈색', '밤색')),
    Colour((145, 145, 155), ('gray', 'grey'), ('회색',)),
)
BY_NAME = {colour.english[0]: colour for colour in COLOURS}
PLAIN_SIZE, SMALL, BIG = 0, 1, 2
SIZE_FACTORS = (1, 0.62, 1.35)
ENGLISH_SIZES = ((), ('small', 'little', 'tiny'), ('big', 'large', 'huge', 'giant'))
KOREAN_SIZES = ((), ('작은', '조그만', '아주 작은'), ('큰', '커다란', '거대한'))
