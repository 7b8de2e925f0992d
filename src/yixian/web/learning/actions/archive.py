"""What learning takes from a report of the past: practices worth borrowing, and questions left open."""

from typing import Any

from django.utils.translation import gettext as _

from yixian.archive import explain
from yixian.web.accounts.models import Person
from yixian.web.learning.actions.experience import write_experience
from yixian.web.learning.models import Experience, Question
from yixian.web.meetings.actions.archive_takers import History, Taker, register
from yixian.web.meetings.forms.archive_slots import Decision, Part, Slot, asked_about, words
from yixian.web.meetings.models import Meeting
from yixian.web.meetings.words import in_site_language
from yixian.web.organisations.models import Topic
from yixian.web.shared import audit
from yixian.web.shared.errors import BadInput

PREFIX = "quote-"


def parts(record: dict[str, Any]) -> list[Part]:
    """A part for each quotation: an experience for the library, or a question to the others."""
    return [_part(record, number, quote) for number, quote in enumerate(record["quotes"])]


def _part(record: dict[str, Any], number: int, quote: dict[str, Any]) -> Part:
    fact = quote.get("words")
    subjects = [explain(each["value"], "zh") for each in quote["subjects"]]
    topics = tuple((name, name) for name in dict.fromkeys(subjects))
    topic = Slot("topic", "choice", words("topics"), subjects[0] if subjects else "", choices=topics)
    open_points = asked_about(record, f"quotes[{number}].speaker")
    key, take = f"{PREFIX}{number}", bool(fact or subjects)
    if quote["kind"] == "open_question":
        text = Slot("question", "long", _("Question"), _asked(fact, subjects), fact)
        return Part(key, _("A question that was asked"), (text, topic), take, questions=open_points)
    told = record["meetings"]
    host = told[0]["host"]["value"] if len(told) == 1 and told[0]["host"] else ""
    slots = (
        Slot("title", "text", _("Title of the experience"), subjects[0] if subjects else ""),
        Slot("organisation", "unit", _("Whose practice it is"), host),
        Slot("summary", "long", _("What it is"), fact["value"] if fact else "、".join(subjects), fact),
        topic,
    )
    note = _("It becomes a draft in the library; you write it up later.")
    return Part(key, _("An experience worth borrowing"), slots, take, note, open_points)


def _asked(fact: dict[str, Any] | None, subjects: list[str]) -> str:
    """The question as it was quoted, else what it is about."""
    if fact:
        return str(fact["value"])
    with in_site_language():
        return _("How do you go about “%(subject)s”?") % {"subject": subjects[0]} if subjects else ""


def take(by: Person, history: History, taken: Decision) -> list[Any]:
    """Make drafts of experiences, and open questions; both belong to the report's only meeting."""
    held = [meeting for key, meeting in history.meetings.items() if key.startswith("meeting-")]
    meeting = held[0] if len(held) == 1 else None
    quotes = [values for key, values in taken.items() if key.startswith(PREFIX)]
    return [
        _question(by, meeting, v) if "question" in v else _experience(by, history, meeting, v) for v in quotes
    ]


def _experience(by: Person, history: History, meeting: Meeting | None, values: dict[str, Any]) -> Experience:
    member = history.unit(values["organisation"])
    if member is None:
        sentence = _("“%(name)s” is not on the roster, so no experience of theirs can be taken.")
        raise BadInput(sentence % {"name": values["organisation"]})
    return write_experience(
        by=by, title=values["title"], summary=values["summary"] or "", member=member, meeting=meeting,
        topic=_topic(by, values["topic"]),
    )  # fmt: skip


def _question(by: Person, meeting: Meeting | None, values: dict[str, Any]) -> Question:
    if not values["question"]:
        raise BadInput(_("Write the question, or leave it out."))
    question = Question.objects.create(
        federation_id=by.federation_id,
        text=values["question"],
        meeting=meeting,
        topic=_topic(by, values["topic"]),
    )
    audit.record(by=by, verb="learning.take_from_report", thing=question)
    return question


def _topic(by: Person, name: str) -> Topic | None:
    return Topic.objects.get_or_create(federation_id=by.federation_id, name=name)[0] if name else None


register(Taker("learning", parts, take))
