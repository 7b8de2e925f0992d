"""The register as a spreadsheet: every cell a string, so that nothing in it is ever run."""

from io import BytesIO

from django.db.models import QuerySet
from django.utils.translation import gettext as _

from yixian.web.problems.forms import person_line
from yixian.web.problems.models import Problem

XLSX = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet"
WIDTHS = (6, 34, 44, 12, 22, 18, 14, 26, 26, 12, 16, 44)


SHOWN = ("meeting", "member", "topic", "raised_by__member", "owner__member")


def register_xlsx(problems: QuerySet[Problem]) -> bytes:
    """One row per problem, in the order given."""
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
    for line, problem in enumerate(problems.select_related(*SHOWN), 1):
        for column, value in enumerate((str(line), *_cells(problem))):
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


def _cells(problem: Problem) -> tuple[str, ...]:
    return (
        problem.title,
        problem.description,
        str(problem.found_on),
        str(problem.meeting or ""),
        str(problem.member or ""),
        str(problem.topic or ""),
        person_line(problem.raised_by) if problem.raised_by else "",
        person_line(problem.owner) if problem.owner else "",
        str(problem.due_on or ""),
        str(problem.get_state_display()),
        problem.solution,
    )
