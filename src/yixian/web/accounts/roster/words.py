"""The sentences for what is wrong with a roster, and the names of its columns, in the page's language."""

from typing import Any

from django.utils.translation import get_language
from django.utils.translation import gettext_lazy as _

UNREADABLE = {
    "too_large": _("The file is larger than 20 MB. A roster is much smaller; save it without pictures."),
    "empty": _("The file is empty."),
    "old_excel": _("This is an old .xls file, or one with a password. Save it as .xlsx without a password."),
    "damaged": _(
        "The file is damaged or not a spreadsheet. Open it in your spreadsheet program and save it anew."
    ),
    "macros": _("The file contains macros. Save it as a plain .xlsx workbook."),
    "doctype": _("The file contains instructions that no roster needs, so it was not opened."),
    "too_many_parts": _(
        "The file has too many parts inside. Copy the roster into a new workbook and save that."
    ),
    "too_big_inside": _("The file is far larger inside than outside. Copy the roster into a new workbook."),
    "too_many_cells": _(
        "The sheet is larger than 20,000 rows or 100 columns. Delete what is not the roster."
    ),
    "too_heavy": _("The file takes too much memory or time to read. Copy the roster into a new workbook."),
    "encoding": _("The text is in an encoding that is not known. Save it as CSV UTF-8 or as .xlsx."),
    "not_a_table": _("This is not a table. Upload an .xlsx workbook or a CSV file."),
}

SENTENCES = {
    "no_header": _("No heading row was found. One column must be called “%(column)s”."),
    "no_rows": _("There is nothing below the heading row."),
    "rows_above": _("Rows above the heading were passed over: %(upto)s."),
    "two_row_header": _("The heading takes two rows (merged cells); both were read."),
    "unknown_column": _("This column is not known and was left out."),
    "column_twice": _("Two columns mean the same: “%(means)s”. Keep one of them."),
    "missing_name": _("The name of the member union is missing."),
    "other_spelling": _("Written otherwise than “%(first)s” in row %(first_row)s; taken as the same union."),
    "unit_twice": _(
        "%(name)s has two different values: “%(first)s” above (from row %(first_row)s), “%(value)s” here."
    ),
    "nothing_new": _("This row only repeats what is said of %(name)s in row %(first_row)s."),
    "person_missing": _("A post or a phone number without a person's name, at %(unit)s."),
    "person_twice": _(
        "%(name)s stands in row %(first_row)s already with “%(first)s”, here with “%(value)s”. "
        "If these are two people, tell them apart in the name."
    ),
    "venue_missing": _("Details of a venue without the venue's name, at %(unit)s."),
    "venue_twice": _("%(name)s stands in row %(first_row)s already with “%(first)s”, here with “%(value)s”."),
    "two_chairs": _("%(unit)s has two chairs: %(first)s (row %(first_row)s) and %(second)s."),
    "chair_exists": _(
        "%(unit)s has the chair %(first)s already, who is not in this file. "
        "List %(first)s with the new post, or change it on the person's page first."
    ),
    "perhaps_swapped": _("Latitude %(latitude)s and longitude %(longitude)s look swapped."),
    "several_phones": _("Several phone numbers in one cell: %(first)s is taken, %(others)s left out."),
    "phone_shared": _("%(phone)s is the number of %(other)s (%(unit)s) too. Please check."),
    "other_not_understood": _("“%(value)s” was not understood and left out. Write: name（post phone）."),
    "ambiguous_person": _(
        "%(unit)s has two people called %(person)s on record. Change them on their own pages."
    ),
    "disabled_person": _(
        "%(person)s of %(unit)s is on record but closed. Open the access on the person's page first."
    ),
    "like_another": _("%(name)s is new, but looks like %(like)s. If it is the same, use the same name."),
    "unknown_subdistrict": _("“%(value)s” is not on the list of subdistricts (federation settings)."),
    "unknown_topic": _("“%(value)s” is not on the list of topics."),
    "unknown_industry": _("“%(value)s” is not an industry of the list."),
    "unknown_kind": _("“%(value)s” is not a kind of venue."),
    "unknown_is_active": _("“%(value)s” is neither yes (是) nor no (否)."),
    "too_long": _("Too long: %(length)s characters, at most %(limit)s."),
    "not_whole": _("“%(value)s” is not a whole number."),
    "too_large": _("%(value)s is too large to be right."),
    "not_degrees": _("“%(value)s” is no coordinate. Write decimal degrees, such as 36.1234."),
    "latitude_out_of_range": _("%(value)s is no latitude. Were latitude and longitude swapped?"),
    "not_a_day": _("“%(value)s” is no date. Write it as 2026-03-18."),
    "no_such_day": _("There is no such day: “%(value)s”."),
    "day_without_day": _("“%(value)s” names a month. Add the day: 2026-03-18."),
    "not_a_phone": _("“%(value)s” is no phone number."),
    "not_an_email": _("“%(value)s” is no e-mail address."),
}
NEAREST = _("Did you mean “%(nearest)s”?")


def sentence_of(problem: dict[str, Any]) -> str:
    """A stored problem in words."""
    values = {"column": problem["column"], **problem["values"]}
    text = str(SENTENCES[problem["code"]]) % values
    if values.get("nearest"):
        gap = "" if (get_language() or "zh").startswith("zh") else " "
        text += gap + str(NEAREST) % values
    return text


def language_of_page() -> str:
    """The language for words that a roster file has in both: zh or en."""
    return "zh" if (get_language() or "zh").startswith("zh") else "en"
