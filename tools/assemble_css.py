"""Put the site's one stylesheet together: Bootstrap and our files under static/shared/css/, each in its layer.

    python tools/assemble_css.py

A folder is a cascade layer, its files follow in alphabetical order. Called at set-up, by `make fix` and
before the tests; the result is not committed. Runs on the standard library alone.
"""

from __future__ import annotations

import re
from pathlib import Path

STATIC = Path(__file__).resolve().parent.parent / "src/yixian/web/shared/static"
BOOTSTRAP = STATIC / "vendor/bootstrap/bootstrap.min.css"
SOURCES = STATIC / "shared/css"
TARGET = STATIC / "shared/yixian.css"
LAYERS = ("vendor", "tokens", "base", "layout", "components", "utilities", "print")
DARK = "palette_dark.css"


def assemble() -> Path:
    """Write the stylesheet unless it is already the same; return where it is."""
    content = stylesheet()
    if not TARGET.exists() or TARGET.read_text("utf-8") != content:
        TARGET.write_text(content, "utf-8")
    return TARGET


def stylesheet() -> str:
    """The whole stylesheet as text."""
    parts = [f"@layer {','.join(LAYERS)};", _layer("vendor", _bootstrap())]
    for layer in LAYERS[1:]:
        files = sorted((SOURCES / layer).glob("*.css"))
        parts.append(_layer(layer, "".join(_source(file) for file in files)))
    return "\n".join(parts) + "\n"


def _layer(name: str, content: str) -> str:
    return f"@layer {name}{{{content}}}"


def _bootstrap() -> str:
    """Bootstrap without the instruction that may only stand at the beginning of a file."""
    return re.sub(r'@charset "UTF-8";', "", BOOTSTRAP.read_text("utf-8")).strip()


def _source(file: Path) -> str:
    """One of our files, small; the dark palette a second time for those who follow their device."""
    content = minified(file.read_text("utf-8"))
    if file.name != DARK:
        return content
    follows = content.replace("@media screen", "@media screen and (prefers-color-scheme:dark)", 1)
    return content + follows.replace('data-theme="dark"', 'data-theme="auto"')


def minified(css: str) -> str:
    """CSS without comments and needless space. Strings and `calc` keep theirs."""
    css = re.sub(r"/\*.*?\*/", "", css, flags=re.DOTALL)
    pieces = re.split(r"""("[^"]*"|'[^']*')""", css)
    return "".join(piece if index % 2 else _squeezed(piece) for index, piece in enumerate(pieces)).strip()


def _squeezed(css: str) -> str:
    css = re.sub(r"\s+", " ", css)
    css = re.sub(r"\s*([{};,>])\s*", r"\1", css)
    return re.sub(r"(?<=[a-z-]):\s(?=[^{]*[;}])", ":", css).replace(";}", "}")


if __name__ == "__main__":
    made = assemble()
    print(f"{made.name}: {made.stat().st_size:,} bytes")
