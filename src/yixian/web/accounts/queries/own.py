"""What the site holds of oneself."""

from typing import Any

from django.db.models import QuerySet

from yixian.web.accounts.models import Person, PersonalLink
from yixian.web.accounts.panels import PERSON_PANELS, PERSONAL_DATA
from yixian.web.organisations.panels import Shown
from yixian.web.shared.prepared import Asker, PreparedRows

FIELDS = (
    "name", "post", "post_title", "phone", "email", "login", "duty", "is_active", "may_be_pictured", "created_at",
    "last_login",
)  # fmt: skip


def _links(by: Person) -> QuerySet[PersonalLink, Any]:
    links = PersonalLink.objects.filter(person=by).order_by("pk")
    return links.values("purpose", "target", "created_at", "expires_at", "used_at", "revoked_at")


LINKS = PreparedRows(_links, by=Asker)


def own_panels(person: Person) -> list[Shown]:
    """What apps know of oneself, for one's own page."""
    return PERSON_PANELS.shown_to(person, person)


def own_data(person: Person) -> dict[str, Any]:
    """Everything that is kept of a person, as plain JSON values, by kind."""
    return {
        "federation": person.federation.name,
        "member": person.member.name if person.member else None,
        "person": {name: getattr(person, name) for name in FIELDS},
        "links": LINKS.dicts(by=person),
        **{kind.name: kind.collect(person) for kind in PERSONAL_DATA.values()},
    }
