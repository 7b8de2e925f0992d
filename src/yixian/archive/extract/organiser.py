"""Who organises the meetings, and the city and district it stands for."""

from __future__ import annotations

import re
from collections import Counter

from yixian.archive.clean.text import CleanText
from yixian.archive.extract.organisations import Mention
from yixian.archive.facts import Fact

_ACTS = re.compile(
    r"^[^。;!?\n]{0,30}?(?:组织|召开|举办|举行|开展|主办|探索|实施|推行|推出|建立|推进|创新|延伸|打造|启动|牵头|邀请|率队|带领)"
)
_FEDERATION = re.compile(
    r"总工会|工会联合会|联合工会|产业工会|行业工会|机关工会|[省市区县镇乡]工会|街道工会|协会|商会|联合会"
)
_UNION_BASE = re.compile(r"(?:总工会|工会工作委员会|工会)$")


def organiser(text: CleanText, mentions: tuple[Mention, ...]) -> Fact[str] | None:
    """The union that acts as organiser; without such words the one named most, and less sure."""
    unions = [m for m in mentions if m.kind in ("union", "association") and _FEDERATION.search(m.name)]
    counts = Counter(m.name for m in unions)
    acting = [m for m in unions if _ACTS.match(text.folded[m.end : m.end + 40]) and not _is_place(text, m)]
    if acting:
        best = max(acting, key=lambda m: (counts[m.name], -m.start))
        return text.words((best.start, best.end), "high" if best.sure else "medium")
    if unions:
        best = max(unions, key=lambda m: (counts[m.name], -m.start))
        return text.words((best.start, best.end), "medium", note="organiser_by_mention")
    return None


def area(text: CleanText, organiser: Fact[str] | None) -> Fact[str] | None:
    """City and district in full, where the text writes the organiser's district with its city before it."""
    if not organiser:
        return None
    base = _UNION_BASE.sub("", organiser.converted)
    if not re.search(r"[省市区县州镇乡]$|街道$", base):
        return None
    if re.search(r"市.+[区县市]$", base):
        start = text.folded.find(base)
        return text.words((start, start + len(base))) if start >= 0 else None
    match = re.search(rf"(?:[\u4e00-\u9fff]{{2,7}}省)?[\u4e00-\u9fff]{{1,5}}市{re.escape(base)}", text.folded)
    if not match:
        return None
    start = match.start() + _lead(match[0])
    return text.words((start, match.end()), "high" if start == match.start() else "medium")


def _lead(words: str) -> int:
    """How many characters before a place name are words such as 来自 or 在."""
    from yixian.archive.extract.organisations import boundary_before

    return boundary_before(words, 0, len(words))


def _is_place(text: CleanText, mention: Mention) -> bool:
    """Whether an organisation is only where somebody belongs, as in 甲区总工会党组书记."""
    return bool(
        re.match(
            r"(?:党组|党委|主席|副主席|常务|供图|相关负责人)", text.folded[mention.end : mention.end + 8]
        )
    )
