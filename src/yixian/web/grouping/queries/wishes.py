"""Wishes about who keeps together and who sits apart."""

from django.db.models import Q, QuerySet

from yixian.web.accounts.models import Person
from yixian.web.grouping.effects import figures
from yixian.web.grouping.queries.board import WishRow, wish_rows
from yixian.web.grouping.queries.table import load_table
from yixian.web.meetings.models import Meeting
from yixian.web.meetings.queries.checkin import expected_people


def people_to_wish_for(meeting: Meeting) -> QuerySet[Person]:
    """Who is expected, has come, or has a place."""
    people = Person.objects.filter(federation_id=meeting.federation_id, is_active=True)
    named = Q(pk__in=expected_people(meeting)) | Q(check_ins__meeting=meeting)
    named |= Q(group_places__grouping__meeting=meeting)
    return people.filter(named).distinct().select_related("member").order_by(
        "member__rank", "member__pinyin", "rank", "pinyin", "pk"
    )  # fmt: skip


def wishes_page(meeting: Meeting) -> list[WishRow]:
    """The wishes in sentences."""
    table = load_table(meeting)
    return wish_rows(table, figures(table))
