"""The report that the project comes from, where it lies beside the checkout; only its facts stand here."""

import os
from datetime import date
from pathlib import Path

from tests.archive.samples import facts_in, value
from yixian.archive import read

SEED = Path(__file__).resolve().parents[3] / "shared" / "seed" / "000_ef9ff4a3b35431f2.txt"

if os.environ.get("CI") == "true" or SEED.exists():

    def test_seed_meeting():
        """Day, host, venue, number, process and representative of the meeting."""
        (meeting,) = read(SEED.read_bytes()).meetings
        assert (value(meeting.date), value(meeting.host), value(meeting.venue_kind)) == (
            date(2023, 2, 24),
            "青岛汉缆海洋工程装备有限公司",
            "workshop",
        )
        assert (value(meeting.participants), meeting.participants.qualifier) == (50, "exact")
        assert value(meeting.process_seen) == "电缆加工流程"
        person = meeting.representative
        assert (value(person.name), value(person.post), value(person.organisation)) == (
            "曲宝康",
            "工会副主席",
            "该集团",
        )
        assert (meeting.unions_attending, meeting.end_date, meeting.also_visited) == (None, None, ())

    def test_seed_head_and_series():
        """Title, source, day of publication, authors, organiser and what is said of the series."""
        draft = read(SEED.read_bytes())
        assert (value(draft.title), value(draft.source), value(draft.published)) == (
            "开在现场的“例会”",
            "中工网",
            date(2023, 3, 3),
        )
        assert [(a.name.value, a.role) for a in draft.authors] == [
            ("张嫱", "reporter"),
            ("黄沁", "correspondent"),
            ("蔺凯伊", "editor"),
        ]
        assert (value(draft.organiser), value(draft.area)) == ("崂山区总工会", "青岛市崂山区")
        series = draft.series
        assert (value(series.method_name), value(series.name)) == ("一线工作法", "区直工会主席例会")
        assert (value(series.cadence), value(series.host_rule)) == ("monthly", "one_enterprise")
        assert (value(series.member_unions), value(series.since_year)) == (42, 2022)

    def test_seed_hosts_kinds_topics_quotes_people():
        """Everything else that the report states, and nothing besides."""
        draft = read(SEED.read_bytes())
        assert [(e.host.value, value(e.year)) for e in draft.earlier_hosts] == [
            ("青岛迪爱生精细化学有限公司", 2022),
            ("中粮可口可乐饮料(山东)有限公司", 2022),
        ]
        assert [k.value for k in draft.venue_kinds] == [
            "museum",
            "research_institute",
            "subdistrict",
            "workshop",
        ]
        assert [t.value for t in draft.topics] == [
            "job_skills_practice",
            "union_services",
            "business_management",
            "standardised_management",
            "company_culture",
            "team_building",
        ]
        assert [(q.kind, [s.value for s in q.subjects], q.speaker) for q in draft.quotes] == [
            ("open_question", ["job_skills_practice"], None),
            (
                "experience_to_borrow",
                ["screened_zones", "tidy_site", "undisturbed_work", "confidentiality"],
                None,
            ),
        ]
        assert [(p.name.value, value(p.post), value(p.organisation)) for p in draft.people] == [
            ("曲宝康", "工会副主席", "该集团"),
            ("孙雪梅", "女职工委员会主任", "青岛鸿泰大厦工会联合会"),
            ("栾绍刚", "党组书记、常务副主席", "崂山区总工会"),
        ]
        (offer,) = draft.host_offers
        assert (value(offer.speaker), value(offer.organisation)) == ("孙雪梅", "青岛鸿泰大厦工会联合会")

    def test_seed_leaves_to_a_person_what_it_does_not_say():
        """The pointer to the group, the open list, the unnamed speakers and the offer are asked."""
        asked = [(q.field, q.code) for q in read(SEED.read_bytes()).open_questions]
        assert asked == [
            ("meetings[0].representative.organisation", "points_back"),
            ("earlier_hosts", "list_goes_on"),
            ("quotes[0].speaker", "speaker_not_named"),
            ("quotes[1].speaker", "speaker_not_named"),
            ("host_offers[0]", "whose_offer"),
        ]

    def test_seed_facts_stand_in_it():
        """Every fact's original words are in the file itself, letter by letter, or in repaired words."""
        text = SEED.read_text(encoding="utf-8")
        missing = [
            fact.note
            for fact in facts_in(read(SEED.read_bytes()))
            if fact.original not in text and fact.note != "in_repaired_text"
        ]
        assert missing == []
