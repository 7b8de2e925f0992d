"""Lists: the address carries everything, one thing changes at a time."""

import pytest
from django.http import QueryDict
from django.utils import translation

from yixian.web.shared.paging import MOST_ROWS, Paginator
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
        '<nav class="pager" id="pages" aria-label="分页"><span>第 11–20 条，共 25 条</span>'
        f'<a class="pager-whole" href="?state=open&amp;page=all#pages">{icon("printer")}全部列在一页打印</a><ol>'
        f'<li><a href="?state=open&amp;page=1" aria-label="上一页">{icon("chevron-left")}</a></li>'
        '<li class="pager-number"><a href="?state=open&amp;page=1">1</a></li>'
        '<li class="pager-number"><a href="?state=open&amp;page=2" aria-current="page">2</a></li>'
        '<li class="pager-number"><a href="?state=open&amp;page=3">3</a></li>'
        f'<li><a href="?state=open&amp;page=3" aria-label="下一页">{icon("chevron-right")}</a></li></ol></nav>'
    )


def test_a_long_pager_leaves_numbers_out():
    html = ui_lists.pager(QueryDict(), Paginator(range(500), 10).page(25))
    assert html.count("pager-gap") == 2


def test_all_of_a_list_is_one_page():
    page = Paginator(range(25), 10).get_page("all")
    assert (list(page), page.start_index(), page.end_index(), page.has_other_pages()) == (
        list(range(25)), 1, 25, False,
    )  # fmt: skip
    with translation.override("zh-hans"):
        assert ui_lists.pager(QueryDict("state=open&page=all"), page) == (
            '<nav class="pager" id="pages" aria-label="分页"><span>共 25 条，全部列在本页</span>'
            f'<button type="button" class="btn btn-secondary" data-print>{icon("printer")}打印</button>'
            '<a class="pager-whole" href="?state=open#pages">分页显示</a></nav>'
        )


def test_a_very_long_list_says_where_it_stops():
    paginator = Paginator(range(MOST_ROWS + 500), 10)
    page = paginator.get_page("all")
    assert (len(page), page.end_index()) == (MOST_ROWS, MOST_ROWS)
    with translation.override("en"):
        by_pages, whole = (ui_lists.pager(QueryDict(), each) for each in (paginator.page(1), page))
    assert "The first 2000 on one page, to print</a>" in by_pages
    assert "<span>The first 2000 of 2500; filter the list to print the others</span>" in whole


def test_a_list_to_work_on_offers_no_paper():
    assert "page=all" not in ui_lists.pager(QueryDict(), Paginator(range(25), 10).page(1), whole=False)


@pytest.mark.parametrize("number", ["all", "every", "-1", "", None])
def test_an_empty_list_or_a_strange_number_gives_a_page(number):
    assert list(Paginator([], 10).get_page(number)) == []
