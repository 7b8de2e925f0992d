"""Navigation: grouped at the side, at most five places under the thumb."""

import json

import pytest
from django.utils import translation
from lxml import html as parser

from yixian.web.shared.navigation import Link
from yixian.web.shared.templatetags import ui_frame


def links(count, phone=(), current=0):
    return [
        Link(
            label=f"L{n}",
            url=f"/{n}/",
            icon="flag",
            group="工作" if n < 3 else "管理",
            phone=n in phone,
            current=n == current,
        )
        for n in range(count)
    ]


def tabs(*given):
    with translation.override("zh-hans"):
        block = parser.fragment_fromstring(str(ui_frame.tab_bar(*given)), create_parent="nav")
    return [each.get("href") for each in block.xpath("./a")]


@pytest.mark.parametrize(
    ("given", "shown"),
    [
        (links(0), []),
        (links(5), ["/0/", "/1/", "/2/", "/3/", "/4/"]),
        (links(6), ["/0/", "/1/", "/2/", "/3/", "#site-nav"]),
        (links(8, phone={1, 4, 7}), ["/1/", "/4/", "/7/", "#site-nav"]),
        (links(8, phone=set(range(8))), ["/0/", "/1/", "/2/", "/3/", "#site-nav"]),
    ],
)
def test_the_bottom_bar_holds_five(given, shown):
    assert tabs(given) == shown


def test_the_more_tab_is_marked_when_it_holds_the_page():
    with translation.override("zh-hans"):
        block = parser.fragment_fromstring(str(ui_frame.tab_bar(links(8, current=7))), create_parent="nav")
    assert [
        (each.text_content(), each.get("aria-current")) for each in block.xpath("./a[@aria-current]")
    ] == [("更多", "true")]


def test_the_side_is_grouped_and_marks_the_page():
    block = parser.fragment_fromstring(str(ui_frame.side_nav(links(5, current=3))), create_parent="nav")
    assert block.xpath(".//p/text()") == ["工作", "管理"]
    assert block.xpath(".//a[@aria-current='page']/@href") == ["/3/"]


def test_scripts_speak_the_language_of_the_page():
    with translation.override("en"):
        assert json.loads(ui_frame.script_words())["close"] == "Close"
    with translation.override("zh-hans"):
        assert json.loads(ui_frame.script_words())["close"] == "关闭"
