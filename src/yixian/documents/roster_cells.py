"""One cell at a time: clean text out, or a problem that names the row and the column."""

from collections.abc import Callable

from yixian.documents import roster_values as values
from yixian.documents.roster_columns import BY_KEY, folded
from yixian.documents.roster_problems import Problem
from yixian.documents.roster_table import Line
from yixian.documents.roster_units import Known
from yixian.documents.roster_values import Bad
from yixian.documents.roster_words import CHOICES, POSTS, code_of, nearest, nearest_word, word


class Cleaner:
    """Cleans the cells of one file; problems are added to the list that it was given."""

    def __init__(self, known: Known, headers: dict[str, str], problems: list[Problem]) -> None:
        self.known = known
        self.headers = headers
        self.problems = problems
        self.kinds: dict[str, Callable[[Line, str], str]] = {
            "text": self._text,
            "whole": lambda line, key: values.whole(line.cells[key]),
            "degrees": lambda line, key: values.degrees(line.cells[key], key),
            "day": lambda line, key: values.day(line.cells[key]),
            "phone": self._phone,
            "email": lambda line, key: values.email(line.cells[key]),
            "choice": self._choice,
            "topics": self._topics,
        }

    def header(self, key: str) -> str:
        """A column as the file calls it."""
        return self.headers.get(key, BY_KEY[key].zh)

    def __call__(self, line: Line, key: str) -> str | None:
        """A cell's clean value; None when it is empty or wrong (then a problem is noted)."""
        if key not in line.cells:
            return None
        column = BY_KEY[key]
        try:
            value = self.kinds[column.kind](line, key)
            if len(value) > column.limit and column.kind != "topics":
                raise Bad("too_long", length=str(len(value)), limit=str(column.limit))
        except Bad as bad:
            shown = {name: text[:60] for name, text in bad.values.items()}
            self.problems.append(Problem(line.row, self.header(key), bad.code, shown))
            return None
        return value or None

    def text(self, line: Line, key: str) -> str | None:
        """A name on one line."""
        return self(line, key)

    def notice(self, line: Line, key: str, code: str, **shown: str) -> None:
        """Something to look at."""
        self.problems.append(Problem(line.row, self.header(key), code, shown, "notice"))

    def _text(self, line: Line, key: str) -> str:
        text = line.cells[key]
        if key == "note":
            return text
        text = " ".join(text.split())
        if key == "person" and all("\u3400" <= c <= "\U0003ffff" or c == " " for c in text):
            return text.replace(" ", "")
        if key == "post":
            code = code_of(POSTS, text)
            return word(POSTS, code, "zh") if code else text
        return text

    def _phone(self, line: Line, key: str) -> str:
        found = values.phones(line.cells[key])
        if len(found) > 1:
            self.notice(line, key, "several_phones", first=found[0], others="、".join(found[1:])[:60])
        return found[0]

    def _choice(self, line: Line, key: str) -> str:
        text = line.cells[key]
        if key == "subdistrict":
            return self._one_of(self.known.subdistricts, " ".join(text.split()), "unknown_subdistrict")
        words = CHOICES[key]
        code = code_of(words, text)
        if code is None:
            raise Bad(f"unknown_{key}", value=text, nearest=nearest_word(words, text))
        return code

    def _topics(self, line: Line, key: str) -> str:
        found = [
            self._one_of(self.known.topics, each, "unknown_topic") for each in values.topics(line.cells[key])
        ]
        too_long = next((each for each in found if len(each) > 40), None)
        if too_long:
            raise Bad("too_long", length=str(len(too_long)), limit="40")
        return "、".join(dict.fromkeys(found))

    def _one_of(self, known: tuple[str, ...], text: str, code: str) -> str:
        """The known name that is meant; anything where nothing is known yet."""
        if not known:
            return text
        same = next((each for each in known if folded(each) == folded(text)), None)
        if same is None:
            raise Bad(code, value=text, nearest=nearest(text, list(known)))
        return same
