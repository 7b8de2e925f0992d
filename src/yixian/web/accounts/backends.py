"""Signing in by login name and password."""

from typing import Any

from django.contrib.auth.hashers import check_password, make_password
from django.db.models import QuerySet
from django.http import HttpRequest

from yixian.web.accounts.models import Person
from yixian.web.shared.prepared import Prepared


def _active_person(person_id: int) -> QuerySet[Person]:
    people = Person.objects.with_scopes_disabled().select_related("federation", "member")
    return people.filter(pk=person_id, is_active=True)


ACTIVE_PERSON: Prepared[Person] = Prepared(_active_person, person_id=int)


def person_by_id(person_id: int) -> Person | None:
    """The active person behind a session, with member and federation, in one query."""
    return ACTIVE_PERSON.first(person_id=person_id)


class LoginBackend:
    """Checks a password; takes as long for a login that does not exist."""

    def authenticate(
        self, request: HttpRequest | None, login: str = "", password: str = "", **_: Any
    ) -> Person | None:
        """The person, or None."""
        people = Person.objects.with_scopes_disabled().select_related("federation", "member")
        person = people.filter(login=login).first() if login else None
        if person is None or not person.password:
            make_password(password)
            return None
        right = check_password(password, person.password)
        return person if right and person.is_active else None

    def get_user(self, user_id: int) -> Person | None:
        """The person behind a session."""
        return person_by_id(user_id)
