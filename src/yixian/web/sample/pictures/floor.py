"""Scenes of the shop floor."""

from yixian.web.sample.pictures.canvas import (
    AMBER,
    BLUE,
    CREAM,
    DARK,
    INK,
    RED,
    STEEL,
    TEAL,
    WOOD,
    Canvas,
    mix,
    shade,
)


def conveyor(c: Canvas) -> None:
    """Boxes on a belt, with a lamp over each place."""
    c.room()
    c.aisle(1010)
    for x in (330, 800, 1270):
        c.line([(x, 0), (x, 330)], DARK, 8)
        c.shape([(x - 90, 390), (x - 40, 330), (x + 40, 330), (x + 90, 390)], TEAL)
        c.shape([(x - 86, 392), (x + 86, 392), (x + 210, 650), (x - 210, 650)], mix(CREAM, AMBER, 0.14))
    c.shadow(800, 960, 1500)
    for x in range(160, 1500, 256):
        c.box(x, 740, 26, 220, DARK)
    c.box(60, 650, 1480, 100, STEEL, r=50)
    c.box(80, 664, 1440, 30, INK, r=15)
    for x in range(120, 1500, 90):
        c.disc(x, 720, 20, None, shade(STEEL, 0.7))
        c.disc(x, 720, 8, None, shade(STEEL, 1.3))
    for x in range(150, 1400, 250):
        size = c.dice.randint(110, 150)
        c.box(x, 664 - size, size + 30, size, mix(WOOD, CREAM, c.dice.random() * 0.35), r=6)
        c.box(x + size / 2, 664 - size, 30, size, shade(WOOD, 0.85))
        c.box(x + 14, 690 - size, 40, 26, c.accent(), r=3)


def shelves(c: Canvas) -> None:
    """Racks of labelled bins: everything in its place."""
    c.room(windows=False)
    c.box(120, 60, 1360, 80, TEAL, r=8)
    for n in range(4):
        c.box(180 + n * 330, 86, 220, 28, CREAM, r=6)
    c.shadow(800, 985, 1450)
    for x in (110, 555, 1000, 1445):
        c.box(x, 190, 26, 800, BLUE)
    for row in range(4):
        y = 360 + row * 200
        c.box(110, y, 1361, 24, shade(BLUE, 0.9))
        for bay in range(3):
            colour = c.accent()
            for n in range(3):
                x = 150 + bay * 445 + n * 134
                if c.dice.random() < 0.1:
                    continue
                c.shape([(x, y - 120), (x + 116, y - 120), (x + 106, y), (x + 10, y)], colour)
                c.box(x, y - 128, 116, 16, shade(colour, 0.82), r=4)
                c.box(x + 28, y - 84, 60, 34, CREAM, r=3)
                c.line([(x + 36, y - 72), (x + 36 + c.dice.randint(20, 44), y - 72)], INK, 5)
                c.line([(x + 36, y - 60), (x + 36 + c.dice.randint(14, 40), y - 60)], DARK, 4)


def screens(c: Canvas) -> None:
    """Folding screens round a zone that visitors pass without disturbing."""
    c.room()
    c.aisle(980, AMBER)
    c.box(360, 330, 880, 430, shade(STEEL, 0.92), r=16)
    for x in range(430, 1200, 190):
        c.box(x, 380, 120, 120, shade(STEEL, 0.75), r=10)
        c.disc(x + 60, 440, 34, None, shade(STEEL, 1.2))
    c.shadow(800, 905, 1400)
    colour = c.dice.choice([TEAL, BLUE])
    for n in range(6):
        left, right = 110 + n * 230, 340 + n * 230
        near, far = (900, 860) if n % 2 else (860, 900)
        top = 420
        tone = shade(colour, 1.0 if n % 2 else 0.86)
        c.shape([(left, top - near + 880), (right, top - far + 880), (right, far), (left, near)], tone)
        c.line([(left, near), (right, far)], shade(colour, 0.6), 10)
        c.line([(left, top - near + 880), (left, near)], shade(colour, 0.6), 10)
    c.box(660, 540, 280, 150, CREAM, r=12)
    c.disc(730, 615, 44, None, CREAM, outline=RED, width=12)
    c.line([(700, 645), (760, 585)], RED, 12)
    c.box(800, 580, 110, 14, INK, r=7)
    c.box(800, 612, 84, 14, DARK, r=7)
    c.box(800, 644, 100, 14, DARK, r=7)
    for x in range(120, 1500, 220):
        c.shape(
            [(x, 1045), (x + 80, 1045), (x + 110, 1070), (x + 80, 1095), (x, 1095), (x + 30, 1070)], AMBER
        )


def reels(c: Canvas) -> None:
    """Large reels in a row, each with its card."""
    c.room()
    c.aisle(1020, TEAL)
    for n, x in enumerate((260, 640, 1020, 1390)):
        colour = c.accent()
        radius = 180 - n % 2 * 26
        y = 950 - radius
        c.shadow(x, 955, radius * 2)
        c.disc(x, y, radius, None, WOOD)
        c.disc(x, y, radius, None, None, outline=shade(WOOD, 0.8), width=14)
        c.disc(x, y, radius * 0.74, None, colour)
        for ring in range(1, 6):
            c.disc(x, y, radius * (0.74 - ring * 0.07), None, None, outline=shade(colour, 0.84), width=5)
        c.disc(x, y, radius * 0.32, None, shade(WOOD, 0.92))
        c.disc(x, y, radius * 0.1, None, INK)
        c.line([(x, y - radius * 0.74), (x + 150, y - radius - 90), (x + 260, y - radius - 110)], colour, 10)
        c.box(x - 52, 962, 104, 44, CREAM, r=4)
        c.line([(x - 36, 984), (x + c.dice.randint(0, 36), 984)], INK, 6)


def dock(c: Canvas) -> None:
    """Pallets before a gate, a truck for them, and the hour of loading on the board."""
    c.room(windows=False)
    c.box(180, 130, 620, 630, shade(STEEL, 1.1), r=6)
    for y in range(150, 420, 54):
        c.box(190, y, 600, 44, shade(STEEL, 0.96), r=4)
    c.box(196, 424, 588, 336, (214, 228, 236))
    c.box(900, 160, 330, 200, INK, r=12)
    for n in range(4):
        c.box(930, 190 + n * 40, c.dice.randint(120, 250), 16, mix(TEAL, CREAM, 0.4), r=6)
    for x, height in ((260, 3), (560, 2)):
        c.shadow(x + 120, 900, 300)
        c.box(x - 20, 860, 290, 36, WOOD)
        for row in range(height):
            for n in range(2):
                c.box(
                    x + n * 126, 860 - (row + 1) * 104, 120, 98, mix(WOOD, CREAM, c.dice.random() * 0.5), r=4
                )
                c.box(x + n * 126 + 18, 860 - row * 104 - 60, 40, 26, c.accent(), r=3)
    c.shadow(1180, 960, 520)
    c.box(980, 760, 330, 150, AMBER, r=24)
    c.line([(1010, 770), (1050, 540), (1250, 540), (1280, 770)], INK, 16)
    c.box(950, 520, 22, 400, DARK)
    c.box(820, 900, 150, 16, DARK)
    for x in (1040, 1260):
        c.disc(x, 920, 56, None, INK)
        c.disc(x, 920, 22, None, STEEL)


def tools(c: Canvas) -> None:
    """A board where every tool has its outline, one of them missing."""
    c.room(820, windows=False)
    c.box(160, 90, 1280, 560, BLUE, r=16)
    c.box(184, 114, 1232, 512, mix(BLUE, CREAM, 0.78), r=8)
    gone = c.dice.randrange(7)
    for n in range(7):
        x, lit = 270 + n * 172, n != gone
        shadow, metal = mix(BLUE, CREAM, 0.55), STEEL if lit else mix(BLUE, CREAM, 0.55)
        grip = c.accent() if lit else shadow
        length = 180 + (n * 53) % 130
        c.box(x - 26, 180, 52, length, metal, r=22 if n % 2 else 4)
        c.disc(x, 186, 48, None, metal)
        c.disc(x, 186, 22, None, mix(BLUE, CREAM, 0.78))
        c.box(x - 34, 180 + length - 20, 68, 150, grip, r=30)
        c.box(x - 50, 576, 100, 28, CREAM, r=4)
        c.line([(x - 36, 590), (x + 20, 590)], INK, 5)
    c.shadow(800, 1060, 1340)
    c.box(130, 760, 1340, 60, WOOD, r=8)
    for x in (170, 1390):
        c.box(x, 820, 46, 240, shade(WOOD, 0.8))
    c.box(300, 690, 240, 70, RED, r=10)
    c.box(380, 664, 80, 30, shade(RED, 0.7), r=8)
    c.box(980, 700, 180, 60, TEAL, r=8)
    c.disc(1290, 720, 40, None, AMBER)
