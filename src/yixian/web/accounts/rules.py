"""Who may see and change people and accounts."""

from django.utils.translation import gettext_lazy as _

from yixian.web.shared.policy import EVERYONE_INSIDE, WHOLE_OFFICE, Role, declare

declare(
    "accounts",
    sign_in=({Role.ANYONE}, _("sign in")),
    sign_out=({Role.ANYONE}, _("sign out")),
    open_link=({Role.ANYONE}, _("open a personal link")),
    see_people=(WHOLE_OFFICE | {Role.AUDITOR}, _("see people")),
    see_person=(WHOLE_OFFICE | {Role.AUDITOR, Role.OWNER, Role.OWN_MEMBER}, _("see this person")),
    change_person=(WHOLE_OFFICE, _("change a person's record")),
    reveal_phone=(WHOLE_OFFICE, _("see a full phone number")),
    make_link=(WHOLE_OFFICE, _("make a sign-in link")),
    change_access=({Role.OFFICE}, _("change what a person may do")),
    see_own_account=(EVERYONE_INSIDE, _("see your own account")),
    export_own_data=(EVERYONE_INSIDE, _("export your own data")),
    erase_person=({Role.OFFICE}, _("erase a person's data")),
    see_audit=({Role.OFFICE, Role.AUDITOR}, _("read the audit trail")),
)
