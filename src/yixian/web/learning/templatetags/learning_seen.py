"""What was seen on the spot and who borrows it, written in one go: a template takes too long for long lists."""

from collections.abc import Iterable

from django import template
from django.urls import reverse
from django.utils.safestring import SafeString, mark_safe
from django.utils.translation import gettext as _

from yixian.web.learning.queries.experience import Borrower
from yixian.web.learning.queries.graph import Arm
from yixian.web.learning.queries.records import Seen
from yixian.web.meetings.drawing import escaped
from yixian.web.shared.templatetags.ui_dates import day

register = template.Library()


@register.simple_tag
def seen_pictures(records: Iterable[Seen]) -> SafeString:
    """Each picture with its words and station."""
    return mark_safe("\n".join(_picture(each, _("Photo")) for each in records))


def _picture(record: Seen, unnamed: str) -> str:
    text, station, alt = escaped(record.text, record.station, record.text or unnamed)
    where = f' <span class="muted">{station}</span>' if station else ""
    caption = f'<p class="photo-caption">{text}{where}</p>' if text or station else ""
    return (
        f'<li class="photo"><a href="{record.picture}"><img src="{record.thumbnail}" alt="{alt}" loading="lazy"></a>'
        f"{caption}</li>"
    )


@register.simple_tag
def seen_words(records: Iterable[Seen]) -> SafeString:
    """Each record of words with who wrote it and where."""
    return mark_safe("\n".join(map(_words, records)))


def _words(record: Seen) -> str:
    text, author, station = escaped(record.text, record.author, record.station)
    where = f"<span>{station}</span>" if station else ""
    return (
        f'<li><p class="lines">{text}</p><p class="muted sm meta-line"><span>{author}</span>{where}</p></li>'
    )


@register.simple_tag
def graph_curves(arms: Iterable[Arm]) -> SafeString:
    """A curve to each borrower."""
    return mark_safe("\n".join(map(_curve, arms)))


def _curve(arm: Arm) -> str:
    full, words = escaped(arm.full, arm.words)
    dashes = ' stroke-dasharray="4 4"' if arm.state == "dropped" else ""
    return (
        f'<path class="link stroke-{arm.series}" d="{arm.curve}" stroke-width="{arm.thickness}"{dashes}>'
        f"<title>{full}: {words}</title></path>"
    )


@register.simple_tag
def graph_names(arms: Iterable[Arm]) -> SafeString:
    """Each borrower with how far it is."""
    return mark_safe("\n".join(map(_name, arms)))


def _name(arm: Arm) -> str:
    name, words = escaped(arm.name, arm.words)
    return (
        f'<circle class="fill-{arm.series}" cx="432" cy="{arm.y}" r="6" />'
        f'<text x="446" y="{arm.y}" dy="-2">{name}</text>'
        f'<text class="small" x="446" y="{arm.y}" dy="13">{words}</text>'
    )


@register.simple_tag
def borrower_rows(borrowers: Iterable[Borrower]) -> SafeString:
    """A row for each borrower."""
    labels = (_("How far"), _("Result"), _("Since"))
    prefix = reverse("learning:adoptions")
    return mark_safe("\n".join(_borrower(each, prefix, labels) for each in borrowers))


def _borrower(each: Borrower, prefix: str, labels: tuple[str, ...]) -> str:
    t_state, t_result, t_since = labels
    name, words, result = escaped(each.name, each.words, each.result)
    return (
        f'<tr><th scope="row"><a class="row-link" href="{prefix}{each.pk}/">{name}</a></th>'
        f'<td data-label="{t_state}">{words}</td><td data-label="{t_result}">{result}</td>'
        f'<td data-label="{t_since}" class="nowrap">{day(each.started_at)}</td></tr>'
    )
