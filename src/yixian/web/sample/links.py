"""One sign-in link per role, for whoever tries the demo."""

from datetime import timedelta

from django.urls import reverse
from django_scopes import scopes_disabled

from yixian.web.accounts.actions.links import make_link
from yixian.web.accounts.models import Person
from yixian.web.meetings.models import Meeting
from yixian.web.organisations.models import Federation

VALID_FOR = timedelta(days=30)


def sign_in_links() -> list[tuple[str, str, str]]:
    """(role, who, path) for each role; every call makes new ones."""
    with scopes_disabled():
        return [(role, _who(person), _path(person)) for role, person in _people()]


def _people() -> list[tuple[str, Person]]:
    """Who stands for which role."""
    district = Federation.objects.get(name="示例区总工会")
    city = Federation.objects.get(name="示例市总工会")
    source = Federation.objects.filter(is_sample=False).first()
    inside = Person.objects.filter(federation=district).select_related("member", "federation")
    newest = Meeting.objects.filter(federation=district, state=Meeting.State.WRAPPED_UP).select_related(
        "coordinator__member", "coordinator__federation"
    )[0]
    chairs = inside.filter(post=Person.Post.CHAIR).exclude(member=newest.host)
    delegates = (
        inside.filter(member__isnull=False).exclude(post=Person.Post.CHAIR).exclude(member=newest.host)
    )
    people = [
        ("office 区总工会办公室", inside.get(duty=Person.Duty.OFFICE)),
        ("staff 区总工会工作人员", inside.get(duty=Person.Duty.STAFF)),
        ("auditor 经审", inside.get(duty=Person.Duty.AUDITOR)),
        ("chair 主席", chairs.order_by("pk")[2]),
        ("delegate 代表", delegates.order_by("pk")[3]),
        ("host coordinator 承办单位联络人", newest.coordinator),
        ("upper level 上级工会", Person.objects.select_related("federation", "member").get(federation=city)),
    ]
    if source is not None:
        office = Person.objects.filter(federation=source, duty=Person.Duty.OFFICE).first()
        people += [("office of the source's federation 来源报道中的工会", office)] if office else []
    return people


def _who(person: Person) -> str:
    unit = person.member.short_name if person.member else person.federation.name
    return f"{person.name}（{unit}）"


def _path(person: Person) -> str:
    _link, token = make_link(by=None, person=person, target="/", purpose="demo", valid_for=VALID_FOR)
    return reverse("accounts:link", args=[token])
