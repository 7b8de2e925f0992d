"""Rows of questions and borrowings, written in one go: a template takes longer for them than their queries."""

from collections.abc import Iterable

from django import template
from django.urls import reverse
from django.utils.html import escape
from django.utils.safestring import SafeString, mark_safe
from django.utils.text import Truncator
from django.utils.translation import gettext as _

from yixian.web.learning.models import Adoption, Experience, Question
from yixian.web.learning.queries import adoption, below, digest, question
from yixian.web.learning.queries.library import Card
from yixian.web.learning.states import ADOPTION_TONES, ADOPTION_WORDS, EXPERIENCE_TONES, QUESTION_TONES
from yixian.web.shared.templatetags.ui_dates import day, local, moment
from yixian.web.shared.templatetags.ui_parts import state_badge
from yixian.web.shared.writing import escaped

register = template.Library()
MOST_LETTERS = 80
MOST_OF_SUMMARY = 110


@register.simple_tag
def question_rows(rows: Iterable[question.Line]) -> SafeString:
    """A row for each question."""
    labels = (_("State"), _("Asked by"), _("Answers"), _("Asked on"))
    badges = {state: state_badge(words, QUESTION_TONES[state]) for state, words in Question.State.choices}
    prefix = reverse("learning:questions")
    return mark_safe("\n".join(_question(row, prefix, labels, badges[row.state]) for row in rows))


def _question(row: question.Line, prefix: str, labels: tuple[str, ...], badge: str) -> str:
    t_state, t_by, t_answers, t_on = labels
    text, topic, by, unit = escaped(
        _shortened(row.text, MOST_LETTERS), row.topic or "", row.asked_by or "", row.unit or ""
    )
    return (
        f'<tr><th scope="row"><a class="row-link" href="{prefix}{row.pk}/">{text}</a>'
        f'<span class="sub">{topic}</span></th><td data-label="{t_state}">{badge}</td>'
        f'<td data-label="{t_by}">{by}<span class="sub">{unit}</span></td>'
        f'<td data-label="{t_answers}" class="num">{row.said}</td>'
        f'<td data-label="{t_on}" class="nowrap">{day(row.asked_at)}</td></tr>'
    )


def _shortened(text: str, most: int) -> str:
    """The beginning of a long text; counting letters takes long, so short ones are left alone."""
    return text if len(text) <= most else Truncator(text).chars(most)


@register.simple_tag
def experience_cards(cards: Iterable[Card]) -> SafeString:
    """A card for each experience."""
    says = (_("borrowed by"), _("adopted by"), _("nobody has borrowed it yet"))
    badges = {
        state: "" if state == Experience.State.PUBLISHED else state_badge(words, EXPERIENCE_TONES[state])
        for state, words in Experience.State.choices
    }
    prefix = reverse("learning:experience", args=[0]).removesuffix("0/")
    return mark_safe("\n".join(_card(each, prefix, says, badges[each.state]) for each in cards))


def _card(card: Card, prefix: str, says: tuple[str, ...], badge: str) -> str:
    title, summary, member, topic = escaped(
        card.title, _shortened(card.summary, MOST_OF_SUMMARY), card.member, card.topic or ""
    )
    where = f"<span>{member}</span>" + (f"<span>{topic}</span>" if topic else "")
    return (
        f'<li class="card card-learn"><div class="card-head"><h2><a class="card-link" href="{prefix}{card.pk}/">'
        f'{title}</a></h2>{badge}</div><p class="soft">{summary}</p><p class="meta meta-line mt-2">{where}</p>'
        f'<p class="meta meta-line">{_borrowed(card, says)}</p></li>'
    )


def _borrowed(card: Card, says: tuple[str, ...]) -> str:
    t_borrowed, t_adopted, t_none = says
    if not card.borrowers:
        return t_none
    count = '<span>{} <strong class="teal num">{}</strong></span>'
    adopted = count.format(t_adopted, card.adopted) if card.adopted else ""
    return f"{count.format(t_borrowed, card.borrowers)}{adopted}"


@register.simple_tag
def cards_below(cards: Iterable[below.Card]) -> SafeString:
    """A card for each experience of a federation below."""
    prefix = reverse("learning:below")
    return mark_safe("\n".join(_card_below(each, prefix) for each in cards))


def _card_below(card: below.Card, prefix: str) -> str:
    title, summary, *where = escaped(
        card.title, _shortened(card.summary, MOST_OF_SUMMARY), card.federation, card.member, card.topic or ""
    )
    facts = "".join(f"<span>{each}</span>" for each in where if each)
    return (
        f'<li class="card card-learn"><h2 class="lg"><a class="card-link" href="{prefix}{card.pk}/">{title}</a></h2>'
        f'<p class="soft mt-2">{summary}</p><p class="meta meta-line mt-2">{facts}</p></li>'
    )


@register.simple_tag
def digest_cards(cards: Iterable[digest.Card]) -> SafeString:
    """A card for each of one's own digests."""
    says = (_("The link works"), _("not shared"), _("people reached"))
    prefix = reverse("learning:digests")
    return mark_safe("\n".join(_digest(each, prefix, says) for each in cards))


def _digest(card: digest.Card, prefix: str, says: tuple[str, ...]) -> str:
    t_shared, t_kept, t_reached = says
    title, host = escaped(card.headline or card.meeting, card.host)
    reached = card.reached and f'<span>{t_reached} <strong class="num teal">{card.reached}</strong></span>'
    return (
        f'<li class="card card-learn"><h2 class="lg"><a class="card-link" href="{prefix}{card.pk}/">{title}</a></h2>'
        f'<p class="meta mt-2">{day(card.held_on)} {host}</p><p class="meta meta-line">'
        f"<span>{t_shared if card.is_shared else t_kept}</span>{reached or ''}</p></li>"
    )


@register.simple_tag
def adoption_rows(rows: Iterable[adoption.Line]) -> SafeString:
    """A row for each borrowing."""
    labels = (_("From"), _("Borrowed by"), _("How far"), _("Last change"))
    badges = {state: state_badge(words, ADOPTION_TONES[state]) for state, words in Adoption.State.choices}
    prefix = reverse("learning:adoptions")
    return mark_safe("\n".join(_adoption(row, prefix, labels, badges[row.state]) for row in rows))


def _adoption(row: adoption.Line, prefix: str, labels: tuple[str, ...], badge: str) -> str:
    t_from, t_by, t_state, t_changed = labels
    title, lender, member = escaped(row.experience or row.title, row.lender or row.source or "", row.member)
    return (
        f'<tr><th scope="row"><a class="row-link" href="{prefix}{row.pk}/">{title}</a></th>'
        f'<td data-label="{t_from}">{lender}</td>'
        f'<td data-label="{t_by}">{member}</td><td data-label="{t_state}">{badge}</td>'
        f'<td data-label="{t_changed}" class="nowrap">{day(row.changed_at)}</td></tr>'
    )


@register.simple_tag
def adoption_timeline(entries: Iterable[adoption.Entry]) -> SafeString:
    """A line for each step of a borrowing."""
    return mark_safe("\n".join(map(_entry, entries)))


def _entry(entry: adoption.Entry) -> str:
    by = f' {escape(entry.by)} <span class="soft sm">{escape(entry.unit or "")}</span>' if entry.by else ""
    text = f'<p class="lines">{escape(entry.text)}</p>' if entry.text else ""
    return (
        f'<li class="is-learn"><time datetime="{local(entry.at).isoformat()}">{moment(entry.at)}</time>'
        f"<p><strong>{escape(ADOPTION_WORDS[entry.verb])}</strong>{by}</p>{text}</li>"
    )
