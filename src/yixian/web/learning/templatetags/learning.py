"""Rows of questions and borrowings, written in one go: a template takes longer for them than their queries."""

from collections.abc import Iterable

from django import template
from django.urls import reverse
from django.utils.html import escape
from django.utils.safestring import SafeString, mark_safe
from django.utils.text import Truncator
from django.utils.translation import gettext as _

from yixian.web.learning.models import Adoption, Question
from yixian.web.learning.queries import adoption, question
from yixian.web.learning.states import ADOPTION_TONES, ADOPTION_WORDS, QUESTION_TONES
from yixian.web.shared.templatetags.ui_dates import day, local, moment
from yixian.web.shared.templatetags.ui_parts import state_badge

register = template.Library()
MOST_LETTERS = 80


@register.simple_tag
def question_rows(rows: Iterable[question.Line]) -> SafeString:
    """A row for each question."""
    labels = (_("State"), _("Asked by"), _("Answers"), _("Asked on"))
    badges = {state: state_badge(words, QUESTION_TONES[state]) for state, words in Question.State.choices}
    prefix = reverse("learning:questions")
    return mark_safe("\n".join(_question(row, prefix, labels, badges[row.state]) for row in rows))


def _question(row: question.Line, prefix: str, labels: tuple[str, ...], badge: str) -> str:
    t_state, t_by, t_answers, t_on = labels
    return (
        f'<tr><th scope="row"><a class="row-link" href="{prefix}{row.pk}/">'
        f"{escape(Truncator(row.text).chars(MOST_LETTERS))}</a>"
        f'<span class="sub">{escape(row.topic or "")}</span></th><td data-label="{t_state}">{badge}</td>'
        f'<td data-label="{t_by}">{escape(row.asked_by or "")}<span class="sub">{escape(row.unit or "")}</span></td>'
        f'<td data-label="{t_answers}" class="num">{row.said}</td>'
        f'<td data-label="{t_on}" class="nowrap">{day(row.asked_at)}</td></tr>'
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
    return (
        f'<tr><th scope="row"><a class="row-link" href="{prefix}{row.pk}/">'
        f"{escape(row.experience or row.title)}</a></th>"
        f'<td data-label="{t_from}">{escape(row.lender or row.source or "")}</td>'
        f'<td data-label="{t_by}">{escape(row.member)}</td><td data-label="{t_state}">{badge}</td>'
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
