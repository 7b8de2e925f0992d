"""Importing the package loads none of the libraries that read pages."""

import subprocess
import sys

HEAVY = ("trafilatura", "lxml", "opencc", "ftfy", "charset_normalizer", "pypinyin", "django")
SCRIPT = f"import sys, yixian.archive, yixian.archive.cli; print([m for m in {HEAVY!r} if m in sys.modules])"


def test_nothing_heavy_is_imported():
    """A fresh interpreter has none of them after the import."""
    done = subprocess.run([sys.executable, "-c", SCRIPT], capture_output=True, text=True, check=True)
    assert done.stdout == "[]\n"
