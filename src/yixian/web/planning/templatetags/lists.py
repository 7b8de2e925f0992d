"""Rows of the lists of offers, of days that do not suit, and of versions, each list written in one go."""

from collections.abc import Iterable
from typing import TYPE_CHECKING, Any

from django.utils.html import escape
from django.utils.safestring import SafeString, mark_safe
from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from yixian.web.meetings.templatetags.meeting_orders import escaped_words, token_field
from yixian.web.planning.models import Confirmation, HostOffer, Swap, YearPlan
from yixian.web.planning.states import CONFIRMATION_TONES, SWAP_TONES
from yixian.web.planning.templatetags.drawing import in_words, month_words
from yixian.web.planning.words import language
from yixian.web.shared import policy
from yixian.web.shared.templatetags.ui_dates import day, moment
from yixian.web.shared.templatetags.ui_parts import state_badge

if TYPE_CHECKING:
    from yixian.web.planning.queries.confirmations import ConfirmationLine
    from yixian.web.planning.queries.offers import BlackoutLine, OfferLine
    from yixian.web.planning.queries.swaps import SwapLine
    from yixian.web.planning.queries.versions import VersionLine

OFFER_TONES = {"open": "wait", "planned": "good", "withdrawn": "off"}
PLAN_TONES = {"draft": "plan", "published": "good", "replaced": "off", "dropped": "off"}


def offer_rows(context: dict[str, Any], rows: Iterable["OfferLine"]) -> SafeString:
    """Who offers which months, what there is to see, and for those who may, what withdraws the offer."""
    says = escaped_words(
        months=_("Months"), what=_("What there is to see"), state=_("State"), any=_("any month"),
        lang=language(),
    )  # fmt: skip
    says |= _badges(HostOffer.State.choices, OFFER_TONES)
    button = _button(context, _("Withdraw"))
    person = context["person"]
    return mark_safe(
        "\n".join(
            [
                _offer_row(row, says, f'<form method="post" action="{row.pk}/withdrawal/">{button}</form>')
                if row.state == HostOffer.State.OPEN and policy.may(person, "planning.withdraw_offer", row)
                else _offer_row(row, says, "")
                for row in rows
            ]
        )
    )


def _offer_row(row: "OfferLine", says: dict[str, str], tools: str) -> str:
    first, last = (
        in_words(month_words, each, says["lang"]) for each in (row.earliest_month, row.latest_month)
    )
    at = f'<span class="sub">{escape(row.meeting)}</span>' if row.meeting else ""
    return (
        f'<tr><th scope="row">{escape(row.member)}<span class="sub">{escape(row.venue or "")}</span></th>'
        f'<td data-label="{says["months"]}">{f"{first}–{last}" if first or last else says["any"]}</td>'
        f'<td data-label="{says["what"]}">{escape(row.what)}{at}</td>'
        f'<td data-label="{says["state"]}">{says[row.state]}</td><td class="tools">{tools}</td></tr>'
    )


def blackout_rows(context: dict[str, Any], rows: Iterable["BlackoutLine"]) -> SafeString:
    """Whom which days do not suit, and why, each with what removes it."""
    says = escaped_words(since=_("From"), until=_("Last day"), reason=_("Reason"), lang=language())
    button = _button(context, _("Remove"))
    return mark_safe("\n".join([_blackout_row(row, says, button) for row in rows]))


def _blackout_row(row: "BlackoutLine", says: dict[str, str], button: str) -> str:
    first, last = (in_words(day, each, says["lang"]) for each in (row.first_day, row.last_day))
    return (
        f'<tr><th scope="row">{escape(row.member)}</th><td data-label="{says["since"]}">{first}</td>'
        f'<td data-label="{says["until"]}">{last}</td>'
        f'<td data-label="{says["reason"]}">{escape(row.reason)}</td>'
        f'<td class="tools"><form method="post" action="{row.pk}/removal/">{button}</form></td></tr>'
    )


def version_rows(rows: Iterable["VersionLine"]) -> SafeString:
    """Every version with its state, from when, by whom, and its points."""
    says = escaped_words(
        state=_("State"), since=_("From month"), by=_("Made by"), points=_("Points"), lang=language()
    )
    says |= _badges(YearPlan.State.choices, PLAN_TONES)
    return mark_safe("\n".join([_version_row(row, says) for row in rows]))


def _version_row(row: "VersionLine", says: dict[str, str]) -> str:
    note = f'<span class="sub">{escape(row.note)}</span>' if row.note else ""
    return (
        f'<tr><th scope="row"><a class="row-link" href="{row.pk}/">{escape(row.programme)} v{row.version}</a>{note}'
        f'</th><td data-label="{says["state"]}">{says[row.state]}</td>'
        f'<td data-label="{says["since"]}">{in_words(month_words, row.first_month, says["lang"])}'
        f'<span class="sub">{in_words(months_words, row.months, says["lang"])}</span></td>'
        f'<td data-label="{says["by"]}">{escape(row.made_by or "")}'
        f'<span class="sub">{moment(row.made_at)}</span></td>'
        f'<td data-label="{says["points"]}" class="num">{"—" if row.points is None else row.points}</td></tr>'
    )


def swap_rows(rows: Iterable["SwapLine"]) -> SafeString:
    """Which months are to be swapped, who asks whom, and how far it is."""
    says = escaped_words(asks=_("Asks"), other=_("Is asked"), state=_("State"), lang=language())
    says |= _badges(Swap.State.choices, SWAP_TONES)
    return mark_safe("\n".join([_swap_row(row, says) for row in rows]))


def _swap_row(row: "SwapLine", says: dict[str, str]) -> str:
    first, second = (in_words(month_words, each, says["lang"]) for each in (row.month, row.other_month))
    return (
        f'<tr><th scope="row"><a class="row-link" href="{row.pk}/">{first} ⇄ {second}</a>'
        f'<span class="sub">{moment(row.asked_at)}</span></th>'
        f'<td data-label="{says["asks"]}">{escape(row.member)}</td>'
        f'<td data-label="{says["other"]}">{escape(row.other)}</td>'
        f'<td data-label="{says["state"]}">{says[row.state]}</td></tr>'
    )


def confirmation_rows(rows: Iterable["ConfirmationLine"]) -> SafeString:
    """Which host was asked about which month, and what it said."""
    says = escaped_words(host=_("Host"), state=_("State"), words=_("Answer"), lang=language())
    says |= _badges(Confirmation.State.choices, CONFIRMATION_TONES)
    return mark_safe("\n".join([_confirmation_row(row, says) for row in rows]))


def _confirmation_row(row: "ConfirmationLine", says: dict[str, str]) -> str:
    lang = says["lang"]
    mark = ' class="is-waiting"' if row.state == Confirmation.State.DECLINED else ""
    at = f'<span class="sub">{moment(row.answered_at)}</span>' if row.answered_at else ""
    return (
        f'<tr{mark}><th scope="row"><a class="row-link" href="{row.pk}/">{in_words(month_words, row.month, lang)}</a>'
        f'<span class="sub">{in_words(day, row.day, lang)}</span></th>'
        f'<td data-label="{says["host"]}">{escape(row.member)}</td>'
        f'<td data-label="{says["state"]}">{says[row.state]}</td>'
        f'<td data-label="{says["words"]}">{escape(row.words)}{at}</td></tr>'
    )


def months_words(number: int) -> str:
    """How long a plan is."""
    return ngettext("%(number)s month", "%(number)s months", number) % {"number": number}


def _badges(choices: Iterable[tuple[str, Any]], tones: dict[str, str]) -> dict[str, str]:
    """What stands for each state."""
    return {value: state_badge(label, tones[value]) for value, label in choices}


def _button(context: dict[str, Any], label: str) -> str:
    """The inside of the small form in a row."""
    return f'{token_field(context)}<button class="btn btn-sm btn-secondary">{escape(label)}</button>'
