"""The made-up city and district: federations, office, roster and programme. Evidently made up, and labelled."""

from dataclasses import dataclass
from datetime import date

from yixian.web.accounts.models import Person
from yixian.web.meetings.models import Programme
from yixian.web.organisations.models import Federation, Topic

DEMO_PASSWORD = "yixian-demo-2026"


@dataclass
class District:
    """The made-up district and those who act in it."""

    federation: Federation
    officer: Person
    programme: Programme


def make_city() -> Federation:
    """The federation above, with an office that looks on."""
    city = Federation.objects.create(
        name="示例市总工会", short_name="示例市", level=Federation.Level.CITY, is_sample=True
    )
    Person.objects.create(
        federation=city, name="市某某", duty=Person.Duty.OFFICE, post_title="基层工作部部长"
    )
    return city


def make_district(city: Federation, began: date) -> District:
    """A district under the city, with an office of two and its monthly meeting."""
    district = Federation.objects.create(
        name="示例区总工会", short_name="示例区", parent=city, is_sample=True, method_name="一线工作法"
    )
    officer = Person.objects.create(
        federation=district, name="办甲", duty=Person.Duty.OFFICE, post_title="办公室主任", login="office"
    )
    officer.set_password(DEMO_PASSWORD)
    officer.save(update_fields=["password"])
    Person.objects.create(federation=district, name="办乙", duty=Person.Duty.STAFF, post_title="组织部干事")
    Person.objects.create(federation=district, name="审丙", duty=Person.Duty.AUDITOR, post_title="经审办")
    programme = Programme.objects.create(
        federation=district, name="区直工会主席例会", started_on=began, settings={"attendance": 50}
    )
    return District(district, officer, programme)


def topic(federation: Federation, name: str) -> Topic:
    """A topic by its name."""
    return Topic.objects.get_or_create(federation=federation, name=name)[0]
