"""What is not a report is refused with one plain sentence in each language."""

import random

import pytest

from tests.archive.samples import words_of
from yixian.archive import NotAReport, read
from yixian.archive.errors import REFUSALS

HANDED_IN = {
    "nothing": (b"", "empty"),
    "blanks": (b" \n\t\r\n ", "empty"),
    "a byte order mark": (b"\xef\xbb\xbf", "empty"),
    "punctuation": ("。。。？！".encode(), "empty"),
    "empty tags": (b"<html><body><p></p></body></html>", "empty"),
    "a PDF": (b"%PDF-1.7\n%\xe2\xe3\xcf\xd3", "office_file"),
    "a DOCX": (b"PK\x03\x04\x14\x00\x06\x00", "office_file"),
    "a PNG": (b"\x89PNG\r\n\x1a\n\x00\x00\x00\rIHDR", "binary"),
    "random bytes": (random.Random(7).randbytes(4096), "binary"),
    "control characters": (bytes(range(1, 32)) * 40, "binary"),
    "English": (words_of("english.txt").encode(), "not_chinese"),
    "sports": (words_of("sports.txt").encode(), "no_meeting"),
    "the weather": (words_of("weather.txt").encode(), "no_meeting"),
    "a tournament of a union": (words_of("union_sports.txt").encode(), "no_meeting"),
    "news of the economy": (words_of("economy.txt").encode(), "no_meeting"),
    "a book": (("甲区总工会组织干部参观。" * 6000).encode(), "too_long"),
    "six megabytes": (b"a" * (6 * 1024 * 1024), "too_large"),
}


@pytest.mark.parametrize("what", HANDED_IN)
def test_refusal(what):
    """Each wrong file has its own reason."""
    data, code = HANDED_IN[what]
    with pytest.raises(NotAReport) as refused:
        read(data)
    assert refused.value.code == code
    assert (str(refused.value), refused.value.sentence("zh")) == (REFUSALS[code]["en"], REFUSALS[code]["zh"])
