"""Django's own widgets, written by functions instead of a template within a template for each attribute.

The markup is Django's. A widget that isn't named here is drawn from its template as before.
"""

from collections.abc import Callable
from html import escape
from typing import Any

from django.forms.renderers import DjangoTemplates
from django.http import HttpRequest
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


def _safe(value: Any) -> str:
    """As Django's conditional_escape, without its detour over lazy texts; letters and digits need no look."""
    if isinstance(value, str) and value.isalnum():
        return value
    return value.__html__() if hasattr(value, "__html__") else escape(str(value))


def _attributes(widget: Widget) -> str:
    return "".join(
        [
            f" {name}" if value is True else f' {name}="{_safe(value)}"'
            for name, value in widget["attrs"].items()
            if value is not False
        ]
    )


def _input(widget: Widget) -> str:
    value = widget["value"]
    shown = "" if value is None else f' value="{_safe(str(value))}"'
    return f'<input type="{widget["type"]}" name="{_safe(widget["name"])}"{shown}{_attributes(widget)}>'


def _textarea(widget: Widget) -> str:
    text = _safe(widget["value"] or "")
    return f'<textarea name="{_safe(widget["name"])}"{_attributes(widget)}>\n{text}</textarea>'


def _select(widget: Widget) -> str:
    parts = [f'<select name="{_safe(widget["name"])}"{_attributes(widget)}>']
    for group, options, _index in widget["optgroups"]:
        if group:
            parts.append(f'<optgroup label="{escape(group)}">')
        parts += map(_option, options)
        if group:
            parts.append("</optgroup>")
    return "".join(parts) + "</select>"


def _option(option: Widget) -> str:
    value, label = _safe(str(option["value"])), _safe(option["label"])
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
        parts.append(f"<div><label>{_safe(group)}</label>{inner}</div>" if group else inner)
    return "".join(parts) + "</div>"


def _choice(option: Widget) -> str:
    if not option["wrap_label"]:
        return _input(option)
    target = option["attrs"].get("id")
    tie = f' for="{escape(target)}"' if target else ""
    return f"<label{tie}>{_input(option)} {_safe(option['label'])}</label>"


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
