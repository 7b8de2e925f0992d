"""Who may use the phone pages."""

from django.utils.translation import gettext_lazy as _

from yixian.web.shared.policy import EVERY_MEMBER, WHOLE_OFFICE, declare

declare("field", use=(EVERY_MEMBER | WHOLE_OFFICE, _("record on the phone")))
