"""Form fields: label, help, error and widget in one accessible block."""

from typing import Any

from django.forms import BaseForm, BoundField, widgets
from django.forms.utils import flatatt
from django.utils.html import format_html, format_html_join
from django.utils.safestring import SafeString, mark_safe
from django.utils.translation import gettext as _
from django.utils.translation import gettext_noop

from yixian.web.shared.templatetags.ui_dates import in_chinese
from yixian.web.shared.templatetags.ui_parts import icon
from yixian.web.shared.text import sentences
from yixian.web.shared.writing import escaped

# Django's own sentences that get plainer Chinese in our catalogue; listed so that it keeps them.
PLAINER = (
    gettext_noop("This field is required."),
    gettext_noop("Enter a valid date."),
    gettext_noop("Enter a valid time."),
    gettext_noop("Enter a whole number."),
    gettext_noop("Select a valid choice. That choice is not one of the available choices."),
)
GROUPS = (widgets.RadioSelect, widgets.CheckboxSelectMultiple)


def field(bound: BoundField, **attrs: Any) -> SafeString:
    """One field of a form. Further keywords become attributes of the widget (`rows=4`, `hx_get=url`)."""
    if not isinstance(bound, BoundField):
        raise TypeError(f"the field tag needs a field of a form, not {bound!r}")
    if bound.is_hidden:
        return bound.as_widget()
    widget = bound.field.widget
    given = {name.replace("_", "-"): value for name, value in attrs.items()}
    notes, described = _notes(bound)
    if described:
        given["aria-describedby"] = described
    classes = "field has-error" if bound.errors else "field"
    if isinstance(widget, widgets.CheckboxInput):
        return format_html(
            '<div class="{}">{}<label class="check">{}<span>{}</span></label></div>',
            classes,
            notes,
            bound.as_widget(attrs=given),
            bound.label,
        )
    if isinstance(widget, GROUPS) or widget.use_fieldset:
        return _group(bound, classes, notes, given)
    given.setdefault("class", _widget_class(widget))
    return format_html(
        '<div class="{}"><label for="{}">{}{}</label>{}{}{}</div>',
        classes,
        bound.id_for_label,
        bound.label,
        _optional(bound),
        notes,
        _control(bound, widget, given),
        _counter(bound, widget),
    )


def _control(bound: BoundField, widget: widgets.Widget, given: dict[str, Any]) -> SafeString:
    """The widget itself; a plain list is written in one go, for hundreds of choices keep the engine too long."""
    choices = (
        list(iter(widget.choices)) if type(widget) is widgets.Select else []
    )  # list() alone would count first
    if not choices or any(isinstance(label, list | tuple) for _value, label in choices):
        return bound.as_widget(attrs=given)
    attrs = widget.build_attrs(widget.attrs, bound.build_widget_attrs(given, widget))
    if bound.auto_id:
        attrs.setdefault("id", bound.auto_id)
    chosen = set(widget.format_value(bound.value()))
    named = {"name": bound.html_name, **attrs}
    return format_html("<select{}>{}</select>", flatatt(named), mark_safe(_options(choices, chosen)))


def _options(choices: list[Any], chosen: set[str]) -> str:
    """The choices as elements, with those that are chosen; texts are made safe in one go."""
    keys = [str(value) if value is not None else "" for value, _label in choices]
    labels = [label if isinstance(label, str) else str(label) for _value, label in choices]
    safe_keys, safe_labels = escaped(*keys), escaped(*labels)
    for at, (_value, label) in enumerate(choices):
        if hasattr(label, "__html__"):
            safe_labels[at] = label.__html__()
    return "".join(
        [
            f'<option value="{key}"{" selected" if plain in chosen else ""}>{label}</option>'
            for plain, key, label in zip(keys, safe_keys, safe_labels, strict=True)
        ]
    )


def error_summary(*forms: BaseForm) -> SafeString:
    """All errors of one or more forms, each a link to its field; nothing when there is none."""
    lines = [line for form in forms for line in _error_lines(form)]
    if not lines:
        return SafeString("")
    return format_html(
        '<div class="error-summary" role="alert" tabindex="-1" data-focus><h2>{}</h2><ul>{}</ul></div>',
        _("Please correct the following"),
        format_html_join("", "<li>{}</li>", ((line,) for line in lines)),
    )


def _error_lines(form: BaseForm) -> list[SafeString]:
    lines = [format_html("<span>{}</span>", each) for each in form.non_field_errors()]
    for bound in form:
        target = bound.id_for_label or bound.auto_id
        for error in bound.errors:
            text = _("%(label)s: %(error)s") % {"label": bound.label, "error": error}
            lines.append(format_html('<a href="#{}">{}</a>', target, text))
    return lines


def _notes(bound: BoundField) -> tuple[SafeString, str]:
    """Help and errors, and the ids by which the widget points to them."""
    html, ids = "", []
    if bound.help_text:
        ids.append(f"{bound.auto_id}_help")
        html += format_html('<p class="field-help" id="{}">{}</p>', ids[-1], bound.help_text)
    if bound.errors:
        ids.append(f"{bound.auto_id}_error")
        text = sentences(bound.errors)
        sign = icon("exclamation-circle")
        html += format_html('<p class="field-error" id="{}">{}<span>{}</span></p>', ids[-1], sign, text)
    return mark_safe(html), " ".join(ids)


def _group(bound: BoundField, classes: str, notes: SafeString, attrs: dict[str, Any]) -> SafeString:
    """Choices that belong together: a fieldset whose legend is the label."""
    described = attrs.pop("aria-describedby", "")
    tie = format_html(' aria-describedby="{}"', described) if described else ""
    return format_html(
        '<fieldset class="{}"{}><legend>{}{}</legend>{}<div class="choices">{}</div></fieldset>',
        classes,
        tie,
        bound.label,
        _optional(bound),
        notes,
        bound.as_widget(attrs=attrs),
    )


def _optional(bound: BoundField) -> SafeString:
    """Most fields are needed, so the few that aren't say so."""
    if bound.field.required:
        return SafeString("")
    gap = "" if in_chinese() else " "
    return format_html('{}<span class="field-optional">{}</span>', gap, _("(optional)"))


def _counter(bound: BoundField, widget: widgets.Widget) -> SafeString:
    """How much room is left in a long text; the script keeps it current."""
    limit = getattr(bound.field, "max_length", None)
    if not limit or not isinstance(widget, widgets.Textarea):
        return SafeString("")
    used = len(str(bound.value() or ""))
    return format_html('<p class="field-count" data-count-for="{}">{} / {}</p>', bound.auto_id, used, limit)


def _widget_class(widget: widgets.Widget) -> str:
    if isinstance(widget, widgets.Select):
        return "form-select"
    if isinstance(widget, widgets.NumberInput):
        return "form-control w-num"
    if isinstance(widget, widgets.DateInput | widgets.DateTimeInput | widgets.TimeInput):
        return "form-control w-date"
    return "form-control"
