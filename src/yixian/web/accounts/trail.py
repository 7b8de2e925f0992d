"""The audit trail's words for people, access and rosters."""

from django.utils.translation import gettext_lazy as _

from yixian.web.shared.trail import register_words

VERBS = {
    "accounts.reveal_phone": _("looked at a full phone number"),
    "accounts.make_link": _("made a personal link"),
    "accounts.export_roster": _("exported the roster"),
    "accounts.erase_person": _("erased a person's data"),
    "accounts.change_person": _("changed a person's record"),
    "accounts.change_own_password": _("changed the own password"),
    "accounts.change_access": _("changed access"),
    "accounts.sign_in": _("came in"),
    "accounts.request_link": _("asked for a new personal link"),
    "accounts.revoke_link": _("withdrew a personal link"),
    "accounts.answer_link_request": _("sent a new personal link"),
    "accounts.add_person": _("added a person"),
    "accounts.change_interests": _("changed what a person would like to learn"),
    "accounts.add_absence": _("wrote down days on which a person is away"),
    "accounts.remove_absence": _("took back days on which a person is away"),
    "accounts.draft_roster": _("uploaded a roster"),
    "accounts.accept_roster": _("imported a roster"),
    "accounts.drop_roster": _("dropped a roster"),
    "accounts.decide_pictures": _("decided about own pictures"),
    "sample.load": _("loaded the sample"),
}
THINGS = {
    "accounts.person": _("person"),
    "accounts.personallink": _("personal link"),
    "accounts.linkrequest": _("wish for a link"),
    "accounts.absence": _("days away"),
    "accounts.rosterimport": _("roster file"),
}
FIELDS = {
    "phone": _("phone"),
    "email": _("e-mail"),
    "post": _("post"),
    "post_title": _("exact title"),
    "duty": _("duty"),
    "login": _("login"),
    "password": _("password"),
    "is_active": _("may sign in"),
    "may_be_pictured": _("may be pictured"),
    "way": _("way in"),
    "purpose": _("purpose"),
    "target": _("leads to"),
    "expires_at": _("valid until"),
    "revoked_at": _("withdrawn"),
    "answered_at": _("answered"),
    "erased_at": _("erased"),
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
VALUES = {
    ("way", "password"): _("password"),
    ("way", "link"): _("personal link"),
    ("purpose", "sign-in"): _("sign in"),
    ("target", "/"): _("first page"),
    ("purpose", "invitation"): _("invitation"),
    ("purpose", "delegate"): _("for a delegate"),
    ("purpose", "demo"): _("looking round"),
}
register_words(verbs=VERBS, things=THINGS, fields=FIELDS, values=VALUES)
