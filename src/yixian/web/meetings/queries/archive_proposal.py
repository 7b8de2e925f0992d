"""What a record proposes for history: its facts as parts and slots, names matched with the roster."""

import re
from datetime import date
from typing import Any

from django.utils.translation import gettext as _

from yixian.archive import explain
from yixian.web.meetings.actions.archive_takers import parts_of_takers
from yixian.web.meetings.forms.archive_slots import VENUE_KINDS, Part, Slot, asked_about, sure, words
from yixian.web.meetings.models import ArchiveDraft, Meeting, Programme
from yixian.web.meetings.words import in_site_language
from yixian.web.organisations.models import Federation, Member, Venue
from yixian.web.shared.templatetags.ui_dates import month
from yixian.web.shared.text import fold

UNION = re.compile(r"(工会委员会|工会联合会|联合工会|工会)$")


PARTS_OF_RECORD: dict[str, Any] = {
    "title": None, "source": None, "published": None, "authors": [], "organiser": None, "area": None,
    "series": dict.fromkeys(("method_name", "name", "cadence", "member_unions", "host_rule", "since_year")),
    "meetings": [], "earlier_hosts": [], "venue_kinds": [], "topics": [], "quotes": [], "host_offers": [],
    "people": [], "open_questions": [], "repairs": [],
}  # fmt: skip


def record_of(draft: ArchiveDraft) -> dict[str, Any]:
    """A draft's record with every part there: one kept long ago may lack what the reader has learned since."""
    return {**PARTS_OF_RECORD, **draft.record}


class Roster:
    """The federation's members by the core of their names: what is left without the words for a union."""

    def __init__(self, federation: Federation) -> None:
        self.federation = federation
        self.names: list[str] = []
        self._by_core: dict[str, str] = {}
        for name, short in Member.objects.filter(federation=federation).values_list("name", "short_name"):
            self.names.append(name)
            self._by_core.setdefault(core(short), name)
            self._by_core[core(name)] = name
        self._by_core[core(federation.name)] = federation.name

    def match(self, name: str | None) -> str:
        """The roster's name of a unit, or the name as it was read."""
        return self._by_core.get(core(name), name) if name else ""

    def knows(self, name: str) -> bool:
        """Whether a unit of this name is on the roster, or is the federation itself."""
        return core(name) in self._by_core


def core(name: str) -> str:
    """A name as it is compared: one width, no spaces, no word for a union at its end."""
    return UNION.sub("", fold(name).replace(" ", ""))


def parts_of(draft: ArchiveDraft) -> list[Part]:
    """Every part of a draft's review, those of apps above last."""
    record, roster = record_of(draft), Roster(draft.federation)
    topics = tuple((name, name) for name in topics_of(record))
    parts = [_series(record, draft.federation)]
    parts += [_meeting(record, number, roster, topics) for number in range(len(record["meetings"]))]
    parts += [_earlier(record, number, roster) for number in range(len(record["earlier_hosts"]))]
    parts += [_person(record, number, roster) for number in range(len(record["people"]))]
    return parts + parts_of_takers(record)


def topics_of(record: dict[str, Any]) -> list[str]:
    """The report's topics as the site names them."""
    return [explain(fact["value"], "zh") for fact in record["topics"]]


def _series(record: dict[str, Any], federation: Federation) -> Part:
    """The federation and its series of meetings."""
    told = record["series"]
    programmes = list(Programme.objects.filter(federation=federation).values_list("name", flat=True)[:2])
    name = programmes[0] if len(programmes) == 1 else sure(told["name"])
    count = sure(told["member_unions"])
    return Part(
        "series",
        _("The federation and its series of meetings"),
        (
            Slot("programme", "text", _("Name of the series"), name or _usual_name(), told["name"]),
            Slot(
                "cadence",
                "choice",
                words("cadence"),
                sure(told["cadence"]) or "",
                told["cadence"],
                choices=_cadences(),
            ),
            Slot("method_name", "text", words("method_name"), sure(told["method_name"]), told["method_name"]),
            Slot("member_count", "number", words("member_unions"), count, told["member_unions"]),
        ),
    )


def _cadences() -> tuple[tuple[str, str], ...]:
    codes = ("weekly", "monthly", "every_two_months", "quarterly", "half_yearly", "yearly")
    return tuple((code, words(code)) for code in codes)


def _usual_name() -> str:
    with in_site_language():
        return _("On-site meetings")


def _meeting(
    record: dict[str, Any], number: int, roster: Roster, topics: tuple[tuple[str, str], ...]
) -> Part:
    """One held meeting."""
    told, path = record["meetings"][number], f"meetings[{number}]"

    def slot(name: str, kind: str, fact: str, initial: Any = None, **more: Any) -> Slot:
        questions = asked_about(record, f"{path}.{fact}")
        value = sure(told[fact], questions) if initial is None else initial
        return Slot(name, kind, words(fact), value, told[fact], questions, **more)

    day = sure(told["date"], asked_about(record, f"{path}.date"))
    held_on = date.fromisoformat(day) if day else None
    host = roster.match(sure(told["host"], asked_about(record, f"{path}.host")))
    kind = sure(told["venue_kind"], asked_about(record, f"{path}.venue_kind"))
    known = _is_known(roster.federation, held_on, host)
    only = tuple(name for name, _label in topics) if len(record["meetings"]) == 1 else ()
    slots = (
        Slot("title", "text", words("title"), title_of(held_on)),
        slot("held_on", "date", "date", held_on or ""),
        slot("host", "unit", "host", host),
        slot(
            "venue_kind",
            "choice",
            "venue_kind",
            VENUE_KINDS.get(kind, kind) or "",
            choices=tuple(Venue.Kind.choices),
        ),
        Slot("venue", "text", _("Name of the place"), told["venue_kind"]["converted"] if kind else ""),
        slot("participants", "number", "participants"),
        slot("process_seen", "text", "process_seen"),
        Slot("topics", "several", words("topics"), only, choices=topics),
    )
    return Part(f"meeting-{number}", _("The meeting"), slots, not known, _known_note(known))


def _is_known(federation: Federation, day: date | None, host: str, *, undated: bool = False) -> bool:
    """Whether such a meeting is on record already."""
    meetings = Meeting.objects.filter(federation=federation, host__name=host)
    if undated:
        return meetings.filter(is_archive=True, held_on=None).exists()
    return day is not None and meetings.filter(held_on=day).exists()


def _known_note(known: bool) -> str:
    return (
        _("This meeting is on record already, so it is left out unless you decide otherwise.")
        if known
        else ""
    )


def title_of(day: date | None) -> str:
    """What a meeting is called: its month, in the language of the site's papers."""
    with in_site_language():
        return (
            _("On-site meeting, %(month)s") % {"month": month(day)}
            if day
            else _("On-site meeting (day not given)")
        )


def _earlier(record: dict[str, Any], number: int, roster: Roster) -> Part:
    """Somebody who hosted before, on a day that the report does not give."""
    told, path = record["earlier_hosts"][number], f"earlier_hosts[{number}]"
    questions = asked_about(record, f"{path}.host")
    host = roster.match(sure(told["host"], questions))
    known = bool(host) and _is_known(roster.federation, None, host, undated=True)
    slots = (
        Slot("title", "text", words("title"), _earlier_title(sure(told["year"])), told["year"]),
        Slot("host", "unit", words("host"), host, told["host"], questions),
    )
    of_list = asked_about(record, "earlier_hosts") if number == len(record["earlier_hosts"]) - 1 else ()
    return Part(
        f"earlier-{number}",
        _("A host of before"),
        slots,
        bool(host) and not known,
        _known_note(known),
        of_list,
    )


def _earlier_title(year: int | None) -> str:
    with in_site_language():
        return _("On-site meeting of %(year)s (day not given)") % {"year": year} if year else title_of(None)


def _person(record: dict[str, Any], number: int, roster: Roster) -> Part:
    """Somebody named in the report, with organisation and post."""
    told, path = record["people"][number], f"people[{number}]"
    questions = asked_about(record, f"{path}.name")
    unclear = (
        told["organisation"]
        if told["organisation"] and told["organisation"]["note"] == "points_back"
        else None
    )
    pointing = tuple(
        each for each in record["open_questions"] if unclear and each["code"] == "points_back"
        and each["found"] == [unclear["converted"]]
    )  # fmt: skip
    organisation = roster.match(sure(told["organisation"]))
    name = sure(told["name"], questions)
    slots = (
        Slot("name", "text", _("Name of the person"), name, told["name"], questions),
        Slot("organisation", "unit", words("organisation"), organisation, told["organisation"], pointing),
        Slot("post", "text", words("post"), sure(told["post"]), told["post"]),
        Slot(
            "still_there", "tick", _("Still holds this post and may be invited"), False,
            help=_("Left unticked, the person stands in history only."),
        ),
    )  # fmt: skip
    title = told["name"]["converted"]
    return Part(
        f"person-{number}", _("Named: %(name)s") % {"name": title}, slots, bool(name and organisation)
    )
