"""The audit trail's words for members, venues, topics and the federation itself, and for what many things have."""

from django.utils.translation import gettext_lazy as _

from yixian.web.shared.trail import register_words

VERBS = {
    "organisations.change_member": _("changed a member's record"),
    "organisations.change_federation": _("changed the federation's settings"),
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
THINGS = {
    "organisations.federation": _("federation"),
    "organisations.member": _("member"),
    "organisations.venue": _("venue"),
    "organisations.topic": _("topic"),
    "organisations.subdistrict": _("subdistrict"),
}
FIELDS = {
    "state": _("state"),
    "name": _("name"),
    "short_name": _("short name"),
    "member": _("member"),
    "rank": _("place in lists"),
    "strengths": _("strengths"),
    "needs": _("needs"),
    "topics": _("topics"),
    "venue_kinds": _("kinds of venue"),
    "first_day": _("first day"),
    "last_day": _("last day"),
    "industry": _("industry"),
    "subdistrict": _("subdistrict"),
    "address": _("address"),
    "workers": _("workers"),
    "capacity": _("capacity"),
    "gear": _("protective gear"),
    "note": _("note"),
    "kind": _("kind"),
}
register_words(verbs=VERBS, things=THINGS, fields=FIELDS)
