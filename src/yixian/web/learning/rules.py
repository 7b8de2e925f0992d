"""Who may write up, borrow, ask, answer and share."""

from django.utils.translation import gettext_lazy as _

from yixian.web.shared.policy import EVERY_MEMBER, EVERYONE_INSIDE, WHOLE_OFFICE, Role, declare

declare(
    "learning",
    see=(EVERYONE_INSIDE, _("see experiences")),
    see_published=(EVERYONE_INSIDE | {Role.UPPER}, _("see published experiences")),
    write=(WHOLE_OFFICE | {Role.OWN_MEMBER}, _("write up an experience")),
    publish=(WHOLE_OFFICE, _("publish an experience")),
    adopt=(EVERY_MEMBER, _("borrow an experience")),
    report_adoption=({Role.OWN_MEMBER} | WHOLE_OFFICE, _("report on borrowing")),
    ask=(EVERY_MEMBER | WHOLE_OFFICE, _("ask a question")),
    answer=(EVERY_MEMBER | WHOLE_OFFICE, _("answer a question")),
    settle=({Role.AUTHOR} | WHOLE_OFFICE, _("settle a question")),
    see_digests=(WHOLE_OFFICE | {Role.AUDITOR}, _("see who shared what")),
    keep_digest=({Role.OWNER}, _("write your digest")),
    start_digest=(EVERY_MEMBER | WHOLE_OFFICE, _("make a digest")),
    read_shared_digest=({Role.ANYONE}, _("read a shared digest")),
)
