"""The draft of minutes, out of what is on record: who was there, what was said, what was decided."""

from collections.abc import Iterable
from datetime import date, datetime

from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from yixian.web.accounts.models import Person
from yixian.web.meetings.models import AgendaItem, CheckIn, Invitation, Meeting, Reply, Report
from yixian.web.meetings.queries.ballots import results_of
from yixian.web.meetings.queries.minutes_parts import Part, parts_in_order, register_part
from yixian.web.meetings.queries.minutes_text import Section
from yixian.web.meetings.words import in_site_language
from yixian.web.shared.templatetags.ui_dates import day

LONGEST = 220


def draft_sections(meeting: Meeting) -> list[Section]:
    """Every part that has something to say, in the language of the site's papers."""
    with in_site_language():
        drafted = [
            Section(part.key, str(part.heading), "\n".join(part.lines(meeting))) for part in parts_in_order()
        ]
    return [section for section in drafted if section.text]


def paper_day(value: date | datetime | None) -> str:
    """A day as official papers write it: in full, without its weekday."""
    return day(value).partition("（")[0]


def named(person: Person) -> str:
    """张某某（甲一机械 主席）."""
    unit = person.member.short_name if person.member else ""
    role = " ".join(str(part) for part in (unit, person.post_name) if part)
    return _("%(name)s (%(role)s)") % {"name": person.name, "role": role} if role else person.name


def _joined(people: Iterable[str]) -> str:
    return _(", ").join(people)


def arrivals(meeting: Meeting) -> tuple[list[Person], list[Person]]:
    """Those who checked in: of members, and of the federation's own."""
    check_ins = CheckIn.objects.filter(meeting=meeting).select_related("person__member")
    people = [
        each.person for each in check_ins.order_by("person__member__rank", "person__member__pinyin", "pk")
    ]
    of_members = [each for each in people if each.member_id]
    return of_members, [each for each in people if not each.member_id]


def apologies(meeting: Meeting) -> list[str]:
    """Those who sent apologies; their reasons are theirs."""
    replies = Reply.objects.filter(invitation__meeting=meeting, answer=Reply.Answer.APOLOGY)
    replies = replies.select_related("invitation__member", "invitation__person__member")
    lines = []
    for reply in replies.order_by("invitation__member__rank", "invitation__member__pinyin"):
        person = reply.invitation.person
        lines.append(named(person) if person else reply.invitation.member.short_name)
    return lines


def _overview(meeting: Meeting) -> list[str]:
    place = "".join(part.name for part in (meeting.host, meeting.venue) if part)
    facts = {"day": paper_day(meeting.held_on), "federation": meeting.federation.name, "title": meeting.title}
    first = _("On %(day)s, %(federation)s held “%(title)s”.") % facts
    if place:
        first = _("On %(day)s, %(federation)s held “%(title)s” at %(place)s.") % {**facts, "place": place}
    return [first + _numbers(meeting)]


def _numbers(meeting: Meeting) -> str:
    """How many were invited, came, sent apologies."""
    members, office = arrivals(meeting)
    invited = Invitation.objects.filter(meeting=meeting).count()
    here = len(members) + len(office)
    if not here:
        stated = meeting.participants_stated
        return _(" %(number)s people took part.") % {"number": stated} if stated else ""
    words = {
        "invited": invited, "units": len({each.member_id for each in members}), "here": here,
        "absent": len(apologies(meeting)),
    }  # fmt: skip
    return (
        _(
            " %(invited)s units were invited, %(units)s came; %(here)s people took part; %(absent)s sent apologies."
        )
        % words
    )


def _attendance(meeting: Meeting) -> list[str]:
    members, office = arrivals(meeting)
    blocks = (
        (_("Present"), [named(each) for each in members]),
        (_("In attendance"), [named(each) for each in office]),
        (_("Apologies"), apologies(meeting)),
    )
    return [
        _("%(label)s (%(number)s): %(names)s")
        % {"label": label, "number": len(names), "names": _joined(names)}
        for label, names in blocks
        if names
    ]


def _agenda(meeting: Meeting) -> list[str]:
    items = (
        AgendaItem.objects.filter(meeting=meeting)
        .exclude(kind=AgendaItem.Kind.BREAK)
        .select_related("speaker")
    )
    return [f"{number}. {item.title}{_speaker(item)}" for number, item in enumerate(items, 1)]


def _speaker(item: AgendaItem) -> str:
    """Who speaks, where the title does not say it."""
    name = item.speaker.name if item.speaker else ""
    return f"（{name}）" if name and name not in item.title else ""


def shortened(text: str) -> str:
    """One paragraph, not too long."""
    text = " ".join(text.split())
    return text if len(text) <= LONGEST else f"{text[:LONGEST]}……"


def _reports(meeting: Meeting) -> list[str]:
    """Of each report handed in, what others can use: the experience, else the plan, else the review."""
    handed_in = Report.objects.filter(meeting=meeting, handed_in_at__isnull=False).select_related(
        "member", "person"
    )
    lines = []
    for report in handed_in:
        text = report.experience or report.plan or report.review
        if text.strip():
            lines.append(
                _("%(unit)s: %(text)s") % {"unit": report.member.short_name, "text": shortened(text)}
            )
    return lines


def _votes(meeting: Meeting) -> list[str]:
    """Each vote that was closed, in totals."""
    return [
        _("%(question)s: %(numbers)s (%(total)s votes)")
        % {
            "question": each.question,
            "numbers": _joined(f"{option.text} {option.votes}" for option in each.options),
            "total": each.total,
        }
        for each in results_of(meeting)
        if each.state == "closed"
    ]


register_part(
    Part("overview", gettext_lazy("The meeting"), 10, _overview),
    Part("agenda", gettext_lazy("Agenda"), 20, _agenda),
    Part("reports", gettext_lazy("Reports"), 30, _reports),
    Part("votes", gettext_lazy("Votes"), 80, _votes),
    Part("attendance", gettext_lazy("Attendance"), 90, _attendance),
)
