"""What every template of the site keeps to: icons that exist, classes that are styled, no inline code."""

import re
from pathlib import Path

import pytest

from tools import assemble_css

WEB = Path(__file__).resolve().parents[3] / "src/yixian/web"
TEMPLATES = sorted(WEB.glob("*/templates/**/*.html"))
NAMES = [str(each.relative_to(WEB)) for each in TEMPLATES]
SPRITE = (WEB / "shared/static/vendor/icons/icons.svg").read_text("utf-8")
ICONS = set(re.findall(r'<symbol id="([\w-]+)"', SPRITE))
TAG = re.compile(r"\{%.*?%\}|\{\{.*?\}\}|\{#.*?#\}", re.DOTALL)
BOOTSTRAPS_OWN = re.compile(
    r"\b(?:text|bg|border|link)-(?:primary|secondary|success|danger|warning|info|light|dark)\b"
)


@pytest.mark.parametrize("path", TEMPLATES, ids=NAMES)
def test_the_icons_of_a_template_are_in_the_sprite(path):
    wanted = re.findall(r"""\{%\s*icon\s+["']([\w-]+)["']""", path.read_text("utf-8"))
    assert [name for name in wanted if name not in ICONS] == []


@pytest.mark.parametrize("path", TEMPLATES, ids=NAMES)
def test_a_template_has_no_inline_code_or_style(path):
    markup = TAG.sub("", path.read_text("utf-8"))
    assert re.findall(r"""\s(?:style|on[a-z]+|hx-on[\w:-]*)=["']""", markup) == []
    assert re.findall(r"<script(?![^>]*\bsrc=)[^>]*>|<style", markup) == []


@pytest.mark.parametrize("path", TEMPLATES, ids=NAMES)
def test_a_template_takes_its_colours_from_the_tokens(path):
    assert BOOTSTRAPS_OWN.findall(path.read_text("utf-8")) == []


def test_the_colours_of_every_app_are_tokens():
    """Black and white may be named: paper and QR codes have them in every theme."""
    raw = re.compile(r"#(?!(?:fff|000)\b)[0-9a-fA-F]{3,8}\b|\b(?:rgb|hsl|oklch)a?\(")
    sheets = [each for each in WEB.glob("*/static/**/*.css") if assemble_css.STATIC not in each.parents]
    assert {str(each.relative_to(WEB)): raw.findall(each.read_text("utf-8")) for each in sheets} == {
        str(each.relative_to(WEB)): [] for each in sheets
    }
