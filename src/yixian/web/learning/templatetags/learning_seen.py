"""What was seen on the spot and who borrows it, written in one go: a template takes too long for long lists."""

from collections.abc import Container, Iterable

from django import template
from django.urls import reverse
from django.utils.safestring import SafeString, mark_safe
from django.utils.translation import gettext as _

from yixian.web.learning.queries.digest import Sharer
from yixian.web.learning.queries.experience import Borrower
from yixian.web.learning.queries.graph import Arm
from yixian.web.learning.queries.records import Seen
from yixian.web.shared.templatetags.ui_dates import day
from yixian.web.shared.writing import escaped

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
def pictures_to_choose(records: Iterable[Seen], chosen: Container[int]) -> SafeString:
    """A tick with its picture for each record of a digest."""
    return mark_safe("\n".join(_picture_choice(each, chosen, _("Photo")) for each in records))


def _picture_choice(record: Seen, chosen: Container[int], unnamed: str) -> str:
    (words,) = escaped(record.text or record.station or unnamed)
    return (
        f'<li class="photo"><label class="photo-choice">{_tick(record, chosen)}'
        f'<img src="{record.thumbnail}" alt="{words}" loading="lazy"><span class="photo-caption">{words}</span>'
        "</label></li>"
    )


@register.simple_tag
def quotes_to_choose(records: Iterable[Seen], chosen: Container[int]) -> SafeString:
    """A tick with its words for each record of a digest."""
    return mark_safe("\n".join(_quote_choice(each, chosen) for each in records))


def _quote_choice(record: Seen, chosen: Container[int]) -> str:
    text, station = escaped(record.text, record.station)
    tick = _tick(record, chosen)
    return f'<label class="check">{tick}<span>{text} <small>{station}</small></span></label>'


def _tick(record: Seen, chosen: Container[int]) -> str:
    ticked = " checked" if record.pk in chosen else ""
    return f'<input type="checkbox" name="captures" value="{record.pk}"{ticked}>'


@register.simple_tag
def sharer_rows(sharers: Iterable[Sharer]) -> SafeString:
    """A row for each who made a digest of a meeting."""
    labels = (_("Link"), _("Shared"), _("People reached"))
    none = _("none")
    links = (f'<span class="muted">{none}</span>', _("works"))
    return mark_safe("\n".join(_sharer(each, labels, links[each.is_shared]) for each in sharers))


def _sharer(each: Sharer, labels: tuple[str, ...], link: str) -> str:
    t_link, t_shares, t_reached = labels
    name, unit = escaped(each.name, each.unit)
    return (
        f'<tr><th scope="row">{name}<span class="sub">{unit}</span></th><td data-label="{t_link}">{link}</td>'
        f'<td data-label="{t_shares}" class="num">{each.shares}</td>'
        f'<td data-label="{t_reached}" class="num">{each.reached}</td></tr>'
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
