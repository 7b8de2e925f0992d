"""Words for the choices in a roster: code, Chinese, English, and what else people write."""

from difflib import get_close_matches

from yixian.documents.roster_columns import folded

Words = dict[str, tuple[str, str, tuple[str, ...]]]

INDUSTRIES: Words = {
    "manufacturing": ("制造业", "manufacturing", ("制造", "机械", "机械制造", "装备制造", "工业", "生产制造")),
    "food": ("食品饮料", "food and drink", ("食品", "饮料", "食品业", "食品加工", "餐饮")),
    "chemicals": ("化工医药", "chemicals and medicine", ("化工", "医药", "制药", "生物医药", "chemicals")),
    "technology": ("信息技术", "information technology", ("软件", "互联网", "信息", "科技", "it", "technology")),
    "construction": ("建筑业", "construction", ("建筑", "建设", "房地产", "工程建设")),
    "trade": ("商贸物流", "trade and logistics", ("商贸", "物流", "贸易", "零售", "批发零售", "交通运输", "trade")),
    "finance": ("金融业", "finance", ("金融", "银行", "保险")),
    "culture": ("文化旅游", "culture and tourism", ("文化", "旅游", "文旅", "文体", "传媒", "culture")),
    "education": ("教育科研", "education and research", ("教育", "科研", "学校", "科研院所", "education")),
    "health": ("卫生健康", "health", ("卫生", "医疗", "医院", "健康")),
    "public": ("公共服务", "public service", ("机关", "事业单位", "公共", "机关事业", "市政", "public")),
    "other": ("其他", "other", ("其它", "其他行业")),
}  # fmt: skip

VENUE_KINDS: Words = {
    "workshop": ("车间", "workshop", ("厂房", "生产车间", "工厂", "生产线", "factory")),
    "museum": ("博物馆", "museum", ("展馆", "展览馆", "纪念馆", "展厅")),
    "institute": ("科研院所", "research institute", ("研究院", "研究所", "实验室", "科研机构", "institute")),
    "subdistrict": ("街道乡镇", "subdistrict or township", ("街道", "乡镇", "社区", "镇街", "subdistrict")),
    "building": ("楼宇", "office building", ("写字楼", "办公楼", "会议室", "building", "office")),
    "other": ("其他场地", "other venue", ("其他", "其它", "other")),
}  # fmt: skip

POSTS: Words = {
    "chair": ("主席", "chair", ("工会主席", "chairperson")),
    "vice_chair": ("副主席", "vice-chair", ("工会副主席", "vice chair")),
    "women": (
        "女职工委员会主任",
        "women workers' committee director",
        ("女工主任", "女工委主任", "女职工主任"),
    ),
    "committee": ("委员", "committee member", ("工会委员", "committee")),
    "officer": ("干事", "officer", ("工会干事",)),
}

YES_NO: Words = {
    "yes": ("是", "yes", ("在册", "有效", "正常", "y", "true", "1", "√")),
    "no": ("否", "no", ("停用", "不在册", "已退出", "退出", "n", "false", "0", "×")),
}

_TABLES: dict[int, dict[str, str]] = {}
CHOICES = {"industry": INDUSTRIES, "kind": VENUE_KINDS, "post": POSTS, "is_active": YES_NO}


def word(words: Words, code: str, language: str) -> str:
    """A code as it is written in a language."""
    zh, en, _ = words[code]
    return zh if language == "zh" else en


def code_of(words: Words, text: str) -> str | None:
    """The code that a text means, or None."""
    table = _TABLES.get(id(words)) or _TABLES.setdefault(id(words), _table(words))
    return table.get(folded(text))


def _table(words: Words) -> dict[str, str]:
    """Every way to write each code, folded; the first code to claim one keeps it."""
    table: dict[str, str] = {}
    for code, (zh, en, synonyms) in words.items():
        for each in (code, zh, en, *synonyms):
            table.setdefault(folded(each), code)
    return table


def shown_as(key: str, text: str, language: str = "zh") -> str:
    """A value of a column as people write it in a language; a title that is no plain post stays as it is."""
    words = CHOICES.get(key)
    if words is None:
        return text
    code = code_of(words, text) if key == "post" else text
    return word(words, code, language) if code in words else text


def nearest(text: str, known: list[str]) -> str:
    """The known word most like a text, or nothing when none is alike."""
    by_fold = {folded(each): each for each in known}
    close = get_close_matches(folded(text), list(by_fold), n=1, cutoff=0.5)
    return by_fold[close[0]] if close else ""


def nearest_word(words: Words, text: str, language: str = "zh") -> str:
    """The nearest choice as it is written, whichever of its names was meant."""
    names = {name: code for code, (zh, en, synonyms) in words.items() for name in (zh, en, *synonyms)}
    close = nearest(text, list(names))
    return word(words, names[close], language) if close else ""


def post_of(title: str) -> str:
    """The post that a title stands for: an exact one, else the one whose word it contains, else officer."""
    exact = code_of(POSTS, title)
    if exact:
        return exact
    for sign, code in (("副主席", "vice_chair"), ("女", "women"), ("主席", "chair"), ("委员", "committee")):
        if sign in title:
            return code
    lowered = title.casefold()
    signs = (("vice", "vice_chair"), ("women", "women"), ("chair", "chair"), ("committee", "committee"))
    return next((code for sign, code in signs if sign in lowered), "officer")
