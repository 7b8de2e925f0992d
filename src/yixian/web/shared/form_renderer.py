"""Django's own widgets, written by functions instead of a template within a template for each attribute.

The markup is Django's. A widget that isn't named here is drawn from its template as before.
"""

from collections.abc import Callable
from typing import Any

from django.forms.renderers import DjangoTemplates
from django.http import HttpRequest
from django.utils.html import conditional_escape, escape
from django.utils.safestring import SafeString

Widget = dict[str, Any]
FOLDER = "django/forms/widgets/"
INPUTS = [
    "checkbox",
    "color",
    "date",
    "datetime",
    "email",
    "file",
    "hidden",
    "input",
    "number",
    "password",
    "search",
    "tel",
    "text",
    "time",
    "url",
]


def _attributes(widget: Widget) -> str:
    return "".join(
        f" {name}" if value is True else f' {name}="{conditional_escape(value)}"'
        for name, value in widget["attrs"].items()
        if value is not False
    )


def _input(widget: Widget) -> str:
    value = widget["value"]
    shown = "" if value is None else f' value="{escape(str(value))}"'
    return f'<input type="{widget["type"]}" name="{escape(widget["name"])}"{shown}{_attributes(widget)}>'


def _textarea(widget: Widget) -> str:
    text = conditional_escape(widget["value"] or "")
    return f'<textarea name="{escape(widget["name"])}"{_attributes(widget)}>\n{text}</textarea>'


def _select(widget: Widget) -> str:
    parts = [f'<select name="{escape(widget["name"])}"{_attributes(widget)}>']
    for group, options, _index in widget["optgroups"]:
        if group:
            parts.append(f'<optgroup label="{escape(group)}">')
        parts += map(_option, options)
        if group:
            parts.append("</optgroup>")
    return "".join(parts) + "</select>"


def _option(option: Widget) -> str:
    value, label = escape(str(option["value"])), conditional_escape(option["label"])
    return f'<option value="{value}"{_attributes(option)}>{label}</option>'


def _choices(widget: Widget) -> str:
    """Radio buttons and check boxes, by groups where there are any."""
    name = widget["attrs"].get("id"), widget["attrs"].get("class")
    marks = "".join(
        f' {key}="{escape(each)}"' for key, each in zip(("id", "class"), name, strict=True) if each
    )
    parts = [f"<div{marks}>"]
    for group, options, _index in widget["optgroups"]:
        inner = "".join(f"<div>{_choice(option)}</div>" for option in options)
        parts.append(f"<div><label>{conditional_escape(group)}</label>{inner}</div>" if group else inner)
    return "".join(parts) + "</div>"


def _choice(option: Widget) -> str:
    if not option["wrap_label"]:
        return _input(option)
    target = option["attrs"].get("id")
    tie = f' for="{escape(target)}"' if target else ""
    return f"<label{tie}>{_input(option)} {conditional_escape(option['label'])}</label>"


DRAWN: dict[str, Callable[[Widget], str]] = {
    **{f"{FOLDER}{name}.html": _input for name in INPUTS},
    f"{FOLDER}textarea.html": _textarea,
    f"{FOLDER}select.html": _select,
    f"{FOLDER}radio.html": _choices,
    f"{FOLDER}checkbox_select.html": _choices,
}


class QuickRenderer(DjangoTemplates):
    """Django's renderer with the widgets above."""

    def render(self, template_name: str, context: dict[str, Any], request: HttpRequest | None = None) -> Any:
        """The markup of one widget, or of whatever else has a template."""
        draw = DRAWN.get(template_name)
        if draw is None:
            return super().render(template_name, context, request)
        return SafeString(draw(context["widget"]))
