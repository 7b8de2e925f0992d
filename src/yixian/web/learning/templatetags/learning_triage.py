"""Records to decide about, written in one go: each has half a dozen buttons, and there are forty on a page."""

from collections.abc import Iterable
from typing import Any

from django import template
from django.urls import reverse
from django.utils.safestring import SafeString, mark_safe
from django.utils.translation import gettext as _

from yixian.web.capture.models import Capture
from yixian.web.capture.queries.rows import ICONS
from yixian.web.learning.queries.records import Seen
from yixian.web.learning.queries.wrap_up import Became, Record
from yixian.web.shared.templatetags.ui_parts import icon
from yixian.web.shared.writing import escaped, escaped_words, token_field

register = template.Library()


@register.simple_tag(takes_context=True)
def triage_rows(context: dict[str, Any], records: Iterable[Record], meeting_pk: int) -> SafeString:
    """Each record with what became of it, or with the buttons that decide about it."""
    says = escaped_words(
        problem=_("As a problem"),
        experience=_("As an experience"),
        question=_("As a question"),
        minutes=_("Into the minutes"),
        nothing=_("Nothing to do"),
        together=_("together"),
        again=_("Decide again"),
        new_problem=reverse("problems:new"),
        new_experience=reverse("learning:new-experience"),
        deeds=reverse("learning:wrap-up-record", args=[meeting_pk, 0]).removesuffix("0/"),
    )
    says["token"] = token_field(context)
    kinds = {value: str(label) for value, label in Capture.Kind.choices}
    return mark_safe("\n".join(_row(each, kinds[each.row.kind], says) for each in records))


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
        look = ("btn-quiet", "u", "undo", icon("arrow-counterclockwise"), says["again"])
        return _button(*look) if record.may_undo else ""
    pk = record.row.pk
    of_words = (
        _button("btn-secondary", "q", "question", icon("question-circle"), says["question"])
        + _button("btn-secondary", "m", "minutes", icon("journal-text"), says["minutes"])
        if record.row.text
        else ""
    )
    return (
        _link("p", f"{says['new_problem']}?capture={pk}", icon("exclamation-triangle"), says["problem"])
        + _link("e", f"{says['new_experience']}?capture={pk}", icon("lightbulb"), says["experience"])
        + of_words
        + _button("btn-quiet", "n", "nothing", "", says["nothing"])
        + f'<label class="check ms-auto"><input type="checkbox" name="capture" value="{pk}" form="experience-form">'
        f"<span>{says['together']}</span></label>"
    )


def _link(key: str, url: str, sign: str, words: str) -> str:
    kbd = f"<kbd>{key.upper()}</kbd>"
    return f'<a class="btn btn-secondary btn-sm" data-key="{key}" href="{url}">{sign}{words}{kbd}</a>'


def _button(look: str, key: str, what: str, sign: str, words: str) -> str:
    kbd = f"<kbd>{key.upper()}</kbd>"
    return f'<button class="btn {look} btn-sm" data-key="{key}" name="what" value="{what}">{sign}{words}{kbd}</button>'
