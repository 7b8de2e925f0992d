"""Scenes of rooms beside the shop floor, of laboratories, museums and offices."""

from yixian.web.sample.pictures.canvas import (
    AMBER,
    BLUE,
    CREAM,
    DARK,
    GLASS,
    GREEN,
    INK,
    RED,
    STEEL,
    TEAL,
    WOOD,
    Canvas,
    mix,
    shade,
)


def board(c: Canvas) -> None:
    """A safety board: days without an accident, what to wear, whom to call."""
    c.room(900, windows=False)
    c.box(140, 90, 1320, 720, TEAL, r=20)
    c.box(170, 210, 1260, 570, CREAM, r=10)
    c.box(200, 130, 420, 40, CREAM, r=20)
    c.disc(420, 480, 170, None, mix(GREEN, CREAM, 0.75), outline=GREEN, width=22)
    c.line([(340, 490), (400, 550), (510, 410)], GREEN, 34)
    for n in range(3):
        x = 660 + n * 250
        colour = (BLUE, AMBER, RED)[n]
        c.box(x, 250, 220, 240, mix(colour, CREAM, 0.8), r=14)
        c.disc(x + 110, 350, 62, None, colour)
        c.box(x + 40, 350, 140, 24, shade(colour, 0.8), r=12)
        c.box(x + 50, 436, 120, 16, INK, r=8)
    for n in range(4):
        c.box(
            660, 540 + n * 54, 34, 34, GREEN if c.dice.random() < 0.75 else CREAM, r=6, outline=GREEN, width=4
        )
        c.box(720, 550 + n * 54, c.dice.randint(380, 660), 16, DARK, r=8)
    c.plant(90, 1080)
    c.plant(1510, 1080)


def practice(c: Canvas) -> None:
    """A place for skills practice: parts in order, a clock, the week's best times."""
    c.room(760)
    c.box(1100, 60, 340, 300, CREAM, r=12, outline=WOOD, width=14)
    for n in range(5):
        c.box(1140, 100 + n * 48, c.dice.randint(110, 260), 22, (AMBER, TEAL, BLUE, STEEL, STEEL)[n], r=8)
    c.disc(800, 200, 120, None, CREAM, outline=INK, width=16)
    c.line([(800, 200), (800, 120)], INK, 14)
    c.line([(800, 200), (860, 232)], RED, 10)
    c.shadow(800, 1090, 1420)
    c.shape([(160, 700), (1440, 700), (1540, 820), (60, 820)], WOOD)
    c.box(60, 820, 1480, 46, shade(WOOD, 0.84))
    for x in (120, 1430):
        c.box(x, 866, 50, 220, shade(WOOD, 0.7))
    for n in range(6):
        x = 220 + n * 200
        colour = c.accent()
        c.shape([(x, 712), (x + 130, 712), (x + 146, 786), (x - 16, 786)], CREAM)
        for k in range(3):
            c.disc(x + 24 + k * 42, 750 + k % 2 * 10, 15, None, colour)
            c.disc(x + 24 + k * 42, 750 + k % 2 * 10, 6, None, CREAM)
    for x in (420, 1000):
        c.disc(x + 80, 1010, 74, 26, DARK)
        c.box(x + 68, 1010, 24, 120, DARK)


def control(c: Canvas) -> None:
    """A control room: curves on screens, one of them asking for a look."""
    c.room(900, windows=False)
    c.box(0, 0, 1600, 900, (70, 82, 94))
    asks = c.dice.randrange(6)
    for n in range(6):
        x, y = 110 + n % 3 * 470, 90 + n // 3 * 340
        c.box(x, y, 440, 300, INK, r=14)
        c.box(x + 16, y + 16, 408, 268, (44, 56, 66), r=6)
        colour = AMBER if n == asks else mix(TEAL, CREAM, 0.35)
        level = 150.0
        points: list[tuple[float, float]] = []
        for step in range(13):
            level = min(230, max(60, level + c.dice.uniform(-34, 34)))
            points.append((x + 40 + step * 30, y + 20 + level))
        for line in range(4):
            c.line([(x + 36, y + 70 + line * 56), (x + 404, y + 70 + line * 56)], (62, 76, 86), 3)
        c.line(points, colour, 8)
        c.disc(*points[-1], 12, None, colour)
    c.shape([(60, 860), (1540, 860), (1600, 1010), (0, 1010)], STEEL)
    c.box(0, 1010, 1600, 190, shade(STEEL, 0.75))
    for n in range(9):
        c.box(140 + n * 150, 895, 90, 30, shade(STEEL, 1.25), r=8)
        c.disc(185 + n * 150, 966, 20, None, c.accent())


def lab(c: Canvas) -> None:
    """A laboratory bench with flasks, a balance and a hood."""
    c.room(860)
    c.box(1090, 120, 400, 560, shade(STEEL, 1.2), r=12)
    c.box(1120, 170, 340, 330, GLASS, r=6)
    c.line([(1120, 420), (1460, 420)], STEEL, 10)
    c.shadow(800, 1100, 1500)
    c.box(60, 680, 1480, 40, CREAM, r=6)
    c.box(80, 720, 1440, 380, mix(BLUE, CREAM, 0.62))
    for x in range(110, 1480, 240):
        c.box(x, 752, 210, 316, mix(BLUE, CREAM, 0.74), r=8)
        c.box(x + 70, 780, 70, 14, STEEL, r=7)
    for n in range(4):
        x, colour = 170 + n * 190, c.accent()
        c.box(x - 16, 500, 32, 90, GLASS)
        c.shape([(x - 16, 560), (x + 16, 560), (x + 74, 680), (x - 74, 680)], GLASS)
        c.shape([(x - 44, 620), (x + 44, 620), (x + 74, 680), (x - 74, 680)], mix(colour, CREAM, 0.25))
        c.box(x - 22, 492, 44, 14, STEEL, r=6)
    c.box(900, 610, 150, 70, shade(STEEL, 1.15), r=10)
    c.box(930, 590, 90, 20, INK, r=6)
    c.box(916, 640, 64, 24, mix(GREEN, CREAM, 0.5), r=4)
    for n in range(5):
        c.box(1180 + n * 50, 600, 22, 80, mix(c.accent(), CREAM, 0.4), r=10)
    c.box(1160, 632, 260, 20, WOOD, r=6)


def exhibit(c: Canvas) -> None:
    """A museum case: three vessels under a light, a card beside each."""
    c.room(880, windows=False)
    c.box(0, 0, 1600, 866, mix((96, 90, 88), RED, c.dice.random() * 0.12))
    c.shape([(700, 0), (900, 0), (1290, 860), (310, 860)], mix((116, 108, 102), CREAM, 0.12))
    c.box(680, 0, 240, 26, INK)
    c.shadow(800, 1085, 1180)
    c.box(260, 820, 1080, 260, shade(WOOD, 0.62), r=6)
    c.box(260, 820, 1080, 34, shade(WOOD, 0.8), r=6)
    c.box(290, 300, 1020, 520, mix((150, 150, 148), GLASS, 0.5), r=6, outline=shade(STEEL, 0.8), width=10)
    for n, x in enumerate((480, 800, 1120)):
        colour = (mix(BLUE, CREAM, 0.3), mix(WOOD, RED, 0.35), mix(GREEN, CREAM, 0.25))[n]
        colour = shade(colour, c.dice.uniform(0.9, 1.1))
        tall = (150, 210, 120)[n]
        c.box(x - 110, 760, 220, 60, CREAM)
        c.disc(x, 760 - tall * 0.5, 88, tall * 0.52, colour)
        c.box(x - 34, 760 - tall * 1.28, 68, tall * 0.5, colour, r=12)
        c.box(x - 54, 760 - tall * 1.32, 108, 22, shade(colour, 0.8), r=11)
        c.disc(x, 760 - tall * 0.5, 87, 16, shade(colour, 0.84))
        c.box(x - 46, 882, 92, 56, CREAM, r=4)
        c.line([(x - 30, 902), (x + 28, 902)], INK, 5)
        c.line([(x - 30, 918), (x + 10, 918)], DARK, 4)
    for x in (120, 1480):
        c.disc(x, 800, 20, None, AMBER)
        c.box(x - 8, 800, 16, 300, AMBER)
    c.line([(120, 850), (190, 905), (260, 880)], RED, 14)
    c.line([(1340, 880), (1410, 905), (1480, 850)], RED, 14)


def counter(c: Canvas) -> None:
    """A service counter of a township office, with a corner to sit down."""
    c.room(800)
    c.box(180, 330, 900, 110, TEAL, r=10)
    for n in range(3):
        c.box(240 + n * 290, 366, 200, 36, CREAM, r=8)
    c.shadow(650, 1075, 1100)
    c.box(140, 680, 1000, 44, CREAM, r=8)
    c.box(160, 724, 960, 350, WOOD, r=4)
    for n in range(3):
        x = 230 + n * 310
        c.box(x, 560, 170, 116, INK, r=8)
        c.box(x + 10, 570, 150, 92, mix(BLUE, CREAM, 0.45), r=4)
        c.box(x + 74, 672, 24, 14, INK)
        c.disc(x + 90, 900, 58, None, mix(WOOD, CREAM, 0.4))
        c.box(x + 66, 870, 48, 60, c.accent(), r=6)
    c.shadow(1360, 1090, 380)
    c.box(1220, 870, 280, 90, c.dice.choice([TEAL, BLUE, GREEN]), r=26)
    c.box(1200, 940, 320, 90, c.dice.choice([TEAL, BLUE, GREEN]), r=26)
    c.box(1230, 1030, 24, 56, DARK)
    c.box(1466, 1030, 24, 56, DARK)
    c.plant(1180, 800 + 160)
