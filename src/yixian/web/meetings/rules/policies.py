"""Who may see and do what with meetings."""

from django.utils.translation import gettext_lazy as _

from yixian.web.shared.policy import EVERYONE_INSIDE, WHOLE_OFFICE, Role, declare

HOST_OR_OFFICE = WHOLE_OFFICE | {Role.COORDINATOR}

declare(
    "meetings",
    see=(EVERYONE_INSIDE, _("see meetings")),
    plan=(WHOLE_OFFICE, _("set up a meeting")),
    change=(WHOLE_OFFICE, _("change a meeting")),
    announce=(WHOLE_OFFICE, _("announce a meeting")),
    move_on=(WHOLE_OFFICE, _("move a meeting to its next step")),
    cancel=({Role.OFFICE}, _("cancel a meeting")),
    see_replies=(WHOLE_OFFICE | {Role.AUDITOR, Role.COORDINATOR}, _("see who is coming")),
    reply=(WHOLE_OFFICE | {Role.INVITED}, _("answer this invitation")),
    reply_for=(WHOLE_OFFICE, _("answer for a member")),
    see_invitations=(WHOLE_OFFICE | {Role.AUDITOR}, _("see the invitations")),
    hand_in=({Role.INVITED}, _("hand in a report")),
    see_reports=(WHOLE_OFFICE | {Role.AUDITOR, Role.COORDINATOR}, _("see what was handed in")),
    see_agenda=(EVERYONE_INSIDE, _("see the agenda")),
    change_agenda=(WHOLE_OFFICE, _("change the agenda")),
    see_tour=(EVERYONE_INSIDE, _("see the tour")),
    change_tour=(HOST_OR_OFFICE, _("change the tour")),
    see_checklist=(HOST_OR_OFFICE | {Role.AUDITOR}, _("see the host's checklist")),
    tick_checklist=(HOST_OR_OFFICE, _("tick off the host's checklist")),
    check_in_self=({Role.CHAIR, Role.DELEGATE} | WHOLE_OFFICE, _("check in")),
    check_in_others=(HOST_OR_OFFICE, _("check others in")),
    see_wall=(HOST_OR_OFFICE | {Role.AUDITOR}, _("show the wall page")),
    see_votes=(HOST_OR_OFFICE | {Role.AUDITOR}, _("see the votes of a meeting")),
    run_votes=(HOST_OR_OFFICE, _("put something to the vote")),
    vote=({Role.CHAIR, Role.DELEGATE} | WHOLE_OFFICE, _("vote")),
    see_minutes=(EVERYONE_INSIDE, _("read the minutes")),
    write_minutes=(WHOLE_OFFICE, _("write the minutes")),
    read_archive=(WHOLE_OFFICE, _("read a report into history")),
)
