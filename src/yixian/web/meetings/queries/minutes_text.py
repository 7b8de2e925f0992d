"""The text of minutes: sections kept as one plain text, with a line `## key heading` before each."""

import re
from collections.abc import Iterable
from dataclasses import dataclass

LINE_END = re.compile(r"\r+\n")
MARK = re.compile(r"^## (?P<key>[a-z0-9-]+) (?P<heading>.+)$", re.MULTILINE)


@dataclass(frozen=True)
class Section:
    """One section: a key that other apps know it by, its heading, its text."""

    key: str
    heading: str
    text: str

    @property
    def paragraphs(self) -> list[str]:
        """The lines that say something."""
        return [line.strip() for line in self.text.splitlines() if line.strip()]


def compose(sections: Iterable[Section]) -> str:
    """One text out of sections; a line of theirs that looks like a mark is set apart by a space."""
    parts = []
    for each in sections:
        text = MARK.sub(lambda found: f" {found[0]}", LINE_END.sub("\n", each.text).strip())
        heading = " ".join(each.heading.split()) or each.key
        parts.append(f"## {each.key} {heading}\n{text}")
    return "\n\n".join(parts)


def parse(body: str) -> list[Section]:
    """The sections of a text made by `compose`; text before the first mark is dropped."""
    found = list(MARK.finditer(body))
    ends = [*(each.start() for each in found[1:]), len(body)]
    return [
        Section(each["key"], each["heading"], body[each.end() : end].strip())
        for each, end in zip(found, ends, strict=False)
    ]
