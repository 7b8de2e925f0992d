"""What frames the planning board: the months above it, the key and the sentences below it, each in one go."""

from collections.abc import Iterable

from django.utils.html import escape
from django.utils.safestring import SafeString, mark_safe

from yixian.web.planning.templatetags.drawing import month_number, month_words


def board_months(months: Iterable[str], now: str) -> SafeString:
    """The heads of the columns; the year stands under the first month and under each January."""
    heads, year = "", ""
    for month in months:
        mark = ' class="is-now"' if month == now else ""
        under = f'<span class="board-year">{month[:4]}</span>' if month[:4] != year else ""
        words, year = month_words(month), month[:4]
        heads += f'<th scope="col" data-month="{words}"{mark}>{month_number(month)}{under}</th>'
    return mark_safe(heads)


def board_key(classes: Iterable[tuple[int, int, int]]) -> SafeString:
    """What each shade of heat stands for, in points from and to."""
    return mark_safe(
        "".join(
            f'<li><span class="board-mark c{number}"></span>{low if low == high else f"{low}–{high}"}</li>'
            for number, low, high in classes
        )
    )


def board_why(sentences: Iterable[str]) -> SafeString:
    """The sentences that cells point at by number."""
    return mark_safe(
        "".join(f'<li id="w{number}">{escape(each)}</li>' for number, each in enumerate(sentences))
    )
