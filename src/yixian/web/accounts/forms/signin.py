"""Signing in with a login and a password."""

from django import forms
from django.utils.translation import gettext_lazy as _

from yixian.web.shared.text import fold


class SignInForm(forms.Form):
    """Login and password; logins are the same in capitals and full width."""

    login = forms.CharField(
        label=_("Login"),
        max_length=60,
        widget=forms.TextInput(
            attrs={"autocomplete": "username", "autocapitalize": "none", "spellcheck": "false"}
        ),
    )
    password = forms.CharField(
        label=_("Password"),
        max_length=128,
        strip=False,
        widget=forms.PasswordInput(attrs={"autocomplete": "current-password"}),
    )

    def clean_login(self) -> str:
        """One form for every way to type it."""
        return fold(self.cleaned_data["login"]).lower()
