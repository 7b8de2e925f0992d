"""The register as a spreadsheet: every cell a string, so that nothing in it is ever run."""

from collections.abc import Iterable, Sequence
from io import BytesIO
from typing import Any

from django.utils.translation import gettext as _

from yixian.web.accounts.models import Person
from yixian.web.problems.models import Problem

XLSX = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet"
WIDTHS = (6, 34, 44, 12, 22, 18, 14, 26, 26, 12, 16, 44)
PERSON = ("name", "member__short_name", "duty", "post_title", "post")
COLUMNS = (
    "title", "description", "found_on", "meeting__title", "member__name", "topic__name", "due_on", "state",
    "solution", *(f"{who}__{each}" for who in ("raised_by", "owner") for each in PERSON),
)  # fmt: skip


def register_xlsx(problems: Iterable[Sequence[Any]]) -> bytes:
    """One row per problem (its `COLUMNS`), in the order given."""
    out = BytesIO()
    import xlsxwriter  # only where a file is asked for: it takes a while to load

    book = xlsxwriter.Workbook(
        out, {"in_memory": True, "strings_to_formulas": False, "strings_to_urls": False}
    )
    sheet = book.add_worksheet(_("Problem register"))
    head = book.add_format({"bold": True, "bg_color": "#F1EEEA", "border": 1, "valign": "vcenter"})
    cell = book.add_format({"text_wrap": True, "valign": "top", "border": 1})
    for column, (words, width) in enumerate(zip(_heads(), WIDTHS, strict=True)):
        sheet.set_column(column, column, width)
        sheet.write_string(0, column, words, head)
    labels = [
        {value: str(label) for value, label in choices.choices}
        for choices in (Problem.State, Person.Duty, Person.Post)
    ]
    for line, problem in enumerate(problems, 1):
        for column, value in enumerate((str(line), *_cells(problem, *labels))):
            sheet.write_string(line, column, value, cell)
    sheet.freeze_panes(1, 2)
    sheet.set_landscape()
    sheet.set_paper(9)
    sheet.fit_to_pages(1, 0)
    sheet.repeat_rows(0)
    book.close()
    return out.getvalue()


def _heads() -> tuple[str, ...]:
    return (
        _("No."), _("Problem"), _("Description"), _("Found on"), _("Meeting"), _("Found at"), _("Topic"),
        _("Raised by"), _("Owner"), _("Due"), _("State"), _("What was done"),
    )  # fmt: skip


Words = dict[str, str]


def _cells(problem: Sequence[Any], states: Words, duties: Words, posts: Words) -> tuple[str, ...]:
    title, description, found_on, meeting, member, topic, due_on, state, solution, *people = problem
    return (
        title,
        description,
        str(found_on),
        meeting or "",
        member or "",
        topic or "",
        _person(people[: len(PERSON)], duties, posts),
        _person(people[len(PERSON) :], duties, posts),
        str(due_on or ""),
        states[state],
        solution,
    )


def _person(columns: Sequence[Any], duties: Words, posts: Words) -> str:
    """A person in one line; nothing for nobody."""
    name, unit, duty, title, post = columns
    return " · ".join(filter(None, (name, unit or duties[duty], title or posts.get(post)))) if name else ""
