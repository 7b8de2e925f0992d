"""A person's record, access, own password, and erasure."""

from typing import Any

from django import forms
from django.contrib.auth.password_validation import validate_password
from django.utils.translation import gettext
from django.utils.translation import gettext_lazy as _
from django_scopes.forms import SafeModelChoiceField

from yixian.documents.roster_columns import folded
from yixian.documents.roster_values import Bad, phones
from yixian.web.accounts.models import Person
from yixian.web.organisations.forms.choices import member_field
from yixian.web.shared.policy import may
from yixian.web.shared.text import fold, mask_phone


class PersonForm(forms.ModelForm):
    """What the office keeps of a person."""

    class Meta:
        model = Person
        fields = ["name", "member", "post", "post_title", "phone", "email", "rank"]
        field_classes = {"member": SafeModelChoiceField}
        labels = {
            "name": _("Name"),
            "member": _("Member union"),
            "post": _("Post"),
            "post_title": _("Exact title"),
            "phone": _("Phone"),
            "email": _("E-mail"),
            "rank": _("Place in lists"),
        }
        help_texts = {
            "name": _("Family name first."),
            "post_title": _(
                "When the post is called otherwise, for example: vice-chair and head of the office."
            ),
            "phone": _("Shown masked; every look at the full number is written down."),
            "rank": _("Smaller numbers stand first. 0 puts a new person at the end."),
        }

    def __init__(self, *args: Any, person: Person, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.fields["rank"].required = False
        self.fields["post"].choices = [("", _("none")), *Person.Post.choices]
        self.kept_phone = self.instance.phone
        self._mask_phone()
        self._choose_member(person)

    def _choose_member(self, person: Person) -> None:
        """Colleagues in the office stay there; whoever may take in new ones may leave the member out."""
        is_new = self.instance.pk is None
        if not is_new and self.instance.duty != Person.Duty.MEMBER:
            del self.fields["member"]
            return
        to_office = is_new and may(person, "accounts.change_access")
        self.fields["member"] = member_field(
            person,
            required=not to_office,
            nothing=_("– the federation's office –") if to_office else "–",
            label=self.fields["member"].label,
        )

    def _mask_phone(self) -> None:
        """A number on record is not shown in full here: every full look is written down."""
        if self.instance.pk is None or not self.instance.phone:
            return
        phone = self.fields["phone"]
        self.initial["phone"] = ""
        phone.widget.attrs["placeholder"] = mask_phone(self.instance.phone)
        phone.help_text = _("Leave it empty to keep the number on record; write - to remove it.")

    def clean_name(self) -> str:
        """On one line; names of Chinese characters without spaces."""
        name = " ".join(self.cleaned_data["name"].split())
        return name.replace(" ", "") if all(ord(c) >= 0x3400 or c == " " for c in name) else name

    def clean_phone(self) -> str:
        """One number in the usual form; empty keeps the one on record, a dash removes it."""
        text = self.cleaned_data["phone"]
        if not text:
            return self.kept_phone
        if text in ("-", "–", "—", "－"):
            return ""
        try:
            found = phones(text)
        except Bad:
            raise forms.ValidationError(gettext("This is no phone number.")) from None
        if len(found) > 1:
            raise forms.ValidationError(gettext("Write one phone number."))
        return found[0]

    def clean_rank(self) -> int:
        """Empty is 0."""
        return self.cleaned_data["rank"] or 0

    def clean(self) -> dict[str, Any]:
        """Two people of a member have different names and the member one chair."""
        data = super().clean() or self.cleaned_data
        member = data.get("member") or (self.instance.member if self.instance.pk else None)
        if member is None:
            return data
        others = Person.objects.filter(member=member, is_active=True).exclude(pk=self.instance.pk)
        if "name" in data and folded(data["name"]) in {folded(other.name) for other in others}:
            text = _("There is somebody of this name in this member already. Tell them apart in the name.")
            self.add_error("name", text)
        if data.get("post") == Person.Post.CHAIR and others.filter(post=Person.Post.CHAIR).exists():
            self.add_error("post", _("This member has a chair already. Change that person's post first."))
        return data


class AccessForm(forms.Form):
    """What a person may do, and how they sign in."""

    duty = forms.ChoiceField(label=_("Duty"), widget=forms.RadioSelect)
    login = forms.CharField(
        label=_("Login"),
        max_length=60,
        required=False,
        help_text=_("Only who signs in with a password needs one; cadres of members use personal links."),
        widget=forms.TextInput(
            attrs={"autocomplete": "off", "autocapitalize": "none", "spellcheck": "false"}
        ),
    )
    password = forms.CharField(
        label=_("New password"),
        max_length=128,
        required=False,
        strip=False,
        help_text=_("At least ten characters. Leave it empty to keep the present one."),
        widget=forms.PasswordInput(attrs={"autocomplete": "new-password"}),
    )
    is_active = forms.BooleanField(label=_("May sign in"), required=False)

    def __init__(self, *args: Any, target: Person, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.target = target
        of_member = target.duty == Person.Duty.MEMBER
        self.fields["duty"].choices = [
            (value, label)
            for value, label in Person.Duty.choices
            if (value == Person.Duty.MEMBER) == of_member
        ]
        if of_member:
            self.fields["duty"].widget = forms.HiddenInput()

    def clean_login(self) -> str | None:
        """One form for every way to type it; one person per login."""
        login = fold(self.cleaned_data["login"]).lower() or None
        taken = Person.objects.with_scopes_disabled().filter(login=login).exclude(pk=self.target.pk)
        if login and taken.exists():
            raise forms.ValidationError(gettext("This login is taken."))
        return login

    def clean_password(self) -> str:
        """By the site's rules for passwords."""
        password = self.cleaned_data["password"]
        if password:
            validate_password(password, self.target)
        return password

    def clean(self) -> dict[str, Any]:
        """A password without a login is of no use."""
        data = super().clean() or self.cleaned_data
        if data.get("password") and "login" in data and not data["login"]:
            self.add_error("login", _("A password needs a login."))
        return data


class OwnPasswordForm(forms.Form):
    """One's own password: the present one, then the new one."""

    present = forms.CharField(
        label=_("Present password"),
        strip=False,
        max_length=128,
        widget=forms.PasswordInput(attrs={"autocomplete": "current-password"}),
    )
    password = forms.CharField(
        label=_("New password"),
        strip=False,
        max_length=128,
        help_text=_("At least ten characters."),
        widget=forms.PasswordInput(attrs={"autocomplete": "new-password"}),
    )

    def __init__(self, *args: Any, person: Person, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.person = person

    def clean_present(self) -> str:
        """It must be right."""
        if not self.person.check_password(self.cleaned_data["present"]):
            raise forms.ValidationError(gettext("This is not your present password."))
        return self.cleaned_data["present"]

    def clean_password(self) -> str:
        """By the site's rules for passwords."""
        validate_password(self.cleaned_data["password"], self.person)
        return self.cleaned_data["password"]


class EraseForm(forms.Form):
    """Erasing is confirmed by typing the name."""

    name = forms.CharField(
        label=_("Type the name to confirm"),
        max_length=40,
        widget=forms.TextInput(attrs={"autocomplete": "off"}),
    )
