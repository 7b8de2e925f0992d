"""Records to decide about, written in one go: each has half a dozen buttons, and there are forty on a page."""

from collections.abc import Iterable, Mapping
from html import escape
from typing import Any
from urllib.parse import quote

from django import template
from django.urls import reverse
from django.utils.safestring import SafeString, mark_safe
from django.utils.translation import gettext as _

from yixian.web.capture.models import Capture
from yixian.web.capture.queries.rows import ICONS, Row
from yixian.web.learning.queries.records import Seen
from yixian.web.learning.queries.wrap_up import Became, Fate, Record
from yixian.web.shared.templatetags.ui_parts import icon
from yixian.web.shared.writing import escaped, escaped_words, token_field

register = template.Library()
PLACE = "\0"  # of a record's number: stands in no text, forms refuse it


@register.simple_tag(takes_context=True)
def triage_rows(context: dict[str, Any], records: Iterable[Record], meeting_pk: int) -> SafeString:
    """Each record with what became of it, or with the buttons that decide about it."""
    says = _says(context, meeting_pk)
    says |= escaped_words(minutes=_("Into the minutes"), nothing=_("Nothing to do"), together=_("together"))
    kinds = {value: str(label) for value, label in Capture.Kind.choices}
    return mark_safe("\n".join(_row(each, kinds[each.row.kind], says) for each in records))


def deeds_by_record(
    context: dict[str, Any], meeting_pk: int, rows: Iterable[Row], fates: Mapping[int, Fate]
) -> dict[int, str]:
    """For a page with records of its own: by record what became of it, or what can be made of it.

    Whoever makes something comes back to that page, to the same record.
    """
    says, page = _says(context, meeting_pk), context["request"].get_full_path()
    offers = [
        _form(_links(PLACE, says, page) + (_question("", says) if has_words else ""), says, page)
        for has_words in (False, True)
    ]
    drawn = {}
    for row in rows:
        fate = fates.get(row.pk)
        if fate is not None:
            html = _said(fate, says, page) if fate.became else offers[bool(row.text)]
            drawn[row.pk] = html.replace(PLACE, str(row.pk))
    return drawn


def _said(fate: Fate, says: dict[str, str], page: str) -> str:
    """What became of a record."""
    made = "".join(map(_became, fate.became))
    if fate.may_undo:
        return _form(made + _again("", says), says, page)
    return f'<div class="record-tools record-deeds">{made}</div>'


def _form(inside: str, says: dict[str, str], page: str) -> str:
    """A form about the record whose number comes into the place; its answer leads back to the record."""
    return (
        f'<form class="record-tools record-deeds" method="post" action="{says["deeds"]}{PLACE}/">{says["token"]}'
        f'<input type="hidden" name="back" value="{escape(page)}#record-{PLACE}">{inside}</form>'
    )


def _says(context: dict[str, Any], meeting_pk: int) -> dict[str, str]:
    """Words and addresses of what can be made of each record of a meeting."""
    says = escaped_words(
        problem=_("As a problem"),
        experience=_("As an experience"),
        question=_("As a question"),
        again=_("Decide again"),
        new_problem=reverse("problems:new"),
        new_experience=reverse("learning:new-experience"),
        deeds=reverse("learning:wrap-up-record", args=[meeting_pk, 0]).removesuffix("0/"),
    )
    return says | {"token": token_field(context)}


def _row(record: Record, kind: str, says: dict[str, str]) -> str:
    pk = record.row.pk
    url = f"{says['deeds']}{pk}/"
    decided = " is-decided" if record.became else ""
    return (
        f'<li class="card triage-row{decided}" id="record-{pk}" tabindex="0"><div class="triage-what">'
        f"{_what(record.row, kind)}{''.join(map(_became, record.became))}</div></div>"
        f'<form class="cluster triage-deeds" method="post" action="{url}" hx-post="{url}"'
        f' hx-target="#record-{pk}" hx-swap="outerHTML">{says["token"]}{_deeds(record, says)}</form></li>'
    )


def _what(row: Seen, kind: str) -> str:
    """What was recorded, where and by whom; the element around it stays open for what became of it."""
    text, station, author, unit, alt = escaped(row.text, row.station, row.author, row.unit, row.text or kind)
    picture = (
        f'<a class="photo triage-photo" href="{row.picture}"><img src="{row.thumbnail}" alt="{alt}" loading="lazy"></a>'
        if row.thumbnail
        else ""
    )
    where = f"<span>{station}</span>" if station else ""
    words = f'<p class="lines">{text}</p>' if text else ""
    return (
        f'{picture}<div><p class="meta meta-line"><span>{icon(ICONS[row.kind])} {kind}</span>{where}'
        f"<span>{author} {unit}</span></p>{words}"
    )


def _became(thing: Became) -> str:
    (words,) = escaped(thing.words)
    said = f'<a href="{thing.url}">{words}</a>' if thing.url else words
    return f'<p class="teal">{icon("arrow-right")} {said}</p>'


def _deeds(record: Record, says: dict[str, str]) -> str:
    """The buttons of the decisions that are open."""
    if record.became:
        return _again("u", says) if record.may_undo else ""
    pk = record.row.pk
    minutes = ("btn-secondary", "m", "minutes", icon("journal-text"), says["minutes"])
    return (
        _links(pk, says, keys="pe")
        + (_question("q", says) + _button(*minutes) if record.row.text else "")
        + _button("btn-quiet", "n", "nothing", "", says["nothing"])
        + f'<label class="check ms-auto"><input type="checkbox" name="capture" value="{pk}" form="experience-form">'
        f"<span>{says['together']}</span></label>"
    )


def _links(pk: int | str, says: dict[str, str], page: str = "", *, keys: str = "") -> str:
    """The ways into the forms that take the record in, and back from there to the page."""
    back = f"&amp;back={quote(page, safe='')}%23record-{pk}" if page else ""
    which = f"?capture={pk}{back}"
    return _link(
        keys[:1], f"{says['new_problem']}{which}", icon("exclamation-triangle"), says["problem"]
    ) + _link(keys[1:], f"{says['new_experience']}{which}", icon("lightbulb"), says["experience"])


def _question(key: str, says: dict[str, str]) -> str:
    return _button("btn-secondary", key, "question", icon("question-circle"), says["question"])


def _again(key: str, says: dict[str, str]) -> str:
    return _button("btn-quiet", key, "undo", icon("arrow-counterclockwise"), says["again"])


def _link(key: str, url: str, sign: str, words: str) -> str:
    mark, kbd = _key(key)
    return f'<a class="btn btn-secondary btn-sm"{mark} href="{url}">{sign}{words}{kbd}</a>'


def _button(look: str, key: str, what: str, sign: str, words: str) -> str:
    mark, kbd = _key(key)
    return f'<button class="btn {look} btn-sm"{mark} name="what" value="{what}">{sign}{words}{kbd}</button>'


def _key(key: str) -> tuple[str, str]:
    """The key that presses it, as the script finds it and as it is shown; none where there is no such script."""
    return (f' data-key="{key}"', f"<kbd>{key.upper()}</kbd>") if key else ("", "")
