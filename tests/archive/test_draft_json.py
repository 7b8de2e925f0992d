"""The JSON form of a draft carries everything and is checked when it comes back."""

import json

import pytest

from tests.archive.samples import draft_of
from yixian.archive import draft_from_json, draft_to_json

NAMES = ("damaged_monthly.txt", "several_meetings.txt", "no_year.txt", "page_utf8.html")


@pytest.mark.parametrize("name", NAMES)
def test_there_and_back(name):
    """A draft is the same after a journey through JSON text."""
    draft = draft_of(name)
    assert draft_from_json(json.loads(json.dumps(draft_to_json(draft)))) == draft


@pytest.mark.parametrize(
    ("change", "message"),
    [
        ({"format": "other"}, "This is not a draft record of the form yixian.archive.draft/1."),
        ({"meetings": {}}, "draft.meetings must be a list."),
        ({"text": 5}, "draft.text must be a value of type str."),
        ({"published": {}}, "draft.published must be an object with value, original, converted, sentence, "
                            "sentence_original, start, end, confidence, basis, qualifier, note."),
    ],
)  # fmt: skip
def test_wrong_shape(change, message):
    """A record of another shape is refused with the place that is wrong."""
    data = {**draft_to_json(draft_of("no_year.txt")), **change}
    with pytest.raises(ValueError) as refused:
        draft_from_json(data)
    assert str(refused.value) == message


def test_wrong_day():
    """A day that no calendar has is refused."""
    data = draft_to_json(draft_of("conflict.txt"))
    data["published"]["value"] = "2023-13-01"
    with pytest.raises(ValueError) as refused:
        draft_from_json(data)
    assert str(refused.value) == "draft.published.value must be a date."
