"""The web process starts light: what is heavy is loaded by the worker, or when first needed."""

import os
import subprocess
import sys

HEAVY = (
    "PIL babel docx docxtpl icalendar lxml numpy opencc openpyxl ortools pandas pillow_heif pypinyin "
    "python_calamine trafilatura typst"
)
PROGRAM = """
import sys
from yixian.web.config.wsgi import application
from django.urls import get_resolver
assert get_resolver().url_patterns and application
print(" ".join(name for name in sys.argv[1:] if name in sys.modules))
"""


def test_the_web_process_loads_nothing_heavy_at_start():
    environment = {**os.environ, "DJANGO_SETTINGS_MODULE": "yixian.web.config.settings"}
    done = subprocess.run(
        [sys.executable, "-c", PROGRAM, *HEAVY.split()],
        env=environment,
        capture_output=True,
        text=True,
        check=False,
    )
    assert (done.returncode, done.stdout.split(), done.stderr) == (0, [], "")
