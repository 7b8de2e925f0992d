"""The same report in every encoding that Chinese pages come in gives the same draft."""

import pytest

from tests.archive.samples import draft_of, words_of
from yixian.archive import read
from yixian.archive.clean.decode import decode

CHARSETS = ("utf-8", "utf-8-sig", "gbk", "gb18030", "utf-16", "utf-16-le", "utf-16-be")


@pytest.mark.parametrize("charset", CHARSETS)
def test_same_draft_in_every_charset(charset):
    """Plain text without any declaration is read whatever its encoding."""
    assert draft_of("vague_day.txt", charset) == draft_of("vague_day.txt")


@pytest.mark.parametrize("charset", ["gb2312", "GBK", "gb18030", "x-gbk", "no-such-charset"])
def test_declared_charset(charset):
    """Every name that pages have for the mainland's encodings is understood, an unknown one ignored."""
    page = words_of("page_gbk.html").replace("charset=gb2312", f"charset={charset}")
    assert read(page.encode("gb18030")).meetings == draft_of("page_gbk.html").meetings


def test_wrongly_declared_charset():
    """A page that says GB2312 but is UTF-8 is still read rightly."""
    assert draft_of("page_gbk.html", "utf-8") == draft_of("page_gbk.html", "gbk")


def test_single_broken_byte():
    """One broken byte costs one character, not the report."""
    data = words_of("vague_day.txt").encode()
    at = data.index("劳动".encode())
    assert read(data[:at] + b"\xff" + data[at:]).meetings[0].host.value == "戌某港务集团有限公司"


def test_line_ends_of_all_systems():
    """Windows and old Macintosh line ends become plain ones."""
    assert decode("甲\r\n乙\r丙".encode()) == "甲\n乙\n丙"


def test_text_decoded_wrongly_before_it_was_saved():
    """A GBK report that was saved as if it were Latin-1 is decoded again, and the draft says so."""
    draft = read(words_of("vague_day.txt").encode("gb18030").decode("latin-1").encode())
    assert draft.meetings == draft_of("vague_day.txt").meetings
    assert [repair.code for repair in draft.repairs] == ["encoding"]
