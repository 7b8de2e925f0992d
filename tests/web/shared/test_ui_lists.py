"""Lists: the address carries everything, one thing changes at a time."""

import pytest
from django.core.paginator import Paginator
from django.http import QueryDict
from django.utils import translation

from yixian.web.shared.templatetags import ui_lists
from yixian.web.shared.templatetags.ui_parts import icon


@pytest.mark.parametrize(
    ("now", "changes", "then"),
    [
        ("", {"page": 2}, "?page=2"),
        ("state=open&page=3", {"page": None}, "?state=open"),
        ("q=%E7%BB%83", {"page": 2}, "?q=%E7%BB%83&page=2"),
        ("page=3", {"page": None}, "?"),
    ],
)
def test_one_thing_changes_in_the_address(now, changes, then):
    assert ui_lists.query_with(QueryDict(now), **changes) == then


@pytest.mark.parametrize(
    ("now", "aria", "href", "sign"),
    [
        ("", "", "?sort=due", "arrow-down-up"),
        ("sort=due&page=2", ' aria-sort="ascending"', "?sort=-due", "chevron-up"),
        ("sort=-due", ' aria-sort="descending"', "?sort=due", "chevron-down"),
    ],
)
def test_a_head_sorts_and_turns_round(now, aria, href, sign):
    assert ui_lists.sort_header(QueryDict(now), "due", "期限", numeric=True) == (
        f'<th scope="col" class="num"{aria}><a class="sort" href="{href}">期限{icon(sign)}</a></th>'
    )


def test_a_single_page_needs_no_pager():
    with translation.override("en"):
        assert ui_lists.pager(QueryDict(), Paginator([1], 10).page(1)) == '<p class="pager">1 entry</p>'
        assert ui_lists.pager(QueryDict(), Paginator([], 10).page(1)) == ""


def test_a_pager_keeps_the_filters():
    with translation.override("zh-hans"):
        html = ui_lists.pager(QueryDict("state=open"), Paginator(range(25), 10).page(2))
    assert html == (
        '<nav class="pager" aria-label="分页"><span>第 11–20 条，共 25 条</span><ol>'
        f'<li><a href="?state=open&amp;page=1" aria-label="上一页">{icon("chevron-left")}</a></li>'
        '<li class="pager-number"><a href="?state=open&amp;page=1">1</a></li>'
        '<li class="pager-number"><a href="?state=open&amp;page=2" aria-current="page">2</a></li>'
        '<li class="pager-number"><a href="?state=open&amp;page=3">3</a></li>'
        f'<li><a href="?state=open&amp;page=3" aria-label="下一页">{icon("chevron-right")}</a></li></ol></nav>'
    )


def test_a_long_pager_leaves_numbers_out():
    html = ui_lists.pager(QueryDict(), Paginator(range(500), 10).page(25))
    assert html.count("pager-gap") == 2
