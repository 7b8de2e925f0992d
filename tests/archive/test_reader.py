"""Reports of many federations, wordings and forms, each read into the facts that it states."""

from datetime import date

import pytest

from tests.archive.samples import draft_of, value

MEETINGS = {
    "damaged_monthly.txt": [
        ("2024-05-31", "甲市丙某纺织机械有限公司", "workshop", 36, "织机装配工艺", "赵丙明", "工会主席"),
    ],
    "plain_quarterly.txt": [
        ("2025-04-16", "丁县民俗博物馆", "museum", 100, "展陈布置流程", "郑乙清", "馆长"),
    ],
    "page_utf8.html": [
        ("2023-11-17", "庚市辛某重工股份有限公司", "workshop", 40, "履带焊接生产线", "施乙东", "工会主席"),
    ],
    "page_gbk.html": [("2022-09-06", "子某药业有限公司", None, 60, None, None, None)],
    "pinyin_noise.txt": [
        ("2024-03-12", "卯某材料研究院", "research_institute", 52, None, "魏甲安", "工会主席"),
    ],
    "street_visit.txt": [
        ("2020-12-30", "巳某物流有限公司", "workshop", 120, "自动分拣生产线", "陶甲明", "副总经理、工会主席"),
    ],
    "no_year.txt": [(None, "未某家具有限公司", None, 18, "木工加工流程", "姜乙民", "行政部部长")],
    "vague_day.txt": [(None, "戌某港务集团有限公司", None, 25, None, "戚甲海", "党委副书记、工会主席")],
    "several_meetings.txt": [
        ("2023-01-13", "子某印务有限公司", None, 35, "印刷流程", None, None),
        ("2023-03-10", "丑某医院", "other", 32, None, None, None),
        ("2023-06-09", "寅某乳业有限公司", None, 40, None, None, None),
    ],
    "full_width.txt": [("2024-05-08", "辰某汽车零部件有限公司", "workshop", 86, None, None, None)],
    "wrapped_mail.txt": [("2022-03-29", "午某电梯有限公司", None, 45, None, "谢甲林", "工会主席")],
    "byline_author.txt": [
        ("2025-06-18", "丙某新能源科技股份有限公司", None, 32, "电池组装流程", None, None),
    ],
    "quarter_meeting.txt": [
        ("2023-09-27", "丑某港口集团", "other", None, None, "单丙伟", "党委副书记、工会主席"),
    ],
    "no_place.txt": [],
    "chaired.txt": [
        ("2025-02-27", "乙某酿酒股份有限公司", "workshop", 70, "固态发酵流程", "欧阳丙", "工会主席"),
    ],
    "traditional_page.html": [("2024-10-18", "辛某装备制造有限公司", None, 20, None, "于甲", "工会主席")],
    "conflict.txt": [("2023-05-24", "申某大厦", "building", 33, None, None, None)],
}

HEADS = {
    "damaged_monthly.txt": ("把例会搬上流水线", "样例工会网", "2024-06-07", "乙区总工会"),
    "plain_quarterly.txt": (
        "丁县总工会：季度观摩会开进了博物馆",
        "丁县工人之声",
        "2025-04-18",
        "丁县总工会",
    ),
    "page_utf8.html": ("庚市总工会把现场会开到车间", "样例新闻网", "2023-11-20", "庚市总工会"),
    "page_gbk.html": ("观摩学习促提升", "样例区总工会", "2022-09-09", "样例区总工会"),
    "pinyin_noise.txt": ("寅区总工会现场例会走进研究院", "寅区工会在线", "2024-03-15", "寅区总工会"),
    "street_visit.txt": ("辰街道总工会组织互学互鉴", None, "2021-12-03", "辰街道总工会"),
    "no_year.txt": ("午区工会干部走进企业", None, None, "午区总工会"),
    "vague_day.txt": ("申市总工会赴外地学习", "申市工运", "2020-10-12", "申市总工会"),
    "several_meetings.txt": ("亥区总工会上半年现场例会回顾", "亥区总工会", "2023-07-05", "亥区总工会"),
    "full_width.txt": ("卯市总工会现场推进会召开", "卯市日报", "2024-05-10", "卯市总工会"),
    "wrapped_mail.txt": ("现场例会情况", "巳区总工会", "2022-04-02", "巳区总工会"),
    "conflict.txt": ("未区总工会例会走进楼宇", "未区新闻网", "2023-05-26", "未区总工会"),
}

CHARSETS = {"page_gbk.html": "gb2312", "traditional_page.html": "big5"}


def iso(day: date | None) -> str | None:
    """A day as text, or None."""
    return day.isoformat() if day else None


@pytest.mark.parametrize("name", MEETINGS)
def test_meetings_of_a_report(name):
    """Day, host, venue, number, process and representative are those the report states, and no others."""
    draft = draft_of(name, CHARSETS.get(name, "utf-8"))
    found = [
        (
            iso(value(m.date)),
            value(m.host),
            value(m.venue_kind),
            value(m.participants),
            value(m.process_seen),
            value(m.representative.name) if m.representative else None,
            value(m.representative.post) if m.representative else None,
        )
        for m in draft.meetings
    ]
    assert found == MEETINGS[name]


@pytest.mark.parametrize("name", HEADS)
def test_head_of_a_report(name):
    """Title, publisher, day of publication and organiser are those the report states."""
    draft = draft_of(name, CHARSETS.get(name, "utf-8"))
    head = (value(draft.title), value(draft.source), iso(value(draft.published)), value(draft.organiser))
    assert head == HEADS[name]


def test_series_and_method_of_a_damaged_report():
    """The whole record of the report in the source's damaged form."""
    draft = draft_of("damaged_monthly.txt")
    series = draft.series
    assert (value(series.method_name), value(series.cadence), value(series.host_rule)) == (
        "流动例会",
        "monthly",
        "one_enterprise",
    )
    assert (value(series.name), value(series.member_unions), value(series.since_year)) == (
        "区直工会例会",
        28,
        2023,
    )
    assert [fact.value for fact in draft.venue_kinds] == ["museum", "research_institute", "workshop"]
    assert [(e.host.value, value(e.year)) for e in draft.earlier_hosts] == [
        ("甲市己某陶瓷有限公司", 2023),
        ("庚某轮胎(甲市)有限公司", 2023),
    ]
    assert [(q.kind, [s.value for s in q.subjects]) for q in draft.quotes] == [
        ("experience_to_borrow", ["visual_management"]),
        ("open_question", ["mentoring"]),
    ]
    assert value(draft.area) == "甲市乙区"
    assert [(a.name.value, a.role) for a in draft.authors] == [
        ("钱甲芳", "reporter"),
        ("李乙强", "correspondent"),
        ("孙戊平", "editor"),
    ]
    assert [(p.name.value, value(p.post), value(p.organisation)) for p in draft.people] == [
        ("赵丙明", "工会主席", "该公司"),
        ("周丁兰", "工会副主席", "甲市戊某食品有限公司"),
    ]


def test_names_keep_their_original_form():
    """A Traditional page gives the name in both scripts, and the numbers as they were written."""
    meeting = draft_of("damaged_monthly.txt").meetings[0]
    assert (meeting.host.original, meeting.host.converted) == (
        "甲市丙某紡織機械有限公司",
        "甲市丙某纺织机械有限公司",
    )
    assert (meeting.participants.original, meeting.participants.value) == ("三十六名", 36)


def test_repaired_words_are_less_sure():
    """Who made the offer is named in damaged bytes: repaired, said so, and not of high confidence."""
    draft = draft_of("damaged_monthly.txt")
    (offer,) = draft.host_offers
    assert (offer.speaker.value, offer.speaker.confidence, offer.speaker.note) == (
        "周丁兰",
        "medium",
        "in_repaired_text",
    )
    assert value(offer.organisation) == "甲市戊某食品有限公司"
    assert [(r.code, r.before) for r in draft.repairs] == [
        ("shifted_bytes", "?!?/p>"),
        ("shifted_bytes", "?!敝芏√m"),
        ("script", ""),
    ]


def test_hidden_parts_of_a_page_are_not_read():
    """What a page hides from its readers is no part of the report."""
    draft = draft_of("page_utf8.html")
    assert [word for word in ("虚假", "999", "癸某", "版权所有") if word in draft.text] == []


@pytest.mark.parametrize(
    ("name", "words", "qualifier"),
    [
        ("plain_quarterly.txt", "近百人", "nearly"),
        ("page_utf8.html", "40余名", "more_than"),
        ("page_gbk.html", "约60人", "about"),
        ("conflict.txt", "33人", "exact"),
    ],
)
def test_numbers_say_how_exact_they_are(name, words, qualifier):
    """约, 余 and 近 stay with the number."""
    fact = draft_of(name, CHARSETS.get(name, "utf-8")).meetings[0].participants
    assert (fact.converted, fact.qualifier) == (words, qualifier)


@pytest.mark.parametrize(
    ("name", "asked"),
    [
        ("no_year.txt", ("meetings[0].date", "year_missing", ("8月9日",))),
        ("vague_day.txt", ("meetings[0].date", "day_vague", ("日前",))),
        ("conflict.txt", ("meetings[0].participants", "several_numbers", ("30名", "33人"))),
        ("damaged_monthly.txt", ("meetings[0].representative.organisation", "points_back", ("该公司",))),
        (
            "page_gbk.html",
            ("meetings[0].host", "several_hosts", ("子某药业有限公司", "丑某电子科技有限公司")),
        ),
    ],
)
def test_what_is_uncertain_is_asked(name, asked):
    """A missing year, a vague day, two numbers, a pointer, two places: a person decides."""
    draft = draft_of(name, CHARSETS.get(name, "utf-8"))
    assert [q for q in ((o.field, o.code, o.found) for o in draft.open_questions) if q == asked] == [asked]


def test_inferred_year_says_where_it_comes_from():
    """The year of 5月31日 comes from the day of publication, that of 1月13日 is less sure."""
    near = draft_of("damaged_monthly.txt").meetings[0].date
    far = draft_of("several_meetings.txt").meetings[0].date
    assert (near.basis, near.confidence, near.note) == ("inferred", "high", "year_from_publication_date")
    assert (far.basis, far.confidence, far.note) == ("inferred", "medium", "year_from_publication_date")


def test_speaker_after_the_quotation():
    """The person who is said to have said it is the speaker; with nobody named there is none."""
    assert value(draft_of("plain_quarterly.txt").quotes[0].speaker) == "冯丙立"
    assert value(draft_of("page_utf8.html").quotes[0].speaker) == "孔丙兰"
    assert value(draft_of("damaged_monthly.txt").quotes[0].speaker) is None


def test_hosts_of_earlier_meetings_in_a_list():
    """A list of places already visited gives each of them, and no year that the text does not tell."""
    assert [(e.host.value, e.year) for e in draft_of("chaired.txt").earlier_hosts] == [
        ("丁某钢铁有限公司", None),
        ("戊县烟草仓储中心", None),
        ("己某大学", None),
    ]


def test_short_form_of_the_federation_is_left_to_a_person():
    """市总工会 points back; it is never taken for the host's side."""
    draft = draft_of("chaired.txt")
    assert [(p.name.value, value(p.organisation), p.organisation.note) for p in draft.people] == [
        ("邵甲青", "市总工会", "points_back"),
        ("欧阳丙", "乙某酿酒股份有限公司", ""),
    ]


def test_ambiguous_character_in_a_name_is_asked():
    """於 may stay as it is in a surname: the converted name is offered, and a person decides."""
    draft = draft_of("traditional_page.html", "big5")
    (question,) = [q for q in draft.open_questions if q.code == "ambiguous_script"]
    assert (question.field, question.found) == ("people[0].name", ("於甲", "于甲"))
