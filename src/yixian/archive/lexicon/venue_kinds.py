"""Words for the kinds of place a meeting is held in; the codes are those of the glossary's venues."""

from __future__ import annotations

VENUE_KINDS: tuple[tuple[str, tuple[str, ...]], ...] = (
    ("museum", ("博物馆", "博物院", "纪念馆", "展览馆", "陈列馆", "展示馆", "展馆", "科技馆")),
    ("research_institute", ("科研院所", "科研院校", "科研机构", "研究院", "研究所", "设计院", "实验室")),
    ("subdistrict", ("街道乡镇", "乡镇街道", "镇街", "街镇", "街道办事处", "街道", "乡镇", "社区")),
    ("workshop", ("生产车间", "加工车间", "装配车间", "总装车间", "车间", "厂房", "生产一线", "生产线")),
    ("building", ("商务楼宇", "楼宇", "写字楼", "产业园区", "产业园", "大厦")),
    ("other", ("院校", "学校", "校园", "工地", "项目现场", "港口", "码头", "医院", "商场", "田间地头")),
)
"""Code and words, longest words first within a code."""

KIND_OF_ORGANISATION = {
    "museum": "museum",
    "research_institute": "research_institute",
    "subdistrict": "subdistrict",
    "building": "building",
    "hospital": "other",
    "school": "other",
}
"""Kinds of organisation that settle the kind of venue when nothing else is said."""
