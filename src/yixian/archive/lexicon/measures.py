"""Words around numbers of people and unions."""

from __future__ import annotations

import re

from yixian.archive.facts import Qualifier

PEOPLE_UNITS = "名|位|人次|人"
PEOPLE_NOUNS = re.compile(
    r"^[^,。;、0-9]{0,12}?(?:干部|主席|代表|职工|负责人|人员|人(?=参|到|出|一|在|走|前|观|,|。|;|$)|会员|骨干|工作者|委员|员工|同志|嘉宾)"
)
PEOPLE_VERBS = re.compile(
    r"参加|参会|参与|出席|到场|参观|观摩|走进|来到|前往|一行|交流|座谈|学习|到会|与会|齐聚|组织"
)

UNION_UNITS = "个|家"
UNION_NOUNS = re.compile(
    r"^[^,。;、0-9“”]{0,6}?(?:直属工会|区直工会|市直工会|县直工会|基层工会|企业工会|成员单位|会员单位|镇街工会|街道工会|直属基层工会|工会组织|工会|工联会)"
)

BEFORE: tuple[tuple[str, Qualifier], ...] = (
    ("约", "about"), ("大约", "about"), ("近", "nearly"), ("将近", "nearly"), ("接近", "nearly"), ("超过", "more_than"),
    ("超", "more_than"), ("逾", "more_than"), ("至少", "more_than"), ("不少于", "more_than"), ("上", "about"),
)  # fmt: skip
AFTER: tuple[tuple[str, Qualifier], ...] = (
    ("余", "more_than"),
    ("多", "more_than"),
    ("来", "about"),
    ("左右", "about"),
)
"""Words before and after a number, and how they limit it."""
