"""Text as the users' world writes it: names sorted by pinyin, phones masked, widths folded."""

import os
import re
import unicodedata
from collections.abc import Callable, Iterable
from functools import lru_cache

from django.utils.translation import get_language

# Surnames whose reading as a surname differs from the ordinary one.
SURNAMES = {
    "翟": "zhai", "曾": "zeng", "单": "shan", "仇": "qiu", "解": "xie", "查": "zha", "区": "ou", "朴": "piao",
    "任": "ren", "华": "hua", "盖": "ge", "缪": "miao", "尉": "yu", "乐": "yue", "覃": "qin", "员": "yun",
    "宓": "fu", "折": "she", "纪": "ji", "洗": "xian", "冼": "xian", "万俟": "moqi", "尉迟": "yuchi",
}  # fmt: skip

# Words in names of units and places that are not read as their characters usually are. The library's own book of
# phrases knows them too, and 40,000 more, for 45 MiB in every process.
WORDS = {
    "银行": "yín háng", "商行": "shāng háng", "行业": "háng yè", "重庆": "chóng qìng", "长城": "cháng chéng",
    "长江": "cháng jiāng", "长春": "cháng chūn", "长沙": "cháng shā", "长安": "cháng ān", "长宁": "cháng níng",
    "长乐": "cháng lè", "长虹": "cháng hóng", "长征": "cháng zhēng", "长兴": "cháng xīng", "成都": "chéng dū",
    "都市": "dū shì", "首都": "shǒu dū", "厦门": "xià mén", "音乐": "yīn yuè", "乐器": "yuè qì", "会计": "kuài jì",
    "西藏": "xī zàng", "宝藏": "bǎo zàng", "调度": "diào dù", "调味": "tiáo wèi", "空调": "kōng tiáo",
    "六安": "lù ān", "畜牧": "xù mù", "校对": "jiào duì", "校验": "jiào yàn", "薄膜": "báo mó", "弹簧": "tán huáng",
    "台州": "tāi zhōu", "蚌埠": "bèng bù", "番禺": "pān yú", "东阿": "dōng ē", "单县": "shàn xiàn",
}  # fmt: skip


def gap() -> str:
    """What stands between two sentences: Chinese full stops bring their own room."""
    return "" if (get_language() or "").startswith("zh") else " "


def sentences(parts: Iterable[object]) -> str:
    """Sentences as one text; empty ones are left out."""
    return gap().join(str(each) for each in parts if each)


@lru_cache(maxsize=1)
def _reader() -> Callable[[str], list[str]]:
    """What gives the syllables of a text; loaded when first needed."""
    os.environ.setdefault("PYPINYIN_NO_PHRASES", "true")
    from pypinyin import Style, lazy_pinyin, load_phrases_dict

    load_phrases_dict({word: [[syllable] for syllable in read.split()] for word, read in WORDS.items()})
    return lambda text: lazy_pinyin(text, style=Style.TONE3, neutral_tone_with_five=True)


@lru_cache(maxsize=4096)
def pinyin_key(name: str, *, is_person: bool = False) -> str:
    """Letters to sort by: pinyin syllables joined by spaces, with surnames read as surnames."""
    read = _reader()
    if is_person:
        for length in (2, 1):
            reading = SURNAMES.get(name[:length])
            if reading:
                return " ".join([reading, *read(name[length:])]).lower()[:120]
    return " ".join(read(name)).lower()[:120]


def mask_phone(phone: str) -> str:
    """138****8000: enough to recognise, too little to call."""
    digits = phone.strip()
    if len(digits) < 7:
        return "*" * len(digits)
    return f"{digits[:3]}****{digits[-4:]}"


def fold(text: str) -> str:
    """One form for comparing: full width to half width, outer and repeated spaces gone."""
    return re.sub(r"\s+", " ", unicodedata.normalize("NFKC", text)).strip()
