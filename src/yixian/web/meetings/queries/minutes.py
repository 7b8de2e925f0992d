"""Minutes as a person may read them, and as a paper."""

from dataclasses import dataclass

from django.utils.translation import gettext as _

from yixian.documents.minutes_paper import MinutesPaper, PaperSection
from yixian.web.accounts.models import Person
from yixian.web.meetings.models import Meeting, Minutes
from yixian.web.meetings.queries import minutes_draft
from yixian.web.meetings.queries.minutes_text import Section, parse
from yixian.web.meetings.rules import minutes as rules
from yixian.web.meetings.states import MINUTES
from yixian.web.meetings.words import in_site_language
from yixian.web.shared import policy

ATTENDANCE = "attendance"


def minutes_visible_to(person: Person, meeting: Meeting) -> Minutes | None:
    """Published minutes for everybody inside, a draft for those who write it (one query)."""
    if not policy.may(person, "meetings.see_minutes", meeting):
        return None
    found = Minutes.objects.filter(meeting=meeting).select_related("published_by").first()
    if found is None or found.state == Minutes.State.PUBLISHED:
        return found
    return found if policy.may(person, "meetings.write_minutes", meeting) else None


@dataclass(frozen=True)
class MinutesPage:
    """A meeting's minutes as one person sees them; `minutes` is None where there is nothing to read yet."""

    minutes: Minutes | None
    sections: list[Section]
    may_write: bool
    may_draft: bool
    may_publish: bool
    may_withdraw: bool


def minutes_page(person: Person, meeting: Meeting) -> MinutesPage:
    """Everything that the page shows."""
    minutes = minutes_visible_to(person, meeting)
    writer = policy.may(person, "meetings.write_minutes", meeting)
    state = minutes.state if minutes else ""
    return MinutesPage(
        minutes=minutes,
        sections=parse(minutes.body) if minutes else [],
        may_write=writer and state == Minutes.State.DRAFT,
        may_draft=minutes is None and rules.can_draft(person, meeting),
        may_publish=writer and minutes is not None and MINUTES.can(state, "publish"),
        may_withdraw=writer and minutes is not None and MINUTES.can(state, "withdraw"),
    )


def paper_of(meeting: Meeting, minutes: Minutes) -> MinutesPaper:
    """The minutes as the dataclass that the office file is made from."""
    sections = parse(minutes.body)
    with in_site_language():
        return MinutesPaper(
            mark=_("Minutes of %(federation)s") % {"federation": meeting.federation.name},
            issued=f"{meeting.federation.name}　{minutes_draft.paper_day(minutes.published_at or minutes.saved_at)}",
            title=_("Minutes of “%(title)s”") % {"title": meeting.title},
            lead="",
            sections=[PaperSection(s.heading, s.paragraphs) for s in sections if s.key != ATTENDANCE],
            attendance=[
                _split(line)
                for section in sections
                if section.key == ATTENDANCE
                for line in section.paragraphs
            ],
        )


def _split(line: str) -> tuple[str, str]:
    """出席（38人）：张某某、… as label and names; a line without a colon is all names."""
    for colon in ("：", ":"):
        label, found, names = line.partition(colon)
        if found:
            return label.strip(), names.strip()
    return "", line
