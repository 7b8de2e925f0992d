"""What other weights would change, ready to print."""

from dataclasses import dataclass
from datetime import date, timedelta
from typing import Any

from django.db.models import QuerySet
from django.utils import timezone
from django.utils.translation import gettext_lazy as _

from yixian.web.accounts.models import Person
from yixian.web.planning.models import WeightsPreview
from yixian.web.planning.queries.board import CHOICES
from yixian.web.planning.queries.fairness import NAMES
from yixian.web.planning.words import language, run_problem, term_name
from yixian.web.shared.prepared import Asker, Prepared

SOON = timedelta(seconds=1.5)
UNITS = {
    "meeting": _("meetings"),
    "month": _("months"),
    "need": _("needs"),
    "view missed": _("views missed"),
    "repetition": _("repetitions"),
    "hour": _("hours"),
    "minute": _("minutes"),
    "misfit": _("misfits"),
}


@dataclass(frozen=True)
class ChangedMonth:
    """A month that would have another host or day; `anyway` if it would without moving a slider, too."""

    month: str
    old: str
    old_day: date | None
    new: str
    new_day: date
    anyway: bool


@dataclass(frozen=True)
class TermChange:
    """A term's amount before (None: the plan is not whole) and after; fewer is better."""

    name: str
    unit: str
    before: int | None
    after: int

    @property
    def difference(self) -> int:
        """What it changes."""
        return self.after - (self.after if self.before is None else self.before)


@dataclass(frozen=True)
class PreviewPage:
    """The panel beside the sliders. `is_old`: what is shown speaks of sliders as they were before."""

    preview: WeightsPreview
    months: list[ChangedMonth]
    count: int
    terms: list[TermChange]
    problem: str

    @property
    def is_old(self) -> bool:
        """Whether the figures are not those of the weights asked for last."""
        return bool(self.preview.found) and self.preview.found["serial"] != self.preview.serial

    @property
    def is_long(self) -> bool:
        """Whether it takes long enough to say what is being done."""
        return timezone.now() - self.preview.asked_at > SOON

    @property
    def changed_terms(self) -> list[TermChange]:
        """Terms that come to something else."""
        return [term for term in self.terms if term.difference]

    @property
    def same_terms(self) -> list[TermChange]:
        """The others."""
        return [term for term in self.terms if not term.difference]

    @property
    def anyway(self) -> int:
        """Months that would change without moving a slider, too."""
        return sum(month.anyway for month in self.months)

    @property
    def gap(self) -> str:
        """How far from proven the plan may be, in per cent; nothing if it is proven."""
        gap = self.preview.found.get("gap")
        return "" if not gap else f"{100 * gap:.1f}"


def _preview(by: Person) -> QuerySet[WeightsPreview]:
    return WeightsPreview.objects.filter(person_id=by.pk)


PREVIEW: Prepared[WeightsPreview] = Prepared(_preview, by=Asker)


def preview_of(person: Person) -> WeightsPreview | None:
    """The last preview that a person asked for."""
    return PREVIEW.first(by=person)


def preview_page(person: Person, preview: WeightsPreview) -> PreviewPage:
    """The same with words (two queries)."""
    found, lang = preview.found, language()
    names = dict(NAMES.all(by=person)) if found else {}
    present = (
        {month: (host, day) for month, host, day, _pin in CHOICES.all(plan_id=preview.plan_id)}
        if found
        else {}
    )
    return PreviewPage(
        preview=preview,
        months=_months(found, present, names),
        count=len(found.get("choices", [])),
        terms=[
            TermChange(term_name(t["code"], lang), str(UNITS[t["unit"]]), t["before"], t["after"])
            for t in found.get("terms", [])
        ],
        problem=run_problem(found.get("sentence", "")),
    )  # fmt: skip


def _months(
    found: dict[str, Any], present: dict[str, tuple[int, date]], names: dict[int, str]
) -> list[ChangedMonth]:
    """The months whose host or day would differ from the plan as it stands."""
    usual = {month: (int(host), day) for month, host, day in found.get("usual", {}).get("choices", [])}
    changed = []
    for month, host, day in found.get("choices", []):
        old, new = present.get(month), (int(host), date.fromisoformat(day))
        if old == new:
            continue
        anyway = usual.get(month) == (int(host), day)
        name, before = (names.get(old[0], ""), old[1]) if old else ("", None)
        changed.append(ChangedMonth(month, name, before, names.get(new[0], ""), new[1], anyway))
    return changed
