"""The first federation of a site, or a further one, with somebody who can sign in."""

from django.core.exceptions import ValidationError
from django_scopes import scope

from yixian.web.accounts.models import Person
from yixian.web.organisations.models import Federation
from yixian.web.shared import audit
from yixian.web.shared.actions import action
from yixian.web.shared.text import fold, pinyin_key


@action
def create_federation(
    *, name: str, login: str, password: str, short_name: str = "", level: str = "district", parent_name: str = "",
    person_name: str = "",
) -> tuple[Federation, Person]:  # fmt: skip
    """Set up a federation with one person of its office; ValidationError when a name or a login is taken."""
    login = fold(login).lower()
    if Federation.objects.filter(name=name).exists():
        raise ValidationError(f"There is a federation called {name} already.")
    if not login or Person.objects.with_scopes_disabled().filter(login=login).exists():
        raise ValidationError(f"The login “{login}” is taken or empty.")
    parent = Federation.objects.filter(name=parent_name).first() if parent_name else None
    if parent_name and parent is None:
        raise ValidationError(f"There is no federation called {parent_name}.")
    short = short_name or name.removesuffix("总工会") or name
    federation = Federation.objects.create(name=name, short_name=short[:40], level=level, parent=parent)
    with scope(federation=federation.pk):
        person = Person(
            federation=federation, duty=Person.Duty.OFFICE, name=(person_name or login)[:40], login=login
        )
        person.pinyin = pinyin_key(person.name, is_person=True)
        person.set_password(password)
        person.save()
    audit.record(
        by=None, verb="organisations.add_federation", thing=federation, changes={"name": [None, name]}
    )
    audit.record(by=None, verb="accounts.add_person", thing=person, changes={"duty": [None, "office"]})
    return federation, person
