"""Text as the users' world writes it: names sorted by pinyin, phones masked, widths folded."""

import re
import unicodedata
from functools import lru_cache

# Surnames whose reading as a surname differs from the ordinary one.
SURNAMES = {
    "翟": "zhai", "曾": "zeng", "单": "shan", "仇": "qiu", "解": "xie", "查": "zha", "区": "ou", "朴": "piao",
    "任": "ren", "华": "hua", "盖": "ge", "缪": "miao", "尉": "yu", "乐": "yue", "覃": "qin", "员": "yun",
    "宓": "fu", "折": "she", "纪": "ji", "洗": "xian", "冼": "xian", "万俟": "moqi", "尉迟": "yuchi",
}  # fmt: skip


@lru_cache(maxsize=4096)
def pinyin_key(name: str, *, is_person: bool = False) -> str:
    """Letters to sort by: pinyin syllables joined by spaces, with surnames read as surnames."""
    from pypinyin import Style, lazy_pinyin

    syllables = lazy_pinyin(name, style=Style.TONE3, neutral_tone_with_five=True)
    if is_person:
        for length in (2, 1):
            reading = SURNAMES.get(name[:length])
            if reading:
                syllables = [
                    reading,
                    *lazy_pinyin(name[length:], style=Style.TONE3, neutral_tone_with_five=True),
                ]
                break
    return " ".join(syllables).lower()[:120]


def mask_phone(phone: str) -> str:
    """138****8000: enough to recognise, too little to call."""
    digits = phone.strip()
    if len(digits) < 7:
        return "*" * len(digits)
    return f"{digits[:3]}****{digits[-4:]}"


def fold(text: str) -> str:
    """One form for comparing: full width to half width, outer and repeated spaces gone."""
    return re.sub(r"\s+", " ", unicodedata.normalize("NFKC", text)).strip()
