"""The columns of a roster: keys, headers in both languages, other names people give them."""

import re
import unicodedata
from dataclasses import dataclass


@dataclass(frozen=True)
class Column:
    """One column.

    `of` tells what a cell belongs to: the member, a person or a venue in the same row. `kind` is text,
    whole, degrees, day, phone, email, choice or topics. `limit` is the longest text that is taken.
    """

    key: str
    zh: str
    en: str
    of: str = "member"
    kind: str = "text"
    limit: int = 200
    width: int = 12
    synonyms: tuple[str, ...] = ()

    def header(self, language: str) -> str:
        """What stands above the column."""
        return self.zh if language == "zh" else self.en


COLUMNS = (
    Column("name", "单位名称", "Member union", limit=100, width=34, synonyms=(
        "单位", "单位全称", "全称", "工会名称", "成员单位", "基层工会", "区直工会", "企业名称", "member", "union",
        "organisation", "organization", "unit")),
    Column("short_name", "简称", "Short name", limit=40, width=14, synonyms=("单位简称", "short")),
    Column("industry", "行业", "Industry", kind="choice", width=12, synonyms=("所属行业", "行业类别", "sector")),
    Column("subdistrict", "街道", "Subdistrict", kind="choice", limit=40, width=12, synonyms=(
        "街道乡镇", "所属街道", "所在街道", "镇街", "街镇", "street", "township")),
    Column("address", "地址", "Address", width=28, synonyms=("单位地址", "详细地址", "通讯地址")),
    Column("latitude", "纬度", "Latitude", kind="degrees", width=11, synonyms=("北纬", "lat")),
    Column("longitude", "经度", "Longitude", kind="degrees", width=11, synonyms=("东经", "lon", "lng")),
    Column("workers", "职工人数", "Workers", kind="whole", width=10, synonyms=(
        "职工数", "员工人数", "员工数", "人数", "employees", "staff")),
    Column("joined_on", "加入日期", "Joined on", kind="day", width=12, synonyms=("加入时间", "入会日期", "joined")),
    Column("is_active", "在册", "Active", kind="choice", width=8, synonyms=("是否在册", "状态", "status")),
    Column("strengths", "特长", "Strengths", kind="topics", width=22, synonyms=(
        "可分享主题", "优势", "擅长", "strength")),
    Column("needs", "需求", "Needs", kind="topics", width=22, synonyms=("想学主题", "学习需求", "need")),
    Column("note", "备注", "Note", limit=2000, width=24, synonyms=("说明", "remarks", "notes", "comment")),
    Column("person", "姓名", "Person", of="person", limit=40, width=10, synonyms=(
        "干部姓名", "干部", "联系人", "联系人姓名", "cadre", "full name", "contact")),
    Column("post", "职务", "Post", of="person", limit=60, width=18, synonyms=(
        "工会职务", "职位", "岗位", "position", "title")),
    Column("phone", "联系电话", "Phone", of="person", kind="phone", limit=20, width=15, synonyms=(
        "电话", "手机", "手机号", "手机号码", "联系方式", "电话号码", "mobile", "telephone", "tel")),
    Column("email", "邮箱", "E-mail", of="person", kind="email", limit=100, width=22, synonyms=(
        "电子邮箱", "电子邮件", "email address", "mail")),
    Column("venue", "场地", "Venue", of="venue", limit=100, width=18, synonyms=("场地名称", "例会场地", "venue name")),
    Column("kind", "场地类型", "Venue kind", of="venue", kind="choice", width=12, synonyms=(
        "场地类别", "场所类型", "kind", "type")),
    Column("capacity", "容纳人数", "Capacity", of="venue", kind="whole", width=10, synonyms=(
        "可容纳人数", "容量", "seats")),
    Column("gear", "防护装备", "Protective gear", of="venue", width=20, synonyms=(
        "防护用品", "劳保用品", "安全装备", "gear")),
)  # fmt: skip

# Columns that are understood but never written: a member's chair in a column of its own, and a list of others.
ALSO_READ = (
    Column(
        "chair",
        "主席",
        "Chair",
        of="person",
        limit=40,
        synonyms=("工会主席", "主席姓名", "chair name", "chairman"),
    ),
    Column("others", "其他干部", "Other cadres", of="person", limit=400, synonyms=("其他人员", "others")),
)

BY_KEY = {column.key: column for column in (*COLUMNS, *ALSO_READ)}


def folded(text: str) -> str:
    """One form of a header or a name for comparing: width, case, spaces and brackets do not matter."""
    text = unicodedata.normalize("NFKC", text).casefold()
    return re.sub(r"[\s\u200b\ufeff·•*＊:：、,，。\-_/()（）\[\]【】“”\"']+", "", text)


def _names() -> dict[str, str]:
    table: dict[str, str] = {}
    for column in BY_KEY.values():
        for name in (column.zh, column.en, column.key, *column.synonyms):
            table.setdefault(folded(name), column.key)
    return table


NAMES = _names()


def key_of(header: str) -> str | None:
    """The column that a header means; remarks such as （必填） do not matter. None when it is not known."""
    bare = re.sub(r"[（(\[【][^）)\]】]*[）)\]】]", "", header)
    return NAMES.get(folded(header)) or NAMES.get(folded(bare))
