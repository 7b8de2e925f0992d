"""The audit trail's words for groups and rotations."""

from django.utils.translation import gettext_lazy as _

from yixian.web.accounts.audit_words import register_words

register_words(
    verbs={
        "grouping.divide": _("divided into groups"),
        "grouping.undo_division": _("took a division into groups back"),
        "grouping.regroup": _("placed who came late"),
        "grouping.move": _("moved a person to a group"),
        "grouping.take_out": _("took a person out of the groups"),
        "grouping.lock": _("locked or unlocked a place"),
        "grouping.change_group": _("changed a group"),
        "grouping.add_wish": _("added a wish about groups"),
        "grouping.remove_wish": _("removed a wish about groups"),
        "grouping.publish": _("published the groups"),
        "grouping.withdraw": _("took the groups back to draft"),
        "grouping.ask_rotation": _("asked for a timetable"),
        "grouping.stop_rotation": _("stopped working out a timetable"),
        "grouping.take_rotation": _("took a timetable"),
        "grouping.no_rotation": _("found no timetable"),
        "grouping.change_rotation": _("changed what the rotation must keep to"),
        "grouping.publish_rotation": _("published the timetable"),
        "grouping.withdraw_rotation": _("took the timetable back to draft"),
        "grouping.begin": _("began the walk"),
        "grouping.take_back": _("took the beginning of the walk back"),
        "grouping.place_station": _("placed a station on the floor plan"),
        "grouping.keep_picture": _("put a picture under the floor plan"),
        "grouping.remove_picture": _("took the picture from under the floor plan"),
        "grouping.run_over": _("a group stayed longer"),
        "grouping.undo_delay": _("took a delay back"),
    },
    things={
        "grouping.grouping": _("groups of a meeting"),
        "grouping.group": _("group"),
        "grouping.rotation": _("rotation"),
    },
    fields={
        "group": _("group"),
        "leader": _("leader"),
        "guide": _("guide"),
        "is_locked": _("locked"),
        "people": _("people"),
        "groups": _("groups"),
        "moved": _("moved"),
        "starts_at": _("begins"),
        "most_minutes": _("minutes at most"),
        "makespan": _("minutes in all"),
    },
)
