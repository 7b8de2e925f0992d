"""A roster of an evidently made-up district: 示例区, 42 member unions, places in the open sea, 1380000 phones.

Made by rule, without chance: the same rows on every machine and at every call.
"""

from collections.abc import Iterator
from functools import cache
from itertools import count

from yixian.documents.roster_units import Part, Unit
from yixian.documents.roster_words import POSTS, word
from yixian.documents.roster_write import lines_of, roster_csv, roster_xlsx

DISTRICT = "示例区"
SUBDISTRICTS = ("东示街道", "西示街道", "南示街道", "北示街道", "中示街道")
TOPICS = (
    "岗位练兵", "规范化管理", "企业文化", "队伍建设", "女职工工作", "劳动保护", "民主管理", "职工服务",
)  # fmt: skip
STEMS = "甲乙丙丁戊己庚辛壬癸"
FAMILIES = "张李王赵陈刘杨黄周吴徐孙胡朱高林何郭马罗"
NUMBERS = "一二三四五六"
CENTRE = (35.0, 125.0)

# What each made-up unit is: the trade in its name, its industry, venue kinds and what is worn there.
TRADES = (
    ("精密机械有限公司", "manufacturing", "总装车间", "workshop", "安全帽、防砸鞋"),
    ("食品有限公司", "food", "灌装车间", "workshop", "一次性帽、鞋套"),
    ("化工有限公司", "chemicals", "中控车间", "workshop", "安全帽、护目镜"),
    ("软件有限公司", "technology", "研发楼", "building", ""),
    ("建设有限公司", "construction", "装配式构件车间", "workshop", "安全帽、反光背心"),
    ("物流有限公司", "trade", "分拣中心", "other", "反光背心"),
    ("银行股份有限公司", "finance", "营业楼", "building", ""),
    ("博物馆", "culture", "主展厅", "museum", ""),
    ("研究所", "education", "材料实验室", "institute", "护目镜、白大褂"),
    ("医院", "health", "门诊楼会议室", "building", "口罩"),
)
SECOND_VENUES = (("职工之家", "other", "60"), ("培训中心", "building", "80"), ("荣誉陈列室", "museum", "40"))
TITLES = ("vice_chair", "women", "committee", "officer")
SIZE = 42


def sample_units() -> list[Unit]:
    """The 42 units with their people and venues."""
    phones = (f"1380000{number:04d}" for number in count(1))
    names = iter(f"{family}{stem}" for stem in STEMS for family in FAMILIES)
    return [_unit(number, names, phones) for number in range(SIZE)]


def _unit(number: int, names: Iterator[str], phones: Iterator[str]) -> Unit:
    stem, numeral = STEMS[number % len(STEMS)], NUMBERS[number // len(STEMS)]
    is_office = number >= SIZE - 2
    trade, industry, venue, kind, gear = TRADES[(number * 3 + number // 10) % len(TRADES)]
    if is_office:
        trade, industry, venue, kind, gear = "街道办事处", "public", "党群服务中心", "subdistrict", ""
    short = f"{stem}{numeral}{_short(trade)}"
    cells = {
        "name": f"{stem}{numeral}{trade}工会",
        "short_name": short,
        "industry": industry,
        "subdistrict": SUBDISTRICTS[number % len(SUBDISTRICTS)],
        "address": f"{DISTRICT}{SUBDISTRICTS[number % len(SUBDISTRICTS)]}示范路{number * 2 + 1}号",
        "latitude": _degrees(CENTRE[0] + ((number * 37) % 83 - 41) / 500),
        "longitude": _degrees(CENTRE[1] + ((number * 53) % 89 - 44) / 400),
        "workers": str(80 + (number * 211) % 1900),
        "joined_on": f"{2004 + number % 18}-{number % 12 + 1:02d}-{number % 27 + 1:02d}",
        "is_active": "yes",
        "strengths": "、".join(_topics(number, 2, 1)),
        "needs": "、".join(_topics(number, 2, 4)),
    }
    if number % 9 == 4:
        cells["note"] = "示例数据：每月下旬生产较忙"
    return Unit(number + 2, cells, _people(number, names, phones), _venues(number, venue, kind, gear))


def _people(number: int, names: Iterator[str], phones: Iterator[str]) -> list[Part]:
    """The chair and one to three others."""
    posts = ["chair", *(TITLES[(number + step) % len(TITLES)] for step in range(1 + number % 3))]
    return [
        Part(0, {"person": next(names), "post": word(POSTS, post, "zh"), "phone": next(phones)})
        for post in posts
    ]


def _venues(number: int, venue: str, kind: str, gear: str) -> list[Part]:
    """Most have one venue, every third a second, every fourteenth none."""
    if number % 14 == 13:
        return []
    cells = {"venue": venue, "kind": kind, "capacity": str(40 + (number * 7) % 50)}
    venues = [Part(0, cells | ({"gear": gear} if gear else {}))]
    if number % 3 == 1:
        name, second, room = SECOND_VENUES[number // 3 % len(SECOND_VENUES)]
        venues.append(Part(0, {"venue": name, "kind": second, "capacity": room}))
    return venues


def _topics(number: int, how_many: int, shift: int) -> list[str]:
    """Some topics in the order of the list; what a unit shows is never what it needs."""
    chosen = {(number * 3 + shift + step) % len(TOPICS) for step in range(how_many)}
    return [TOPICS[each] for each in sorted(chosen)]


def _short(trade: str) -> str:
    return trade.removesuffix("股份有限公司").removesuffix("有限公司")


def _degrees(value: float) -> str:
    return f"{value:.6f}".rstrip("0").rstrip(".")


def sample_rows() -> list[dict[str, str]]:
    """The sample as rows: column key to text, in the order of the sheet (see `roster_columns.COLUMNS`)."""
    return lines_of(sample_units())


@cache
def sample_workbook(language: str = "zh") -> bytes:
    """The sample as an XLSX file, which also serves as the template; the same for all, so it is made once."""
    return roster_xlsx(sample_units(), language)


def sample_csv() -> bytes:
    """The sample as a CSV file."""
    return roster_csv(sample_units())
