"""Whatever is handed in: no crash, and no fact whose words are not in the text."""

from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from tests.archive.samples import facts_in, words_of
from yixian.archive import Draft, NotAReport, draft_from_json, draft_to_json, read

PIECES = (
    "甲区总工会", "组织", "50名干部", "四十二家基层工会", "走进", "参观", "观摩", "在",
    "乙某制造有限公司", "丙某博物馆", "3月12日", "去年", "日前", "每月召开一次", "现场例会",
    "工会主席", "赵甲明", "介绍", "说", "。", "，", "、", "“", "”", "？", "\n", "\n\n", "<p>",
    "</p>", "<b>", "?!?/p>", "(huì)", "來源：丁某網", "2024-03-15", "記者錢乙", "會議室", "搬到",
    "车间", "等企业", "的", "是", "约", "余人", "近百人", "岗位练兵", "怎么做", "责任编辑：",
    "友情链接", "5月40日", "&nbsp;", "<div style='display:none'>", "\u3000", "Ａ１", "該集團",
)  # fmt: skip
BUSY = settings(max_examples=60, deadline=None, suppress_health_check=[HealthCheck.too_slow])
NAMES = ("damaged_monthly.txt", "plain_quarterly.txt", "several_meetings.txt")


def sound(draft: Draft) -> None:
    """Every fact's words and sentence are in the cleaned text, at the place it gives."""
    assert len(draft.text) == len(draft.text_original)
    for fact in facts_in(draft):
        assert draft.text[fact.start : fact.end] == fact.converted != ""
        assert draft.text_original[fact.start : fact.end] == fact.original
        assert fact.sentence in draft.text
        assert fact.sentence_original in draft.text_original
        assert fact.converted in fact.sentence
    assert draft_from_json(draft_to_json(draft)) == draft


def read_or_refuse(data: bytes, filename: str = "") -> None:
    """Read; a refusal is as good as a sound draft."""
    try:
        draft = read(data, filename=filename)
    except NotAReport:
        return
    sound(draft)


@BUSY
@given(st.binary(max_size=400))
def test_any_bytes(data):
    """Arbitrary bytes are read or refused."""
    read_or_refuse(data)


@BUSY
@given(st.text(max_size=300), st.sampled_from(["", "a.html"]))
def test_any_text(text, filename):
    """Arbitrary text is read or refused, as a page or as text."""
    read_or_refuse(text.encode("utf-8", "ignore"), filename)


@BUSY
@given(st.lists(st.sampled_from(PIECES), min_size=4, max_size=60), st.sampled_from(["utf-8", "gb18030"]))
def test_any_order_of_report_words(pieces, charset):
    """Words of reports in any order are read or refused, and no number or name is made up."""
    read_or_refuse("".join(pieces).encode(charset))


@BUSY
@given(st.sampled_from(NAMES), st.data())
def test_cut_and_damaged_reports(name, data):
    """A report that is cut off anywhere, or has lost a piece, is read or refused."""
    text = words_of(name)
    start = data.draw(st.integers(0, len(text)))
    end = data.draw(st.integers(start, len(text)))
    read_or_refuse(text[:start].encode() + text[end:].encode())
    read_or_refuse(text.encode()[: 3 * end])


@BUSY
@given(st.sampled_from(("vague_day.txt", "several_meetings.txt", "conflict.txt")))
def test_names_and_numbers_stand_in_the_report_itself(name):
    """In an undamaged report every name and number is found in the file, letter by letter."""
    text = words_of(name)
    draft = read(text.encode())
    assert [fact.original for fact in facts_in(draft) if fact.original not in text] == []
