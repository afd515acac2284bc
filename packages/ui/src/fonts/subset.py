"""Cuts Jua down to the letters that `characters.txt` lists, makes its digits equally wide and lifts the point to their foot.

Only when a text got letters that `characters.txt` lacks (a test says so): add them there, then
  pip install fonttools brotli
  npm pack @expo-google-fonts/jua && tar xf expo-google-fonts-jua-*.tgz
  python subset.py package/400Regular/Jua_400Regular.ttf
"""

import sys
from pathlib import Path

from fontTools.subset import Options, Subsetter, save_font
from fontTools.ttLib import TTFont

here = Path(__file__).parent
font = TTFont(sys.argv[1])
options = Options(flavor="woff2", layout_features=[], hinting=False, name_IDs=[0, 1, 2, 13, 14])
subsetter = Subsetter(options)
subsetter.populate(text=(here / "characters.txt").read_text(encoding="utf-8"))
subsetter.subset(font)

names, glyphs, metrics = font.getBestCmap(), font["glyf"], font["hmtx"]
width = max(metrics[names[ord(digit)]][0] for digit in "0123456789")
for digit in "0123456789":
    name = names[ord(digit)]
    advance, bearing = metrics[name]
    shift = (width - advance) // 2
    glyphs[name].coordinates.translate((shift, 0))
    glyphs[name].recalcBounds(glyphs)
    metrics[name] = (width, bearing + shift)

point = glyphs[names[ord(".")]]
point.coordinates.translate((0, glyphs[names[ord("0")]].yMin - point.yMin))
point.recalcBounds(glyphs)

save_font(font, here / "jua.woff2", options)
