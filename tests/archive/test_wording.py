"""Every code that a draft can hold has its words in both languages."""

import pytest

from tests.archive.samples import draft_of, facts_in
from tests.archive.test_reader import MEETINGS
from yixian.archive import explain
from yixian.archive.lexicon.topics import PRACTICES, TOPICS
from yixian.archive.lexicon.venue_kinds import VENUE_KINDS
from yixian.archive.wording import WORDING


def test_tables_are_worded():
    """Venue kinds, topics and practices of the lexicon are in the wording."""
    codes = [code for table in (VENUE_KINDS, TOPICS, PRACTICES) for code, _ in table]
    assert [code for code in codes if code not in WORDING] == []


@pytest.mark.parametrize("name", MEETINGS)
def test_codes_of_drafts_are_worded(name):
    """Notes, questions, repairs and fields of the sample reports are in the wording."""
    draft = draft_of(name)
    codes = {fact.note for fact in facts_in(draft)} - {""}
    codes |= {question.code for question in draft.open_questions} | {repair.code for repair in draft.repairs}
    assert sorted(code for code in codes if code not in WORDING) == []


def test_explain():
    """A code is explained in the language asked; an unknown one stays as it is."""
    assert (explain("museum", "zh"), explain("museum", "en")) == ("博物馆", "museum")
    assert explain("no_such_code", "zh") == "no_such_code"
