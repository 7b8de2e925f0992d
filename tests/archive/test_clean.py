"""Repair, noise and script: what is changed in a text before it is read, and what is left alone."""

import pytest

from yixian.archive.clean.mojibake import repair
from yixian.archive.clean.pinyin_noise import remove_pinyin
from yixian.archive.clean.script import to_simplified


@pytest.mark.parametrize(
    ("before", "after"),
    [
        ("可以學習?!?/p>", "可以學習。”</p>"),
        ("歡迎你們?!敝芏√m說。", "歡迎你們。”周丁蘭說。"),
        ("他走了?/p>", "他走了?</p>"),
        ("你們有什么經驗?", "你們有什么經驗?"),
        ("真的嗎?!好。", "真的嗎?!好。"),
    ],
)
def test_shifted_bytes_in_text(before, after):
    """Only what can be realigned is changed; a real question mark stays."""
    assert repair(before)[0] == after


@pytest.mark.parametrize(
    ("before", "after"),
    [
        ("开会(huì)了", "开会了"),
        ("开会（huì）了", "开会了"),
        ("总工会(zǒng gōng huì)组织", "总工会组织"),
        ("企(qi)业", "企业"),
        ("现(xian4)场", "现场"),
        ("甲某(山东)公司", "甲某(山东)公司"),
        ("机床(cnc)车间", "机床(cnc)车间"),
        ("甲乙(ABC)公司", "甲乙(ABC)公司"),
    ],
)
def test_pinyin_in_brackets(before, after):
    """Pinyin goes, other brackets stay."""
    assert remove_pinyin(before)[0] == after


@pytest.mark.parametrize(
    ("before", "after"),
    [
        ("討論著工會的後勤", "讨论着工会的后勤"),
        ("著名的總工會", "著名的总工会"),
        ("余某和于某在后面", "余某和于某在后面"),
        ("总工会组织干部到于家庄", "总工会组织干部到于家庄"),
    ],
)
def test_script(before, after):
    """Traditional text is converted character by character; Simplified text is left alone."""
    assert (to_simplified(before), len(after)) == (after, len(before))
