"""The text of a notice, drafted from a meeting's facts, and the message that goes to one person."""

from dataclasses import dataclass

from django.utils import timezone
from django.utils.translation import gettext as _

from yixian.web.meetings.models import Invitation, Meeting
from yixian.web.meetings.queries.choices import topics_of
from yixian.web.meetings.words import beside, in_site_language
from yixian.web.shared.templatetags.ui_dates import day

NUMERALS = "一二三四五六七八九十"


@dataclass(frozen=True)
class NoticeText:
    """A notice in its parts, as official papers order them."""

    title: str
    salutation: str
    greeting: str
    points: list[tuple[str, str]]
    signed: str
    dated: str

    def plain(self) -> str:
        """The whole as lines of text, to be pasted."""
        points = [f"{NUMERALS[number]}、{head}　{text}" for number, (head, text) in enumerate(self.points)]
        parts = [self.title, "", self.salutation, self.greeting, *points, "", self.signed, self.dated]
        return "\n".join(parts)


def draft_greeting() -> str:
    """The opening paragraph until the office writes its own."""
    with in_site_language():
        return _("The on-site meeting of our unions will be held as follows. Please make time for it.")


def notice_text(meeting: Meeting) -> NoticeText:
    """Draft the notice of a meeting in the site's language; what is not known yet is left out."""
    with in_site_language():
        return NoticeText(
            title=_("Notice of the meeting “%(meeting)s”") % {"meeting": meeting.title},
            salutation=_("To all union chairs:"),
            greeting=meeting.greeting or draft_greeting(),
            points=_points(meeting),
            signed=meeting.federation.name,
            dated=day(timezone.localdate()).partition("（")[0],
        )


def _points(meeting: Meeting) -> list[tuple[str, str]]:
    points = [(_("Time:"), when_text(meeting)), (_("Place:"), place_text(meeting))]
    points.append((_("Who comes:"), _("the chair; who cannot come sends a delegate or an apology.")))
    topics = _(", ").join(name for _pk, name in topics_of(meeting))
    if topics:
        points.append((_("Topics:"), topics))
    paragraphs = _("three short paragraphs before the day: review, plan, and an experience worth sharing.")
    points.append((_("To hand in:"), paragraphs))
    if meeting.venue and meeting.venue.gear:
        points.append((_("To wear:"), meeting.venue.gear))
    points.append((_("Reply:"), _("by your personal link, as soon as you can. It needs no account.")))
    return points


def when_text(meeting: Meeting) -> str:
    """Day and time in one line."""
    if not meeting.held_on:
        return _("to be announced")
    clock = f"{meeting.starts_at:%H:%M}" if meeting.starts_at else ""
    if meeting.starts_at and meeting.ends_at:
        clock += f"–{meeting.ends_at:%H:%M}"
    return f"{day(meeting.held_on)} {clock}".strip()


def place_text(meeting: Meeting) -> str:
    """Host, venue and address in one line."""
    venue = meeting.venue
    place = beside(meeting.host.name if meeting.host else "", venue.name if venue else "")
    address = (venue.address if venue else "") or (meeting.host.address if meeting.host else "")
    if place and address:
        return _("%(place)s (%(address)s)") % {"place": place, "address": address}
    return place or address or _("to be announced")


def message_for(invitation: Invitation, url: str, *, is_reminder: bool = False) -> str:
    """What the office pastes into a chat with one person."""
    meeting, person = invitation.meeting, invitation.person
    with in_site_language():
        opening = (
            _("%(name)s, we have not had your answer yet.")
            if is_reminder
            else _("%(name)s, you are invited.")
        )
        lines = [
            opening % {"name": person.name if person else invitation.member.short_name},
            meeting.title,
            _("Time:") + when_text(meeting),
            _("Place:") + place_text(meeting),
            _("Please answer here (the link is for you alone):"),
            url,
        ]
        return "\n".join(lines)


def message_for_delegate(meeting: Meeting, name: str, url: str) -> str:
    """What the chair passes on to the delegate."""
    with in_site_language():
        lines = [
            _("%(name)s, please go to this meeting for our union.") % {"name": name},
            meeting.title,
            _("Time:") + when_text(meeting),
            _("Place:") + place_text(meeting),
            _("Your personal link:"),
            url,
        ]
        return "\n".join(lines)
