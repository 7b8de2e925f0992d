"""The people of one line, however the file lays them out."""

import re

from yixian.documents.roster_cells import Cleaner
from yixian.documents.roster_table import Line
from yixian.documents.roster_values import SEPARATORS
from yixian.documents.roster_words import POSTS, post_of, word

CHAIR = word(POSTS, "chair", "zh")
OF_PERSON = ("post", "phone", "email")
OTHER = re.compile(r"(?P<name>[^（(\d]+)(?:[（(](?P<inside>[^）)]*)[）)])?\s*(?P<phone>[\d\- ]{7,})?")


def people_in(line: Line, clean: Cleaner) -> list[Line]:
    """A line per person with the cells person, post, phone and email as the file has them."""
    found = []
    name, chair = clean(line, "person"), clean(line, "chair")
    rest = {key: line.cells[key] for key in OF_PERSON if key in line.cells}
    if name:
        found.append(Line(line.row, {"person": name, **rest}))
        rest = {}
    if chair:
        title = rest.get("post", "")
        cells = {"person": chair, **rest, "post": title if post_of(title) == "chair" else CHAIR}
        found.append(Line(line.row, cells))
    if clean(line, "others"):
        found += _others(line, clean)
    return found


def _others(line: Line, clean: Cleaner) -> list[Line]:
    """“李乙（副主席 13800001234）、王丙” as one line per person."""
    found = []
    for part in SEPARATORS.split(line.cells["others"]):
        if not part.strip():
            continue
        match = OTHER.fullmatch(part.strip())
        name = match and clean(Line(line.row, {"person": match["name"].strip()}), "person")
        if not match or not name:
            clean.notice(line, "others", "other_not_understood", value=part.strip()[:60])
            continue
        inside = (match["inside"] or "").split()
        phone = match["phone"] or next((each for each in inside if each[:1].isdigit()), "")
        title = " ".join(each for each in inside if not each[:1].isdigit())
        cells = {"person": name, "post": title, "phone": phone}
        found.append(Line(line.row, {key: value for key, value in cells.items() if value}))
    return found
