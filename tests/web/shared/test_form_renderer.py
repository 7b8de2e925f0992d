"""The quick drawing of widgets gives what Django's templates give."""

import re

import pytest
from django import forms
from django.forms.renderers import DjangoTemplates

from yixian.web.shared.form_renderer import QuickRenderer

COLOURS = [("r", "Red & <b>"), ("Cold", [("b", "Blue"), ("g", 'Green "x"')])]
PLAIN = [("r", "Red & <b>"), ("b", "Blue")]


class _Everything(forms.Form):
    text = forms.CharField(max_length=9)
    number = forms.IntegerField(min_value=0)
    day = forms.DateField()
    moment = forms.DateTimeField()
    secret = forms.CharField(widget=forms.PasswordInput)
    hidden = forms.CharField(widget=forms.HiddenInput)
    words = forms.CharField(widget=forms.Textarea(attrs={"rows": 3, "data-x": '<"&>'}))
    tick = forms.BooleanField(required=False)
    paper = forms.FileField(widget=forms.FileInput)
    one = forms.ChoiceField(choices=COLOURS)
    many = forms.MultipleChoiceField(choices=COLOURS)
    radio = forms.ChoiceField(choices=PLAIN, widget=forms.RadioSelect(attrs={"class": "wide"}))
    boxes = forms.MultipleChoiceField(choices=COLOURS, widget=forms.CheckboxSelectMultiple)
    start = forms.SplitDateTimeField()


VALUES = {
    "text": "a<b>\"&'",
    "number": 1234567,
    "day": "2026-03-05",
    "secret": "x",
    "hidden": "h",
    "words": "two\nlines </textarea>",
    "tick": True,
    "one": "b",
    "many": ["r", "g"],
    "radio": "b",
    "boxes": ["g"],
}


def _tags(html: str) -> list[str]:
    """The markup without the white space between tags, in which the two may differ."""
    return re.sub(r">\s+", ">", re.sub(r"\s+<", "<", html)).split("<")


@pytest.mark.parametrize("bound", [False, True])
@pytest.mark.parametrize("name", list(_Everything.base_fields))
def test_the_quick_widget_is_djangos_widget(name: str, bound: bool) -> None:
    """With and without values, in every kind of widget."""
    mine = _Everything(data=VALUES if bound else None, renderer=QuickRenderer())
    django = _Everything(data=VALUES if bound else None, renderer=DjangoTemplates())
    assert _tags(str(mine[name])) == _tags(str(django[name]))
