"""What a published version moved for whom, and who has taken note."""

from typing import Any

from django.db.models import QuerySet
from django.utils.translation import gettext as _

from yixian.web.accounts.models import Person
from yixian.web.planning.models import Told, YearPlan
from yixian.web.planning.months import first_day
from yixian.web.planning.queries.moved import moves_with_days
from yixian.web.shared.prepared import Asker, Prepared, PreparedRows
from yixian.web.shared.templatetags.ui_dates import day_short, month


def told_visible_to(person: Person) -> QuerySet[Told]:
    """What was told to the own member."""
    return Told.objects.filter(federation=person.federation_id, member=person.member_id)


def _unread(by: Person, plan: int) -> QuerySet[Told]:
    return told_visible_to(by).filter(plan_id=plan, noted_at=None)


def _members(plan: int) -> QuerySet[Told, Any]:
    told = Told.objects.with_scopes_disabled().filter(plan_id=plan).order_by("member__rank", "member__pinyin")
    return told.values_list("member__short_name", "noted_at")


UNREAD: Prepared[Told] = Prepared(_unread, by=Asker, plan=int)
MEMBERS = PreparedRows(_members, plan=int)


def news_for(person: Person, plan: YearPlan | None) -> Told | None:
    """What the plan in force moved for the own member, unless somebody there has taken note."""
    return UNREAD.first(by=person, plan=plan.pk) if plan is not None and person.member_id else None


def not_noted(plan: YearPlan) -> tuple[list[str], int]:
    """Whom a plan told and who has not taken note yet, and how many were told."""
    rows = MEMBERS.all(plan=plan.pk)
    return [name for name, noted_at in rows if noted_at is None], len(rows)


def sentences_of(told: Told) -> list[str]:
    """What moved for a member, a sentence a month."""
    return [_sentence(told.member_id, each) for each in moves_with_days(told.moves)]


def _sentence(member_id: int, move: dict[str, Any]) -> str:
    words = {
        "month": month(first_day(move["month"])),
        "day": day_short(move["new_day"]),
        "before": day_short(move["old_day"]),
        "host": move["new_host"],
    }
    if move["new_id"] != member_id:
        return _("%(month)s: %(host)s hosts instead of you.") % words
    if move["old_id"] == member_id:
        return _("%(month)s: you host on %(day)s, no longer on %(before)s.") % words
    return _("%(month)s: you host on %(day)s.") % words
