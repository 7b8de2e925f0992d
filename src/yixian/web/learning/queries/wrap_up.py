"""The wrap-up of a meeting: each released record, and what became of it."""

from dataclasses import dataclass

from django.core.paginator import Page, Paginator
from django.db.models import Prefetch, QuerySet
from django.urls import reverse
from django.utils.translation import gettext as _

from yixian.web.accounts.models import Person
from yixian.web.capture.models import Capture
from yixian.web.capture.queries import hold_counts, released_in
from yixian.web.capture.queries.rows import Row, row_of
from yixian.web.capture.queries.visible import LINE, in_lines
from yixian.web.learning.models import Experience
from yixian.web.meetings.models import Meeting

ROWS = 40
MADE = ("as_problem", "as_question", "outcome")
MADE_OF_IT = ("as_problem__title", "as_question__state", "outcome__kind")


@dataclass(frozen=True)
class Became:
    """One thing made of a record; without an address it is only said."""

    words: str
    url: str = ""


@dataclass(frozen=True)
class Record:
    """A record to decide about."""

    capture: Capture
    row: Row
    became: list[Became]
    may_undo: bool
    suggested: str


@dataclass(frozen=True)
class WrapUpPage:
    """The triage of one meeting."""

    records: list[Record]
    page: Page
    decided: int
    total: int
    waiting: int
    withheld: int
    show: str


UNDECIDED = {"as_problem": None, "as_question": None, "outcome": None, "as_experience": None}


def record_of(capture: Capture, person: Person) -> Record:
    """What became of a record, and what its kind suggests."""
    became = []
    if problem := getattr(capture, "as_problem", None):
        became.append(
            Became(
                _("Problem: %(title)s") % {"title": problem}, reverse("problems:detail", args=[problem.pk])
            )
        )
    if question := getattr(capture, "as_question", None):
        became.append(Became(_("Question"), reverse("learning:question", args=[question.pk])))
    for experience in capture.as_experience.all():
        url = reverse("learning:experience", args=[experience.pk])
        became.append(Became(_("Experience: %(title)s") % {"title": experience}, url))
    outcome = getattr(capture, "outcome", None)
    if outcome is not None:
        became.append(Became(str(outcome.get_kind_display())))
    return Record(
        capture=capture,
        row=row_of(capture, person, is_coordinator=False),
        became=became,
        may_undo=outcome is not None,
        suggested={"problem": "problem", "question": "question", "idea": "experience"}.get(
            capture.kind, "minutes"
        ),
    )


def records_with_outcome(meeting: Meeting) -> QuerySet[Capture]:
    """The released records with what was made of them."""
    records = in_lines(released_in(meeting)).select_related(*MADE, "author__member", "station", "photo")
    experiences = Experience.objects.only("title")
    return records.only(*LINE, *MADE_OF_IT).prefetch_related(Prefetch("as_experience", experiences))


def wrap_up_page(person: Person, meeting: Meeting, show: str, number: str) -> WrapUpPage:
    """One page of the triage: what is still to be decided, or everything."""
    found = records_with_outcome(meeting)
    undecided = found.filter(**UNDECIDED)
    left, counts = undecided.count(), hold_counts(meeting)
    total = counts["released"]
    chosen, size = (found, total) if show == "all" else (undecided, left)
    paginator = Paginator(chosen.order_by("station__position", "pk"), ROWS)
    paginator.count = size  # counted already
    page = paginator.get_page(number)
    return WrapUpPage(
        records=[record_of(each, person) for each in page.object_list],
        page=page,
        decided=total - left,
        total=total,
        waiting=counts["held"] + counts["quarantined"],
        withheld=counts["withheld"],
        show=show,
    )
