"""A sheet to draw on: flat shapes in calm colours, smoothed by drawing at twice the size."""

import base64
import random
import zlib
from typing import Any

from PIL import Image, ImageDraw

Colour = tuple[int, int, int]
TWICE = 2

PAPER = (246, 243, 238)
WALLS = [(228, 233, 232), (235, 230, 221), (223, 230, 236), (232, 234, 224)]
FLOORS = [(196, 199, 198), (205, 197, 186), (188, 197, 203)]
INK = (64, 70, 78)
STEEL = (150, 160, 168)
DARK = (98, 108, 118)
WOOD = (199, 164, 122)
TEAL = (58, 132, 132)
RED = (190, 74, 60)
AMBER = (221, 164, 66)
GREEN = (104, 150, 104)
BLUE = (86, 124, 168)
CREAM = (250, 246, 236)
GLASS = (206, 224, 230)
ACCENTS = [TEAL, RED, AMBER, GREEN, BLUE]

# "示例图片 Sample" as a picture of one bit per dot, because a fresh machine has no Chinese font.
LABEL_SIZE = (499, 71)
LABEL = (
    "eNrt171y3DYQB3Ag8AQqMkKbwmO8Qh5AA7yWipsjNC5S6hH0Jhl2KfMK1KRwGbiDJzSR/y5IkLgP3V3s0jcaa8zjjwQWuwtI"
    "iO/zUfxv3F4y4QY+fFeu+9v4Xzn3IqrMn3iJ+4P/6//HLd/+7fz5HFfTFdyA/xliiaDccoPHXubhg9Anuc/xMrfCzfz9Ac95"
    "vBz5lbuWy5yny/zDOa6yype5q3x3wJPoruEPM08t1xEju8j3eCtzmmvDB3F/A6fEeWr5FTk/LVyDb99u+uv4Y+Fm5pwPw5Vc"
    "TkiP34nbXuyPuY0lij7wq4ir8RT3vRiPOWVesqPAFatQBJ5qYdMtKs9RpoYPnDu4N3WTQv5bg8ueaqGf78pJTbLw169JxS3n"
    "yCMgQaScdU7CUg2Bd/h24RprbYh/SqMZSuTnNhS56sC/5PyMSdgOz/BUSrFyM8nBUORfh8724DXgOlHkKCT/xu7lI/ikR3A5"
    "Ip0r/0MVPvQ2U9LWTsXNxlIIcm8nRN0mxNmjFuTKbeXCTC3HsMUvFIIcEPo9RiKIY1K8coomZ5zubeEY2pZLit8dc2ES8R4l"
    "6OnCrvL7ldv27SKnOfUnYSLxAOwpOK7yn1fe5b7hPs93jfQMX3nY8HcOvXKuuJfUcMudtuWBf61cVI51yQ3X3Gkbbo85eiWv"
    "O5I2f97yMvljXsouzNwX/g+G2n2JlKaUaTx5WvnuBMePRIorTM653x6If8K95nPDqbRMPuS+8KgiVYXbP+6I/52ckC2nRt0d"
    "c95diNPw3cNYeEB2y4Yj3WQ+w9XC33e7ed3TIfdB549n+IDyRmjdnU9z0taSWaJve5PUaa4H/gJraGcuOOtsw+2gToSO+/DC"
    "zcK53u3maGV6H97ie+I6zlyFY34ybWhg9FxPXMXt8aDl+5NJ2/KhbBORuX+L+8p5WJz+M7dYriO+Oy7YwveVU+4x527jFv7u"
    "BO9Ku1g4dw5qzTR3ZMuW37/JR/pCEzczx1YgeTEKp8oK+9IZFz6VXkcFx5xONHQzR97THrerHBsauFl5L+dOyycXcD4Q2YUr"
    "4uPCfUSL7ejXwqMauc+LX+kZin8cx7qs++OWW+yLeP+m4kZDmxSGkGjzWLir/E5yFRWu6Vzn89eVU/F6OgONFC9Y3Ow4WDXr"
    "Vq7oNkvtb+UDbTUdruvAnN4+bnnZekI5lFL1v678Be0Q3KOFytJpsXD8vnog1ysvx4CnlT9nPjTQKWFt1IpzvfKhco3mKTfn"
    "GPs08p5Vzvm2nLcdrUGu3Axn/5SyzdV5DA6zkRve38gBsBcvodPhSq7L3xpO01be18iLa3k57LufOEB13a/lN39+8B/8Gz//"
    "Aauy0+0="
)


class Canvas:
    """What the scenes draw on; all measures are in pixels of the finished picture."""

    def __init__(self, size: tuple[int, int], dice: random.Random) -> None:
        self.width, self.height = size
        self.dice = dice
        self._image = Image.new("RGB", (size[0] * TWICE, size[1] * TWICE), PAPER)
        self._pen = ImageDraw.Draw(self._image)

    def box(self, x: float, y: float, w: float, h: float, fill: Colour, *, r: float = 0, **line: Any) -> None:
        """A rectangle from its upper left corner; `r` rounds it; `outline`, `width` draw its edge."""
        at = [x * TWICE, y * TWICE, (x + w) * TWICE, (y + h) * TWICE]
        line = {**line, "width": line.get("width", 0) * TWICE}
        self._pen.rounded_rectangle(at, radius=r * TWICE, fill=fill, **line)

    def disc(self, x: float, y: float, rx: float, ry: float | None, fill: Colour | None, **line: Any) -> None:
        """An ellipse round its centre; `ry` None makes a circle."""
        ry = rx if ry is None else ry
        at = [(x - rx) * TWICE, (y - ry) * TWICE, (x + rx) * TWICE, (y + ry) * TWICE]
        line = {**line, "width": line.get("width", 0) * TWICE}
        self._pen.ellipse(at, fill=fill, **line)

    def shape(self, points: list[tuple[float, float]], fill: Colour) -> None:
        """A polygon."""
        self._pen.polygon([(x * TWICE, y * TWICE) for x, y in points], fill=fill)

    def line(self, points: list[tuple[float, float]], fill: Colour, width: float = 6) -> None:
        """A polyline with round joints."""
        self._pen.line([(x * TWICE, y * TWICE) for x, y in points], fill, int(width * TWICE), joint="curve")

    def room(self, horizon: float = 760, *, windows: bool = True) -> None:
        """Wall, windows, skirting and floor."""
        wall, ground = self.dice.choice(WALLS), self.dice.choice(FLOORS)
        self.box(0, 0, self.width, horizon, wall)
        if windows:
            for x in range(120, self.width - 200, 380):
                self.box(x, 90, 250, 190, shade(wall, 0.86), r=6)
                self.box(x + 12, 102, 226, 166, mix(GLASS, CREAM, self.dice.random() * 0.5), r=4)
                self.line([(x + 125, 102), (x + 125, 268)], shade(wall, 0.86), 8)
        self.box(0, horizon, self.width, self.height - horizon, ground)
        self.box(0, horizon - 14, self.width, 14, shade(wall, 0.82))

    def aisle(self, y: float, colour: Colour = AMBER) -> None:
        """A walking lane marked on the floor."""
        self.box(0, y, self.width, 10, colour)
        self.box(0, y + 150, self.width, 10, colour)

    def shadow(self, x: float, y: float, w: float) -> None:
        """The ground under something."""
        self.disc(x, y, w / 2, w / 44 + 10, (168, 172, 174))

    def plant(self, x: float, y: float) -> None:
        """A pot with leaves: somebody looks after this place."""
        self.shadow(x, y, 120)
        for dx, dy in ((-46, -120), (-18, -165), (22, -150), (50, -110)):
            self.shape(
                [(x - 8, y - 60), (x + dx, y + dy), (x + 12, y - 60)], shade(GREEN, 0.85 + abs(dx) / 200)
            )
        self.shape([(x - 42, y - 66), (x + 42, y - 66), (x + 30, y), (x - 30, y)], WOOD)

    def accent(self) -> Colour:
        """One of the accents."""
        return self.dice.choice(ACCENTS)

    def label(self) -> None:
        """Say in the corner that this is a sample."""
        mask = Image.frombytes("1", LABEL_SIZE, zlib.decompress(base64.b64decode(LABEL)))
        w, h = LABEL_SIZE
        left, top = self.width * TWICE - w - 70, self.height * TWICE - h - 66
        self._pen.rounded_rectangle([left - 30, top - 22, left + w + 30, top + h + 22], 18, fill=CREAM)
        self._image.paste(INK, (left, top, left + w, top + h), mask)

    def image(self) -> Image.Image:
        """The finished picture."""
        return self._image.reduce(TWICE)


def shade(colour: Colour, by: float) -> Colour:
    """Darker (below 1) or lighter (above 1)."""
    return (min(255, int(colour[0] * by)), min(255, int(colour[1] * by)), min(255, int(colour[2] * by)))


def mix(one: Colour, other: Colour, part: float) -> Colour:
    """A colour between two: 0 is the first, 1 the second."""
    between = [int(a + (b - a) * part) for a, b in zip(one, other, strict=True)]
    return (between[0], between[1], between[2])
