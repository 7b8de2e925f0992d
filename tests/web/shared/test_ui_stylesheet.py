"""The stylesheet: small, in layers, readable in both themes."""

import re

import brotli
import pytest

from tools import assemble_css

CSS = assemble_css.SOURCES
PAIR = re.compile(r"(--[\w-]+):\s*(#[0-9a-f]{6})\b")
LIGHT = dict(PAIR.findall((CSS / "tokens/palette.css").read_text("utf-8")))
DARK = dict(PAIR.findall((CSS / "tokens/palette_dark.css").read_text("utf-8")))
GROUNDS = ("--page", "--surface", "--raised", "--sunken")
INKS = ("--ink", "--ink-2", "--ink-3", "--red-ink", "--teal-ink", "--amber-ink", "--green-ink")


def contrast(one, other):
    """The ratio of WCAG 2.2 between two colours."""
    low, high = sorted((luminance(one), luminance(other)))
    return (high + 0.05) / (low + 0.05)


def luminance(colour):
    channels = (int(colour[at : at + 2], 16) / 255 for at in (1, 3, 5))
    linear = [c / 12.92 if c <= 0.04045 else ((c + 0.055) / 1.055) ** 2.4 for c in channels]
    return 0.2126 * linear[0] + 0.7152 * linear[1] + 0.0722 * linear[2]


@pytest.mark.parametrize("palette", [LIGHT, DARK], ids=["light", "dark"])
def test_text_can_be_read_on_every_ground(palette):
    pairs = [(ink, ground) for ink in INKS for ground in GROUNDS]
    pairs += [(f"--{hue}-ink", f"--{hue}-soft") for hue in ("red", "teal", "amber", "green")]
    pairs += [(f"--on-{hue}", f"--{hue}") for hue in ("red", "teal", "amber", "green")]
    pairs += [("--on-red", "--red-hover"), ("--on-teal", "--teal-hover"), ("--page", "--ink")]
    faint = {f"{ink} on {ground}": contrast(palette[ink], palette[ground]) for ink, ground in pairs}
    assert {pair: ratio for pair, ratio in faint.items() if ratio < 4.5} == {}


@pytest.mark.parametrize("palette", [LIGHT, DARK], ids=["light", "dark"])
def test_borders_and_pictures_can_be_seen(palette):
    marks = ["--line-strong", "--focus", "--chart-axis", *(f"--chart-{n}" for n in range(1, 7))]
    ratios = {mark: contrast(palette[mark], palette["--surface"]) for mark in marks}
    assert {mark: ratio for mark, ratio in ratios.items() if ratio < 3} == {}


def test_both_themes_name_the_same_colours():
    assert set(LIGHT) == set(DARK)


def test_every_custom_property_in_use_is_defined():
    ours = "".join(each.read_text("utf-8") for each in CSS.rglob("*.css"))
    used = set(re.findall(r"var\((--(?!bs-)[\w-]+)\)", ours))
    defined = set(re.findall(r"(--[\w-]+):", ours))
    assert used - defined == set()


def test_the_stylesheet_is_small_and_in_layers():
    content = assemble_css.stylesheet()
    assert content.startswith("@layer vendor,tokens,base,layout,components,utilities,print;")
    assert re.findall(r"^@layer (\w+)\{", content, re.MULTILINE) == list(assemble_css.LAYERS)
    assert content.count("{") == content.count("}")
    assert len(brotli.compress(content.encode())) <= 45 * 1024


def test_the_dark_palette_also_follows_the_device():
    content = assemble_css.stylesheet()
    follows = (
        '@media screen and (prefers-color-scheme:dark){:root[data-theme="auto"]{color-scheme:dark;--page:'
    )
    assert content.count(follows) == 1


def test_assembling_twice_writes_once():
    before = assemble_css.assemble().stat().st_mtime_ns
    assert assemble_css.assemble().stat().st_mtime_ns == before


@pytest.mark.parametrize(
    ("css", "small"),
    [
        ("/* why */ a > b {\n  color : red;\n}\n", "a>b{color : red}"),
        ('.x::before { content: "a ;  b"; }', '.x::before{content: "a ;  b"}'),
        ("p { width: calc(1px + 2%); }", "p{width:calc(1px + 2%)}"),
    ],
)
def test_minifying_keeps_the_meaning(css, small):
    assert assemble_css.minified(css) == small
