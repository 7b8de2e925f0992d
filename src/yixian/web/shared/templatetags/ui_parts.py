"""Small parts of a page: icons, states, people, figures. Pure functions from values to safe HTML."""

from functools import lru_cache
from typing import Any
from zlib import crc32

from django.templatetags.static import static
from django.utils.html import format_html
from django.utils.safestring import SafeString, mark_safe
from django.utils.translation import gettext as _

from yixian.web.shared.templatetags.ui_dates import in_chinese

SPRITE = "vendor/icons/icons.svg"
TONES = ("plain", "plan", "wait", "now", "learn", "good", "bad", "off", "")
AVATAR_TINTS = 6


@lru_cache(maxsize=512)
def icon(name: str, label: str = "", size: str = "") -> SafeString:
    """An icon of the sprite; without a label it is decoration and hidden from screen readers."""
    classes = f"icon icon-{size}" if size else "icon"
    href = f"{static(SPRITE)}#{name}"
    if label:
        return format_html(
            '<svg class="{}" role="img" aria-label="{}"><use href="{}"/></svg>', classes, label, href
        )
    return format_html('<svg class="{}" aria-hidden="true"><use href="{}"/></svg>', classes, href)


def state_badge(label: Any, tone: str = "") -> SafeString:
    """A state by word, shape and colour. Tones: plan, wait, now, learn, good, bad, off, plain or none."""
    if tone not in TONES:
        raise ValueError(f"unknown tone of a state: {tone}")
    return format_html('<span class="{}">{}</span>', f"state state-{tone}" if tone else "state", label)


def initials(name: str) -> str:
    """What stands in an avatar: the last two characters of a Chinese name, else two capitals."""
    name = name.strip()
    if not name:
        return "?"
    if ord(name[-1]) >= 0x2E80:
        return name[-2:]
    words = name.split()
    return (words[0][0] + (words[-1][0] if len(words) > 1 else "")).upper()


def avatar(name: str) -> SafeString:
    """A round tile with the initials; the same name always gets the same tint."""
    tint = crc32(name.encode()) % AVATAR_TINTS
    return format_html('<span class="avatar avatar-{}" aria-hidden="true">{}</span>', tint, initials(name))


def person(
    name: Any, unit: Any = "", post: Any = "", url: str = "", bare: bool = False, line: bool = False
) -> SafeString:
    """A person as name + unit + post. `bare` leaves the avatar out, `line` keeps it all on one line."""
    name = str(name)
    role = (" " if in_chinese() else ", ").join(str(each) for each in (unit, post) if each)
    classes = "person-text person-line" if line else "person-text"
    text = format_html('<span class="{}"><span class="person-name">{}</span>', classes, name)
    text += format_html('<span class="person-post">{}</span>', role) if role else ""
    text = mark_safe(text + "</span>")
    content = text if bare or line else avatar(name) + text
    if url:
        return format_html('<a class="person" href="{}">{}</a>', url, content)
    return format_html('<span class="person">{}</span>', content)


def stat(value: Any, label: Any, url: str = "", unit: Any = "", note: Any = "", tone: str = "") -> SafeString:
    """A figure that opens its list. Tones: bad, wait, learn, good or none."""
    classes = f"stat stat-{tone}" if tone else "stat"
    arrow = icon("arrow-right") if url else ""
    inner = format_html(
        '<span class="stat-label">{}{}</span><span class="stat-value">{}{}</span>{}',
        label,
        arrow,
        value,
        format_html(" <small>{}</small>", unit) if unit else "",
        format_html('<span class="stat-note">{}</span>', note) if note else "",
    )
    if url:
        return format_html('<a class="{}" href="{}">{}</a>', classes, url, inner)
    return format_html('<div class="{}">{}</div>', classes, inner)


def tally(done: int, total: int, label: Any = "", tone: str = "") -> SafeString:
    """How many of how many, as words and as a bar. Tones: good, wait, bad or none (teal)."""
    return format_html(
        '<div class="{}"><div class="tally-text"><span>{}</span><span class="num">{} / {}</span></div>'
        '<progress max="{}" value="{}" aria-label="{}"></progress></div>',
        f"tally tally-{tone}" if tone else "tally",
        label,
        done,
        total,
        max(total, 1),
        min(done, max(total, 1)),
        label or _("Progress"),
    )


def parts_bar(parts: list[tuple[Any, int, str]]) -> SafeString:
    """A whole in its parts: (label, number, chart series "1" to "6" or "rest"), with its legend."""
    total = sum(number for _label, number, _series in parts) or 1
    at = 0.0
    bars, legend = "", ""
    for label, number, series in parts:
        width = 100 * number / total
        bars += format_html(
            '<rect class="fill-{}" x="{}" y="0" width="{}" height="1"/>', series, f"{at:.2f}", f"{width:.2f}"
        )
        legend += format_html(
            '<li><span class="swatch bg-{}"></span>{} <span class="num">{}</span></li>', series, label, number
        )
        at += width
    return format_html(
        '<svg class="parts" viewBox="0 0 100 1" preserveAspectRatio="none" aria-hidden="true">{}</svg>'
        '<ul class="legend">{}</ul>',
        mark_safe(bars),
        mark_safe(legend),
    )
