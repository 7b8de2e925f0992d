"""Names are sorted as they are read."""

import subprocess
import sys

import pytest
from django.template import engines
from django.utils import translation

from yixian.web.shared.text import WORDS, fold, mask_phone, pinyin_key, sentences

MEASURE = """
import resource
from yixian.web.shared.text import pinyin_key
before = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss
pinyin_key("甲区")
print((resource.getrusage(resource.RUSAGE_SELF).ru_maxrss - before) // 1024)
"""


@pytest.mark.parametrize(
    ("name", "key"),
    [
        ("甲一机械", "jia3 yi1 ji1 xie4"),
        ("长安银行", "chang2 an1 yin2 hang2"),
        ("重庆路街道", "chong2 qing4 lu4 jie1 dao4"),
    ],
)
def test_units_are_read_as_words(name, key):
    assert pinyin_key(name) == key


@pytest.mark.parametrize(
    ("name", "key"), [("单雄", "shan xiong2"), ("万俟甲", "moqi jia3"), ("张长安", "zhang1 chang2 an1")]
)
def test_surnames_are_read_as_surnames(name, key):
    assert pinyin_key(name, is_person=True) == key


def test_every_word_has_a_syllable_for_each_character():
    assert [word for word, read in WORDS.items() if len(word) != len(read.split())] == []


def test_reading_names_takes_little_memory():
    done = subprocess.run([sys.executable, "-c", MEASURE], capture_output=True, text=True, check=True)
    assert int(done.stdout) <= 25


def test_phones_and_widths():
    assert (mask_phone("13800138000"), mask_phone("123"), fold("　ＡＢ　 １ ")) == (
        "138****8000",
        "***",
        "AB 1",
    )


@pytest.mark.parametrize(
    ("language", "said"), [("en", "One. Two."), ("zh-hans", "One.Two."), ("zh-tw", "One.Two.")]
)
def test_sentences_follow_each_other_as_in_the_language(language, said):
    with translation.override(language):
        assert sentences(["One.", "", None, "Two."]) == said
        assert engines["django"].from_string("One.{% gap %}Two.").render() == said
