"""Importing a roster: a dry run first, all or nothing, twice changes nothing, and out comes what went in."""

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from hypothesis.extra.django import TestCase

from tests import factories
from yixian.documents.roster_parse import parse
from yixian.documents.roster_read import read_rows
from yixian.documents.roster_sample import sample_csv, sample_rows, sample_workbook
from yixian.documents.roster_units import Known
from yixian.documents.roster_write import lines_of
from yixian.web.accounts.actions.roster import (
    accept_roster,
    draft_from_rows,
    draft_roster,
    drop_roster,
    export_roster,
)
from yixian.web.accounts.models import Person
from yixian.web.accounts.roster.current import held_by
from yixian.web.accounts.roster.numbers import counts, does_something
from yixian.web.accounts.roster.words import sentence_of
from yixian.web.organisations.models import Member, Need, Strength, Subdistrict, Topic, Venue
from yixian.web.shared.errors import DomainError, Refused
from yixian.web.shared.models import AuditEntry


def row(name="甲厂工会", **cells):
    return {"name": name, **cells}


@pytest.fixture
def draft(officer):
    """A dry run of some rows (column key to text)."""

    def drafted(*rows):
        return draft_from_rows(by=officer, file_name="花名册.xlsx", rows=list(rows))

    return drafted


@pytest.fixture
def bring_in(draft, officer):
    """Draft and accept."""
    return lambda *rows: accept_roster(by=officer, draft=draft(*rows))


def codes(dry_run):
    return [(problem["row"], problem["code"], problem["level"]) for problem in dry_run.problems]


def test_sample_becomes_members_people_venues_and_topics(bring_in, district):
    bring_in(*sample_rows())
    assert [m.objects.filter(federation=district).count() for m in (Member, Subdistrict, Topic)] == [42, 5, 8]
    assert [m.objects.filter(federation=district).count() for m in (Strength, Need)] == [84, 84]
    member = Member.objects.get(name="甲一精密机械有限公司工会")
    assert (member.short_name, member.industry, member.workers) == ("甲一精密机械", "manufacturing", 80)
    assert (str(member.latitude), str(member.joined_on), member.subdistrict.name) == (
        "34.918000", "2004-01-01", "东示街道",
    )  # fmt: skip
    chair, second = member.people.all()
    assert (chair.name, chair.post, chair.phone, chair.pinyin) == (
        "张甲",
        "chair",
        "13800000001",
        "zhang1 jia3",
    )
    assert (second.name, second.post, second.duty, second.login) == ("李甲", "vice_chair", "member", None)
    venue = Venue.objects.get(member=member)
    assert (venue.name, venue.kind, venue.capacity, venue.gear) == (
        "总装车间",
        "workshop",
        40,
        "安全帽、防砸鞋",
    )
    assert Person.objects.filter(federation=district, post="chair").count() == 42


def test_dry_run_changes_nothing(draft):
    dry_run = draft(*sample_rows())
    assert (Member.objects.count(), Person.objects.filter(member__isnull=False).count()) == (0, 0)
    assert counts(dry_run.steps) == {
        "units_add": 42, "units_change": 0, "units_same": 0, "people_add": 126, "people_change": 0, "people_same": 0,
        "venues_add": 52, "venues_change": 0, "venues_same": 0, "subdistricts_add": 5, "topics_add": 8,
    }  # fmt: skip
    assert dry_run.problems == []


def test_importing_twice_changes_nothing(bring_in, draft):
    bring_in(*sample_rows())
    again = draft(*sample_rows())
    assert (does_something(again.steps), again.problems) == (False, [])


@pytest.mark.parametrize("form", ["xlsx", "csv"])
@pytest.mark.parametrize("language", ["zh", "en"])
def test_export_gives_the_same_cells_back(bring_in, officer, form, language):
    bring_in(*sample_rows())
    content = export_roster(by=officer, form=form, language=language)
    assert lines_of(parse(read_rows(content), Known()).units) == sample_rows()
    again = draft_roster(by=officer, file_name="again", content=content)
    assert (does_something(again.steps), again.problems) == (False, [])


def test_uploaded_workbook_and_text_table_are_the_same(officer):
    drafts = [draft_roster(by=officer, file_name="f", content=c) for c in (sample_workbook(), sample_csv())]
    assert drafts[0].steps == drafts[1].steps


def test_a_file_changes_only_what_it_says(bring_in, draft, officer):
    bring_in(*sample_rows())
    before = held_by(officer.federation_id)
    dry_run = draft(
        row("甲一精密机械有限公司工会", workers="99", needs="劳动保护、企业文化"),
        row("甲一精密机械有限公司工会", person="李甲", phone="13800009999"),
    )
    unit = dry_run.steps["units"][0]
    assert (unit["do"], unit["changes"]) == (
        "change", [["workers", "80", "99"], ["needs", "女职工工作、劳动保护", "劳动保护、企业文化"]],
    )  # fmt: skip
    assert unit["people"][0]["changes"] == [["phone", "13800000002", "13800009999"]]
    assert (unit["left"], len(dry_run.steps["left"])) == (["张甲", "总装车间"], 41)
    accept_roster(by=officer, draft=dry_run)
    after = held_by(officer.federation_id)
    name = next(iter(before.units))
    assert after.units[name].cells == {
        **before.units[name].cells,
        "workers": "99",
        "needs": "劳动保护、企业文化",
    }
    assert [p.cells["phone"] for p in after.units[name].people] == ["13800000001", "13800009999"]
    assert {k: v for k, v in after.units.items() if k != name} == {
        k: v for k, v in before.units.items() if k != name
    }


def test_accepting_is_refused_after_a_change_underneath(draft, officer, district):
    dry_run = draft(row())
    factories.member(district, "乙厂工会")
    with pytest.raises(DomainError, match="changed since"):
        accept_roster(by=officer, draft=dry_run)
    assert Member.objects.filter(name="甲厂工会").count() == 0


def test_accepting_is_all_or_nothing(draft, officer, monkeypatch):
    dry_run = draft(row(person="张甲"), row("乙厂工会"))
    dry_run.steps["units"][1]["changes"].append(["joined_on", "", "no day"])
    dry_run.save()
    with pytest.raises(ValueError, match="no day"):
        accept_roster(by=officer, draft=dry_run)
    dry_run.refresh_from_db()
    assert (Member.objects.count(), dry_run.state, AuditEntry.objects.latest("serial").verb) == (
        0, "draft", "accounts.draft_roster",
    )  # fmt: skip


def test_a_draft_is_decided_once(bring_in, officer):
    done = bring_in(row())
    for decide in (accept_roster, drop_roster):
        with pytest.raises(DomainError, match="decided"):
            decide(by=officer, draft=done)


def test_a_file_with_errors_is_not_accepted(draft, officer):
    dry_run = draft(row(workers="viele"))
    with pytest.raises(DomainError, match="Correct the errors"):
        accept_roster(by=officer, draft=dry_run)


def test_accepting_and_dropping_leave_no_phones_in_the_draft(draft, bring_in, officer):
    done = bring_in(row(person="张甲", phone="13800001234"))
    assert done.steps["units"][0]["people"][0]["changes"] == [["phone", "", "138****1234"]]
    assert (
        drop_roster(by=officer, draft=draft(row("乙厂工会", person="李乙", phone="13800001235"))).steps == {}
    )


def test_accepting_is_written_down(bring_in, officer):
    bring_in(row(person="张甲", phone="13800001234"))
    entry = AuditEntry.objects.latest("serial")
    assert (entry.verb, entry.actor_id, entry.changes) == (
        "accounts.accept_roster", officer.pk,
        {"state": ["draft", "accepted"], "units_add": [0, 1], "people_add": [0, 1]},
    )  # fmt: skip


def test_names_that_cannot_be_matched_stop_the_import(draft, district):
    member = factories.member(district, "甲厂工会")
    factories.cadre(member, "张甲")
    factories.cadre(member, "张甲")
    factories.cadre(member, "李乙", is_active=False)
    dry_run = draft(row(person="张甲"), row(person="李乙"))
    assert codes(dry_run) == [(2, "ambiguous_person", "error"), (3, "disabled_person", "error")]


def test_second_chair_beside_the_one_on_record(draft, district):
    member = factories.member(district, "甲厂工会")
    factories.cadre(member, "张甲", post="chair")
    assert codes(draft(row(person="李乙", post="主席"))) == [(2, "chair_exists", "error")]
    handed_over = draft(row(person="李乙", post="主席"), row(person="张甲", post="委员"))
    assert codes(handed_over) == []


def test_lookalikes_and_shared_phones_are_remarked_on(draft, district):
    member = factories.member(district, "甲一精密机械有限公司工会")
    factories.cadre(member, "张甲", phone="13800001234")
    dry_run = draft(
        row("甲一精密机械公司工会", person="李乙", phone="13800001234"), row("甲一精密机械有限公司")
    )
    assert codes(dry_run) == [(2, "phone_shared", "notice"), (3, "like_another", "notice")]


def test_titles_made_by_hand_do_not_show_as_changes(draft, district):
    member = factories.member(district, "甲厂工会", short_name="甲 厂", address="一路\n1号", note="a  b")
    factories.cadre(member, "张 甲", post="chair", post_title="工会主席", phone="+86 13800001234")
    held = held_by(district.pk)
    assert not does_something(draft(*lines_of(held.units.values())).steps)


def test_new_venue_without_a_kind_is_guessed_by_its_name(bring_in):
    bring_in(row(venue="第二车间"), row(venue="别的地方"))
    assert list(Venue.objects.order_by("pk").values_list("kind", flat=True)) == ["workshop", "other"]


def test_every_problem_has_a_sentence_without_gaps(draft):
    dry_run = draft(
        row(subdistrict="东", workers="x", latitude="x", person="张甲", phone="1"), {"industry": "食品"}
    )
    texts = [sentence_of(problem) for problem in dry_run.problems]
    assert len(texts) == 4
    assert not any("%(" in text for text in texts)


def test_only_the_office_imports_and_exports(chair, auditor, stranger, draft):
    for person in (chair, auditor):
        with pytest.raises(Refused):
            draft_roster(by=person, file_name="f", content=sample_csv())
        with pytest.raises(Refused):
            export_roster(by=person, form="xlsx", language="zh")
    with pytest.raises(Refused):
        accept_roster(by=stranger, draft=draft(row()))


CELLS = st.dictionaries(
    st.sampled_from(
        ["short_name", "industry", "subdistrict", "workers", "note", "person", "post", "phone", "venue"]
    ),
    st.one_of(
        st.text(max_size=6),
        st.sampled_from(["食品", "主席", "副主席", "张甲", "李乙", "12", "13800001234", "车间"]),
    ),
    max_size=6,
)


class AnyRows(TestCase):
    """Whatever the cells hold: it is refused with reasons, or taken, and then there is nothing left to do."""

    @settings(max_examples=40, deadline=None)
    @given(st.lists(st.tuples(st.sampled_from(["甲厂工会", "乙厂工会", ""]), CELLS), max_size=5))
    def test_import_then_export_then_import_is_the_identity(self, pairs):
        owner = factories.federation("任意总工会")
        officer = factories.office(owner)
        rows = [{"name": name, **cells} for name, cells in pairs]
        first = draft_from_rows(by=officer, file_name="f", rows=rows)
        if first.errors or not does_something(first.steps):
            return
        accept_roster(by=officer, draft=first)
        again = draft_from_rows(by=officer, file_name="f", rows=rows)
        assert not does_something(again.steps)
        content = export_roster(by=officer, form="csv", language="zh")
        out = draft_roster(by=officer, file_name="f", content=content)
        assert (does_something(out.steps), out.errors) == (False, [])
