"""What is put to those who are present: votes, and questions that wait for an answer."""

from hashlib import sha256
from html import escape
from typing import Any
from uuid import uuid4

from django import template
from django.urls import reverse
from django.utils.safestring import SafeString, mark_safe
from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from yixian.web.field.queries import FieldHome
from yixian.web.learning.queries.on_site import Asked
from yixian.web.meetings.queries.ballots import Result
from yixian.web.meetings.templatetags.meeting_votes import vote_bars, vote_table
from yixian.web.shared.templatetags.ui_parts import icon, state_badge
from yixian.web.shared.writing import token_field

register = template.Library()


@register.simple_tag(takes_context=True)
def talk(context: dict[str, Any], home: FieldHome) -> SafeString:
    """Votes and questions; `data-version` tells the script whether anything is new."""
    version = sha256(repr((home.votes, home.questions, home.is_checked_in)).encode()).hexdigest()[:16]
    token = token_field(context) if any(each.state == "open" for each in home.votes) else ""
    votes = "".join(_ballot(each, home, token) for each in home.votes)
    here = " data-here" if home.is_checked_in else ""
    return mark_safe(
        f'<div class="talk stack" id="talk" data-version="{version}"{here}>{votes}{_questions(home)}</div>'
    )


def _ballot(result: Result, home: FieldHome, token: str) -> str:
    own = f' data-own="{result.own}"' if result.own else ""
    title, badge = f"<h2>{escape(result.question)}</h2>", state_badge(result.label, result.tone)
    if result.state == "open":
        inside = f'<div class="card-head">{title}{badge}</div>{_choices(result, home, token)}'
    else:
        inside = f'<details class="vote-over"><summary>{title} {badge}</summary>{_totals(result)}</details>'
    return (
        f'<section class="card stack-sm" data-ballot="{result.pk}" data-sequence="{result.sequence}"{own}>'
        f'{inside}<p class="sm" data-vote-note role="status"></p></section>'
    )


def _choices(result: Result, home: FieldHome, token: str) -> str:
    """One key for each choice; without scripts it posts by itself."""
    keys = "".join(
        f'<button class="btn btn-secondary btn-block vote-key" name="choice" value="{each.pk}" '
        f'data-choice="{each.pk}" aria-pressed="{"true" if each.pk == result.own else "false"}">'
        f"{escape(each.text)}</button>"
        for each in result.options
    )
    note = _("You may change your vote until it is closed. Only totals are shown.")
    return (
        f'<form class="stack-sm" method="post" action="{reverse("field:votes")}">{token}'
        f'<input type="hidden" name="id" value="{uuid4()}"><input type="hidden" name="ballot" value="{result.pk}">'
        f'<input type="hidden" name="meeting" value="{home.number}">{keys}</form>'
        f'<p class="sm soft">{escape(note)}</p>'
    )


def _totals(result: Result) -> str:
    own = next((each.text for each in result.options if each.pk == result.own), "")
    mine = escape(_("Your vote: %(choice)s") % {"choice": own}) if own else ""
    return (
        f'{vote_bars(result)}<div class="visually-hidden">{vote_table(result)}</div>'
        f"{f'<p class=soft>{mine}</p>' if mine else ''}"
    )


def _questions(home: FieldHome) -> str:
    """All that was asked here and may be seen, each with the key to answer."""
    if not home.questions:
        return ""
    rows = "".join(map(_question, home.questions))
    label = escape(_("Questions asked here"))
    return (
        f'<details class="asked-all" data-questions><summary>{icon("chat-square-quote")}{label} '
        f'<span class="num">{len(home.questions)}</span></summary><ul class="outbox">{rows}</ul></details>'
    )


def _question(asked: Asked) -> str:
    answers = ngettext("%(number)d answer", "%(number)d answers", asked.answers) % {"number": asked.answers}
    facts = "".join(f"<span>{escape(each)}</span>" for each in (asked.unit, asked.who, answers) if each)
    mine = escape(_("You have answered.")) if asked.own else ""
    href = f"{reverse('learning:question', args=[asked.pk])}"
    words = escape(_("Answer this"))
    key = f'<a class="btn btn-secondary" href="{href}" data-answer="{asked.pk}">{icon("pencil")}{words}</a>'
    return (
        f'<li class="outbox-row"><p class="record-text" data-asked>{escape(asked.text)}</p>'
        f'<p class="record-meta meta-line">{facts}</p>'
        f'<p class="sm green" data-answered="{asked.pk}">{mine}</p>{key if asked.may_answer else ""}</li>'
    )
