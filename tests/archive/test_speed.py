"""The longest text that is accepted is read in reasonable time, however it is made."""

import time

import pytest

from yixian.archive import NotAReport, read

LONGEST = 49_000
SHAPES = {
    "one sentence over and over": "3月5日，甲区总工会组织50名干部参观乙某制造有限公司。",
    "organisations without punctuation": "乙某制造有限公司",
    "quotations": "“这个经验值得我们学习”",
    "brackets": "(会(hui)",
    "numbers": "一百二十三",
    "one character": "在",
    "broken marks": "好?!好<p>?",
}


@pytest.mark.parametrize("shape", SHAPES)
def test_longest_text(shape):
    """No shape takes more than a few seconds, so that nobody can hold up a server with a file."""
    piece = SHAPES[shape]
    text = "甲区总工会观摩\n来源：某网 2024-03-15\n" + piece * (LONGEST // len(piece))
    started = time.process_time()
    try:
        read(text.encode())
    except NotAReport as refused:
        assert refused.code == "no_meeting"
    assert time.process_time() - started < 10
