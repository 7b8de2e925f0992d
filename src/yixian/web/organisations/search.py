"""Finding names as people type them: characters, pinyin with or without spaces, or the initials of pinyin."""

import re

from django.db.models import Q

from yixian.web.shared.text import fold

LETTERS = re.compile(r"[a-z ]+")
MOST = 40


def name_matches(text: str, *fields: str, pinyin: str = "pinyin") -> Q:
    """Rows in which a field contains the text, or whose pinyin reads like it.

    “jiayi”, “jia yi” and “jy” all find 甲一, whose key is “jia3 yi1”.
    """
    wanted = fold(text)[:MOST]
    query = Q()
    for field in fields:
        query |= Q(**{f"{field}__icontains": wanted})
    bare = wanted.lower()
    if LETTERS.fullmatch(bare):
        letters = bare.replace(" ", "")
        syllables = "[1-5 ]*".join(letters)
        initials = "[a-z]*[1-5]? ?".join(letters)
        query |= Q(**{f"{pinyin}__regex": f"(^| ){syllables}"}) | Q(
            **{f"{pinyin}__regex": f"(^| ){initials}"}
        )
    return query
