"""The audit trail in words: what was done, to what kind of thing, which field."""

from typing import Any

from django.apps import apps
from django.core.exceptions import FieldDoesNotExist
from django.utils.translation import gettext_lazy as _

from yixian.web.shared.policy import REGISTRY

VERBS: dict[str, Any] = {
    "accounts.sign_in": _("came in"),
    "accounts.request_link": _("asked for a new personal link"),
    "accounts.revoke_link": _("withdrew a personal link"),
    "accounts.answer_link_request": _("sent a new personal link"),
    "accounts.add_person": _("added a person"),
    "accounts.draft_roster": _("uploaded a roster"),
    "accounts.accept_roster": _("imported a roster"),
    "accounts.drop_roster": _("dropped a roster"),
    "accounts.decide_pictures": _("decided about own pictures"),
    "organisations.add_member": _("added a member"),
    "organisations.choose_topics": _("changed strengths and needs"),
    "organisations.add_venue": _("added a venue"),
    "organisations.change_venue": _("changed a venue"),
    "organisations.remove_venue": _("took a venue off the list"),
    "organisations.add_subdistrict": _("added a subdistrict"),
    "organisations.change_subdistrict": _("changed a subdistrict"),
    "organisations.remove_subdistrict": _("took a subdistrict off the list"),
    "organisations.add_topic": _("added a topic"),
    "organisations.change_topic": _("changed a topic"),
    "organisations.remove_topic": _("took a topic off the list"),
    "organisations.add_federation": _("set up the federation"),
}
THINGS: dict[str, Any] = {
    "accounts.person": _("person"),
    "accounts.personallink": _("personal link"),
    "accounts.linkrequest": _("wish for a link"),
    "accounts.rosterimport": _("roster file"),
    "organisations.federation": _("federation"),
    "organisations.member": _("member"),
    "organisations.venue": _("venue"),
    "organisations.topic": _("topic"),
    "organisations.subdistrict": _("subdistrict"),
}
FIELDS: dict[str, Any] = {
    "state": _("state"),
    "name": _("name"),
    "short_name": _("short name"),
    "phone": _("phone"),
    "email": _("e-mail"),
    "post": _("post"),
    "post_title": _("exact title"),
    "duty": _("duty"),
    "login": _("login"),
    "password": _("password"),
    "is_active": _("may sign in"),
    "may_be_pictured": _("may be pictured"),
    "member": _("member"),
    "rank": _("place in lists"),
    "way": _("way in"),
    "purpose": _("purpose"),
    "target": _("leads to"),
    "expires_at": _("valid until"),
    "revoked_at": _("withdrawn"),
    "answered_at": _("answered"),
    "erased_at": _("erased"),
    "strengths": _("strengths"),
    "needs": _("needs"),
    "industry": _("industry"),
    "subdistrict": _("subdistrict"),
    "address": _("address"),
    "workers": _("workers"),
    "capacity": _("capacity"),
    "gear": _("protective gear"),
    "note": _("note"),
    "kind": _("kind"),
    "form": _("kind of file"),
    "units_add": _("units added"),
    "units_change": _("units changed"),
    "people_add": _("people added"),
    "people_change": _("people changed"),
    "venues_add": _("venues added"),
    "venues_change": _("venues changed"),
    "subdistricts_add": _("subdistricts added"),
    "topics_add": _("topics added"),
}


VALUES: dict[tuple[str, str], Any] = {
    ("way", "password"): _("password"),
    ("way", "link"): _("personal link"),
    ("purpose", "sign-in"): _("sign in"),
}


def register_words(
    *,
    verbs: dict[str, Any] | None = None,
    things: dict[str, Any] | None = None,
    fields: dict[str, Any] | None = None,
    values: dict[tuple[str, str], Any] | None = None,
) -> None:
    """Add an app's words (translated lazily), from its `ready`; a value goes by (field, value)."""
    VALUES.update(values or {})
    VERBS.update(verbs or {})
    THINGS.update(things or {})
    FIELDS.update(fields or {})


def verb_text(verb: str) -> str:
    """What was done; else what its policy allows to do; else the bare verb."""
    if verb in VERBS:
        return str(VERBS[verb])
    return str(REGISTRY[verb].says) if verb in REGISTRY else verb


def thing_text(thing_type: str) -> str:
    """What kind of thing it was done to."""
    if thing_type in THINGS:
        return str(THINGS[thing_type])
    try:
        return str(apps.get_model(thing_type)._meta.verbose_name)
    except LookupError:
        return thing_type


def field_text(name: str) -> str:
    """A field's name."""
    return str(FIELDS.get(name, name.replace("_", " ")))


def value_text(thing_type: str, field: str, value: str) -> str:
    """A stored code in words: registered, or one of the choices of the thing's field; else as it is."""
    if (field, value) in VALUES:
        return str(VALUES[field, value])
    try:
        choices = dict(apps.get_model(thing_type)._meta.get_field(field).flatchoices)
    except (LookupError, ValueError, FieldDoesNotExist, AttributeError):
        return value
    return str(choices.get(value, value))
