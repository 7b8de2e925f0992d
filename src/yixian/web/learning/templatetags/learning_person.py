"""The lists of a learning record, written in one go."""

from collections.abc import Iterable

from django import template
from django.utils.safestring import SafeString, mark_safe
from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from yixian.web.grouping.queries.companions import Walk
from yixian.web.learning.queries.person import Asked, Attended, Borrowed
from yixian.web.meetings.words import listed
from yixian.web.shared.templatetags.ui_dates import day, in_chinese
from yixian.web.shared.templatetags.ui_parts import state_badge
from yixian.web.shared.writing import Escaped, escaped_words

register = template.Library()


@register.simple_tag
def attended_rows(meetings: Iterable[Attended]) -> SafeString:
    """An entry of the timeline for each meeting."""
    text, words = Escaped(), escaped_words(asked=_("Asked"), borrowed=_("Borrowed"))
    says = {
        True: _("Led group %(number)s"),
        False: _("Group %(number)s"),
        None: _("%(group)s, with %(people)s"),
    }
    return mark_safe("\n".join([_attended(each, text, words, says) for each in meetings]))


def _attended(each: Attended, text: Escaped, words: dict[str, str], says: dict[bool | None, str]) -> str:
    on = f"{each.day:%Y-%m-%d}" if each.day else ""
    where = "".join([f"<span>{text[part]}</span>" for part in (each.host, each.venue) if part])
    walk = f'<p class="sm">{text[_walk(each.walk, says)]}</p>' if each.walk else ""
    records = "".join([f'<li class="tag">{text[label]} {number}</li>' for label, number in each.records])
    return (
        f'<li class="attended is-learn"><div><time datetime="{on}">{day(each.day)}</time>'
        f'<h3><a href="{each.url}">{text[each.title]}</a></h3><p class="soft sm meta-line">{where}</p></div>{walk}'
        + (f'<ul class="tags">{records}</ul>' if records else "")
        + _lines(words["asked"], [(one.url, text[one.text]) for one in each.asked])
        + _lines(words["borrowed"], [(one.url, text[one.title]) for one in each.borrowed])
        + "</li>"
    )


def _walk(walk: Walk, says: dict[bool | None, str]) -> str:
    """Which group, and with whom."""
    group = says[walk.led] % {"number": walk.number}
    if not walk.companions:
        return group
    form = "%s（%s）" if in_chinese() else "%s (%s)"
    people = listed([form % (name, unit) if unit else name for name, unit in walk.companions])
    return says[None] % {"group": group, "people": people}


def _lines(head: str, links: list[tuple[str, str]]) -> str:
    if not links:
        return ""
    lines = "".join([f' <a href="{url}">{text}</a>' for url, text in links])
    return f'<p class="asked sm stack-sm"><span class="muted">{head}</span>{lines}</p>'


@register.simple_tag
def asked_rows(questions: Iterable[Asked]) -> SafeString:
    """A line for each question."""
    text = Escaped()
    return mark_safe(
        "".join(
            [
                f'<li><a href="{each.url}">{text[each.text]}</a><p class="soft sm meta-line">'
                f"{state_badge(each.state, each.tone)}<span>{_answers(each.answers)}</span>"
                f"<span>{day(each.at)}</span></p></li>"
                for each in questions
            ]
        )
    )


def _answers(number: int) -> str:
    return ngettext("%(number)d answer", "%(number)d answers", number) % {"number": number}


@register.simple_tag
def borrowed_rows(borrowings: Iterable[Borrowed]) -> SafeString:
    """A line for each borrowing."""
    text = Escaped()
    return mark_safe(
        "".join(
            [
                f'<li><a href="{each.url}">{text[each.title]}</a><p class="soft sm meta-line">'
                f"{state_badge(each.state, each.tone)}<span>{text[each.lender]}</span></p></li>"
                for each in borrowings
            ]
        )
    )
