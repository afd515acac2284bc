"""Places without things in them."""
import math
import random

import numpy as np
from PIL import Image, ImageDraw

# Snow and the white background are darker than white, and night is lit by the moon, so that a swan and a black cat can be seen there.
GROUNDS = {
    'lake': ((70, 150, 190), (50, 110, 170)),
    'sea': ((30, 120, 190), (15, 70, 140)),
    'grass': ((120, 200, 80), (70, 160, 60)),
    'night': ((66, 112, 108), (40, 80, 84)),
    'nightlake': ((56, 78, 150), (34, 52, 112)),
    'sunset': ((120, 110, 60), (70, 70, 50)),
    'sunsetlake': ((230, 140, 110), (110, 70, 130)),
    'snow': ((228, 238, 250), (188, 208, 235)),
    'beach': ((245, 225, 165), (230, 200, 130)),
}
PLAIN = {'white': (228, 231, 238), 'yellow': (252, 224, 110), 'pink': (250, 180, 205), 'green': (130, 205, 130), 'blue': (110, 165, 240)}
DAY, NIGHT, EVENING, WINTER = ((90, 170, 240), (195, 230, 252)), ((18, 24, 70), (74, 88, 156)), ((110, 70, 150), (255, 160, 90)), ((135, 170, 212), (182, 208, 234))
SKIES = {'night': NIGHT, 'nightlake': NIGHT, 'sunset': EVENING, 'sunsetlake': EVENING, 'snow': WINTER}
SHORES = {'lake': (80, 150, 80), 'nightlake': (34, 62, 72), 'sunsetlake': (90, 60, 80)}
UNITS = 128
"""Places are described on a grid of 128, whatever their size in pixels."""


def backdrop(place: str, r: random.Random, size: int) -> Image.Image:
    """RGB, `size` square: drawn twice as large and averaged, so that its edges are smooth."""
    return _Painter(place, r, size * 2).paint().reduce(2)


class _Painter:
    def __init__(self, place: str, r: random.Random, pixels: int):
        self.place, self.r, self.pixels, self.scale = place, r, pixels, pixels / UNITS
        self.horizon = UNITS * r.uniform(0.38, 0.52)
        self.water = place in SHORES or place == 'sea'

    def paint(self) -> Image.Image:
        if self.place in PLAIN:
            shade = np.linspace(1.02, 0.97, self.pixels)[:, None, None]
            return _image(np.full((self.pixels, self.pixels, 3), self.near(PLAIN[self.place], 5)) * shade)
        top, bottom = (self.near(colour) for colour in SKIES.get(self.place, DAY))
        split = self.pixels if self.place == 'sky' else round(self.horizon * self.scale)
        rows = [self.gradient(top, bottom, split)]
        if self.place != 'sky':
            rows.append(self.gradient(*(self.near(colour) for colour in GROUNDS[self.place]), self.pixels - split))
        sky = _image(rows[0])
        self.draw_in(sky, self.sky)
        image = _image(np.concatenate([np.asarray(sky), *rows[1:]]))
        self.draw_in(image, self.ground)
        return image

    def near(self, colour, spread=9):
        return np.array([value + self.r.uniform(-spread, spread) for value in colour])

    def gradient(self, top, bottom, height):
        t = np.linspace(0, 1, height)[:, None]
        return np.repeat((top * (1 - t) + bottom * t)[:, None, :], self.pixels, 1)

    def draw_in(self, image, paint):
        self.pen = ImageDraw.Draw(image, 'RGBA')
        paint()

    def dot(self, x, y, rx, ry, fill):
        self.pen.ellipse([v * self.scale for v in (x - rx, y - ry, x + rx, y + ry)], fill=fill)

    def line(self, points, fill, width=1.0):
        self.pen.line([v * self.scale for v in points], fill=fill, width=max(1, round(width * self.scale)))

    def sky(self):
        r = self.r
        if self.place in ('night', 'nightlake'):
            for _ in range(r.randint(14, 26)):
                size = r.uniform(0.5, 1.2)
                self.dot(r.uniform(0, UNITS), r.uniform(0, self.horizon - 4), size, size, (255, 255, 230, r.randint(140, 255)))
        if self.place in ('sunset', 'sunsetlake'):
            size = r.uniform(9, 15)
            self.dot(r.uniform(0.2, 0.8) * UNITS, self.horizon, size, size, (255, 225, 140, 255))
        if self.place in ('sky', 'grass', 'sea', 'beach', 'lake'):
            floor = UNITS * 0.8 if self.place == 'sky' else self.horizon - 14
            for _ in range(r.randint(1, 3) if self.place == 'sky' else r.randint(0, 2)):
                self.cloud(r.uniform(0, UNITS), r.uniform(6, floor), r.uniform(6, 11))

    def cloud(self, x, y, w):
        for k in (-1, 0, 1):
            self.dot(x + k * w * 0.8, y - (k == 0) * w * 0.12, w * 0.7, w * (0.42 + 0.13 * (k == 0)), (255, 255, 255, 215))

    def ground(self):
        r, horizon = self.r, self.horizon
        if self.place in SHORES:
            phase = r.uniform(0, 6)
            hills = [(x, horizon - 5 - 4 * math.sin(x / 17 + phase) - 3 * math.sin(x / 7 + 2 * phase)) for x in range(0, UNITS + 4, 2)]
            points = [(0, horizon), *hills, (UNITS + 4, horizon)]
            self.pen.polygon([(x * self.scale, y * self.scale) for x, y in points], fill=SHORES[self.place])
        if self.water:
            for _ in range(r.randint(10, 18)):
                x, y = r.uniform(0, UNITS), r.uniform(horizon + 3, UNITS - 2)
                w = r.uniform(5, 16) * (y - horizon + 20) / 60
                self.line((x - w, y, x + w, y), (255, 255, 255, r.randint(30, 80)))
        if self.place == 'beach':
            y = horizon + r.uniform(4, 9)
            self.pen.rectangle([0, horizon * self.scale, self.pixels, y * self.scale], fill=(60, 150, 205))
            self.line((0, y, UNITS, y), (255, 255, 255, 200))
        if self.place == 'grass':
            for _ in range(30):
                x, y = r.uniform(0, UNITS), r.uniform(horizon + 4, UNITS)
                self.line((x, y, x + r.uniform(-2, 2), y - r.uniform(3, 6)), (50, 140, 50, 150))
        if self.place == 'snow':
            for _ in range(30):
                size = r.uniform(0.6, 1.5)
                self.dot(r.uniform(0, UNITS), r.uniform(0, UNITS), size, size, (255, 255, 255, 230))


def _image(pixels) -> Image.Image:
    return Image.fromarray(np.clip(pixels, 0, 255).astype(np.uint8))
