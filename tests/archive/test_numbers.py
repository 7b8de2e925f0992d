"""Numbers in figures, full width and Chinese numerals."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from yixian.archive.extract.numbers import chinese_number, numbers

DIGITS = "零一二三四五六七八九"


def in_chinese(value: int) -> str:
    """A number from 1 to 9,999 in Chinese numerals."""
    words, pending = "", False
    for unit, name in ((1000, "千"), (100, "百"), (10, "十"), (1, "")):
        digit, value = divmod(value, unit)
        if digit:
            words += ("零" if pending and words else "") + DIGITS[digit] + name
        pending = bool(words) and not digit
    return words.removeprefix("一") if words.startswith("一十") else words


@given(st.integers(1, 9999))
def test_chinese_numerals(value):
    """Every numeral up to 9,999 has its value."""
    assert chinese_number(in_chinese(value)) == value


@pytest.mark.parametrize(
    ("words", "value"),
    [("42", 42), ("四十二", 42), ("两百", 200), ("1,200", 1200), ("1.2万", 12000), ("三万", 30000),
     ("二〇二三", 2023), ("一二", None), ("十百", None), ("五五十", None)],
)  # fmt: skip
def test_forms(words, value):
    """Forms that occur, and those that are no number."""
    assert chinese_number(words) == value


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("50余名干部", [(50, "more_than")]),
        ("近百人", [(100, "nearly")]),
        ("四十二个", [(42, "exact")]),
        ("约60人参加", [(60, "about")]),
        ("30人左右", [(30, "about")]),
        ("200人以上", [(200, "more_than")]),
        ("数十人", []),
        ("几百名", []),
        ("第12名", []),
        ("3.5人", []),
    ],
)
def test_limits(text, found):
    """What limits a number is kept; vague and ordinal numbers are left out."""
    assert [(n.value, n.qualifier) for n in numbers(text, 0, len(text), "名|人|个")] == found
