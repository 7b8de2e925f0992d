"""The people of a member, on the member's page."""

from typing import Any

from django.urls import reverse

from yixian.web.accounts.models import Person
from yixian.web.accounts.queries.people import people_visible_to
from yixian.web.organisations.panels import MEMBER_PANELS, Panel
from yixian.web.shared.policy import may
from yixian.web.shared.text import mask_phone


def load(person: Any, member: Any) -> dict[str, Any] | None:
    """The member's active people, phones masked; nothing for people of other members."""
    if not may(person, "accounts.see_people") and person.member_id != member.pk:
        return None
    people = people_visible_to(person).filter(member=member, is_active=True)
    posts = {value: str(label) for value, label in Person.Post.choices}
    rows = [
        {"pk": pk, "name": name, "post": title or posts.get(post, ""), "masked_phone": mask_phone(phone)}
        for pk, name, post, title, phone in people.values_list("pk", "name", "post", "post_title", "phone")
    ]
    new = (
        f"{reverse('accounts:person-new')}?member={member.pk}"
        if may(person, "accounts.change_person")
        else ""
    )
    return {"people": rows, "prefix": reverse("accounts:people"), "new": new}


MEMBER_PANELS.register(Panel("people", 10, "accounts/people/_panel.html", load))
