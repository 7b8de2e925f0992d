"""Cells as they should be written: widths, numbers, days, phones. Each function raises `Bad` with a code."""

import re
import unicodedata
from datetime import date, datetime
from decimal import Decimal, InvalidOperation

SEPARATORS = re.compile(r"[、，,;；/|\n]+")
DAY_FORMS = (
    re.compile(r"(\d{4})[-/.年](\d{1,2})[-/.月](\d{1,2})日?"),
    re.compile(r"(\d{4})(\d{2})(\d{2})"),
)
MONTH_ONLY = re.compile(r"\d{4}[-/.年]\d{1,2}月?")
MOBILE = re.compile(r"(?:\+?86)?(1\d{10})")
LANDLINE = re.compile(r"(0\d{2,3})?(\d{7,8})(?:转(\d{1,6}))?")
EMAIL = re.compile(r"[^@\s,;]+@[^@\s,;]+\.[^@\s,;.]{2,}")
MOST = 10_000_000


class Bad(Exception):
    """A cell that cannot be taken: a code and the values for its sentence."""

    def __init__(self, code: str, **values: str) -> None:
        super().__init__(code)
        self.code = code
        self.values = values


def plain(text: str) -> str:
    """Text without control characters and outer space; line breaks stay. Full width is kept: it may be meant."""
    text = "".join(
        c for c in text if c == "\n" or unicodedata.category(c) not in ("Cc", "Cf", "Cs", "Co", "Cn")
    )
    return re.sub(r"[^\S\n]+", " ", text).strip()


def narrow(text: str) -> str:
    """Full-width digits, letters and signs as half-width ones, on one line, without spaces."""
    return re.sub(r"\s+", "", unicodedata.normalize("NFKC", text))


def whole(text: str) -> str:
    """A number of people: digits only. “约 1,200 人” is 1200; 12.5 is refused."""
    bare = re.sub(r"^(约|大约|近)|(余人|人|名|位)$|,", "", narrow(text))
    bare = re.sub(r"\.0+$", "", bare)
    if not re.fullmatch(r"[0-9]{1,9}", bare):
        raise Bad("not_whole", value=text)
    if int(bare) > MOST:
        raise Bad("too_large", value=text)
    return str(int(bare))


def degrees(text: str, key: str) -> str:
    """A latitude or longitude in decimal degrees, at most six decimals, without needless zeros."""
    bare = re.sub(r"[°度NEne北东纬经]", "", narrow(text))
    try:
        value = Decimal(bare)
    except InvalidOperation:
        raise Bad("not_degrees", value=text) from None
    if not value.is_finite() or abs(value) > 180:
        raise Bad("not_degrees", value=text)
    if key == "latitude" and abs(value) > 90:
        raise Bad("latitude_out_of_range", value=text)
    return degrees_text(value)


def degrees_text(value: Decimal) -> str:
    """Decimal degrees as text, without needless zeros."""
    text = f"{value.quantize(Decimal('0.000001')):f}".rstrip("0").rstrip(".")
    return "0" if text == "-0" else text


def day(text: str) -> str:
    """A day as 2026-03-18, from any of the usual forms."""
    bare = narrow(text.split("T")[0])
    bare = re.sub(r"00:00(:00(\.0+)?)?$", "", bare)
    for form in DAY_FORMS:
        found = form.fullmatch(bare)
        if found:
            return _real_day(text, *(int(each) for each in found.groups()))
    raise Bad("day_without_day" if MONTH_ONLY.fullmatch(bare) else "not_a_day", value=text)


def _real_day(text: str, year: int, month: int, number: int) -> str:
    try:
        value = date(year, month, number)
    except ValueError:
        raise Bad("no_such_day", value=text) from None
    if not 1900 <= value.year <= datetime.now().astimezone().year + 1:
        raise Bad("no_such_day", value=text)
    return value.isoformat()


def phones(text: str) -> list[str]:
    """The phone numbers in a cell, mobiles as eleven digits, landlines as 0532-88880000; the mobiles first."""
    found: list[str] = []
    parts = [part for part in SEPARATORS.split(unicodedata.normalize("NFKC", text)) if part.strip()]
    for part in parts:
        bare = re.sub(r"[\s\-—–()]+", "", part)
        found += [one_phone(bare)] if one_phone(bare) else [one_phone(narrow(p)) for p in part.split()]
    if not found or not all(found):
        raise Bad("not_a_phone", value=text)
    unique = list(dict.fromkeys(found))
    return sorted(unique, key=lambda number: not MOBILE.fullmatch(number))


def one_phone(bare: str) -> str:
    """One number in its usual form, or nothing."""
    mobile = MOBILE.fullmatch(bare)
    if mobile:
        return mobile[1]
    line = LANDLINE.fullmatch(bare.replace("-", ""))
    if not line:
        return ""
    area, number, extension = line.groups()
    return (f"{area}-" if area else "") + number + (f"转{extension}" if extension else "")


def email(text: str) -> str:
    """One mail address."""
    bare = narrow(text)
    if not EMAIL.fullmatch(bare):
        raise Bad("not_an_email", value=text)
    return bare


def topics(text: str) -> list[str]:
    """The topics of a cell, each once, in their order."""
    return list(dict.fromkeys(part for each in SEPARATORS.split(text) if (part := plain(each))))
