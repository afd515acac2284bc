"""Sheets to look at: what a run draws now, beside prompts that stay the same."""
from pathlib import Path

import torch
from PIL import Image

from .vocabulary.nouns import NOUNS

PROMPTS = (
    *(f'a {noun.english[0]}' if i % 2 == 0 else noun.korean[0] for i, noun in enumerate(NOUNS)),
    'a duck and a swan on a lake',
    '백조와 오리',
    'two ducks on the sea',
    'a red duck and a swan at sunset',
    '눈밭의 펭귄과 눈사람',
    'a blue cat and a dog in a meadow',
    '밤하늘의 달과 별 세 개',
    'three balloons in the sky',
    '해변의 오리와 집',
    'a big whale and a small sailboat',
    'a rabbit on the beach',
    '빨간 자동차',
    'a pink heart on a white background',
    '노을 속의 개구리',
    '오리가 헤엄친다',
    'a piano on a lake',
    'a dragon and a robot',
    '판다와 곰',
    'a green apple and a flower',
    '돼지 두 마리',
)


def save_sheet(pictures: torch.Tensor, path: Path, columns: int = 12, side: int = 96) -> None:
    """Pictures in [-1, 1] as a grid, each `side` pixels."""
    small = pictures.add(1).mul(127.5).clamp(0, 255).byte().permute(0, 2, 3, 1).cpu().numpy()
    rows = -(-len(small) // columns)
    sheet = Image.new('RGB', (columns * side, rows * side), 'white')
    for i, picture in enumerate(small):
        sheet.paste(Image.fromarray(picture).resize((side, side), Image.BICUBIC), (i % columns * side, i // columns * side))
    sheet.save(path)
