"""Who may write up, borrow, ask, answer and share."""

from django.utils.translation import gettext_lazy as _

from yixian.web.shared.policy import EVERY_MEMBER, EVERYONE_INSIDE, WHOLE_OFFICE, Role, declare

declare(
    "learning",
    see=(EVERYONE_INSIDE, _("see experiences")),
    see_person=(
        WHOLE_OFFICE | {Role.AUDITOR, Role.OWNER, Role.OWN_MEMBER},
        _("see what this person has learned"),
    ),
    see_drafts=(WHOLE_OFFICE | {Role.AUDITOR, Role.OWN_MEMBER}, _("see experiences that are not published")),
    see_below=(WHOLE_OFFICE, _("see the published experiences of the federations below")),
    see_published=({Role.UPPER}, _("see this published experience")),
    write=(WHOLE_OFFICE | {Role.OWN_MEMBER}, _("write up an experience")),
    publish=(WHOLE_OFFICE, _("publish an experience")),
    adopt=(EVERY_MEMBER, _("borrow an experience")),
    report_adoption=({Role.OWN_MEMBER} | WHOLE_OFFICE, _("report on borrowing")),
    ask=(EVERY_MEMBER | WHOLE_OFFICE, _("ask a question")),
    answer=(EVERY_MEMBER | WHOLE_OFFICE, _("answer a question")),
    mark_helped=({Role.AUTHOR} | WHOLE_OFFICE, _("mark an answer that helped")),
    settle=({Role.AUTHOR} | WHOLE_OFFICE, _("settle a question")),
    see_digests=(WHOLE_OFFICE | {Role.AUDITOR}, _("see who shared what")),
    see_own_digests=(EVERYONE_INSIDE, _("see your own digests")),
    start_digest=(EVERY_MEMBER | WHOLE_OFFICE, _("make a digest")),
    keep_digest=({Role.OWNER}, _("write your digest")),
    read_shared_digest=({Role.ANYONE}, _("read a shared digest")),
    wrap_up=(WHOLE_OFFICE, _("decide what becomes of the records of a meeting")),
)
