"""The audit trail as the office reads it."""

import ast
from pathlib import Path

import pytest
from django.utils.translation import override

from tests.guards import lift_audit_triggers
from yixian.web.accounts.actions.own import decide_pictures
from yixian.web.accounts.actions.people import change_person, erase_person
from yixian.web.accounts.audit_cli import verify_all
from yixian.web.accounts.queries.audit_rows import Reader
from yixian.web.shared.models import AuditEntry
from yixian.web.shared.trail import FIELDS, VERBS, words_of


@pytest.fixture
def trail(officer, chair):
    """Sixty entries: the chair changes a mind, the office changes the chair's record."""
    for number in range(59):
        decide_pictures(by=chair, may_be_pictured=not number % 2)
    change_person(by=officer, person=chair, values={"post": "committee", "phone": "13800001234"})
    return AuditEntry.objects.order_by("serial")


def rows(response):
    return response.context["page"].rows


def tamper(entry):
    """What a person with the database file in hands could do: the triggers are gone first."""
    lift_audit_triggers()
    AuditEntry.objects.filter(pk=entry.pk).update(actor_name="别人")


def test_entries_are_shown_newest_first_with_what_changed(signed_in, officer, chair, trail, get_page):
    page = get_page(signed_in(officer), "/accounts/audit/")
    first = rows(page)[0]
    assert (first.serial, first.who, first.label) == (60, "郑主任", "甲主席")
    assert [(c.name, c.old, c.new) for c in first.changes] == [
        ("post", "chair", "committee member"), ("phone", "", "138****1234"),
    ]  # fmt: skip
    assert "chain whole" in page.content.decode()


def test_earlier_entries_follow_without_gap(signed_in, officer, trail, get_page):
    client = signed_in(officer)
    first = get_page(client, "/accounts/audit/")
    second = get_page(client, f"/accounts/audit/?before={first.context['page'].earlier}")
    assert [row.serial for row in (*rows(first), *rows(second))] == list(range(60, 0, -1))
    assert second.context["page"].earlier is None


@pytest.mark.parametrize(
    ("query", "count"),
    [
        ("who=郑", 1), ("verb=accounts.decide_pictures", 50), ("since=2999-01-01", 0), ("until=2000-01-01", 0),
        ("since=nonsense&until=2026-13-45&before=x", 50), ("thing=organisations.member:1", 0),
    ],
)  # fmt: skip
def test_entries_are_narrowed(signed_in, officer, trail, get_page, query, count):
    assert len(rows(get_page(signed_in(officer), f"/accounts/audit/?{query}"))) == count


def test_entries_of_one_person_and_about_one_thing(signed_in, officer, chair, trail, get_page):
    client = signed_in(officer)
    assert len(rows(get_page(client, f"/accounts/audit/?person={officer.pk}"))) == 1
    assert len(rows(get_page(client, f"/accounts/audit/?thing=accounts.person:{chair.pk}"))) == 50


def test_a_tampered_entry_is_found(signed_in, officer, trail, get_page, capsys, district):
    client = signed_in(officer)
    assert verify_all() == 0
    tamper(trail[2])
    assert "chain whole" in get_page(client, "/accounts/audit/").content.decode()
    page = get_page(client, "/accounts/audit/?check=all").content.decode()
    assert ("chain broken" in page, "entry 3 was changed" in page) == (True, True)
    tamper(trail[58])
    assert "chain broken" in get_page(client, "/accounts/audit/").content.decode()
    capsys.readouterr()
    assert verify_all(district.pk) == 1
    assert capsys.readouterr().out == (
        f"federation {district.pk}: 60 entries, entry 3 was changed; entry 59 was changed\n"
    )


def test_each_federation_reads_its_own_trail(signed_in, stranger, trail, get_page):
    assert rows(get_page(signed_in(stranger), "/accounts/audit/")) == []


def test_trail_is_for_office_and_auditor(signed_in, auditor, staff, chair, get_page):
    get_page(signed_in(auditor), "/accounts/audit/")
    assert [signed_in(person).get("/accounts/audit/").status_code for person in (staff, chair)] == [403, 403]


def test_queries_do_not_grow_with_the_trail(signed_in, officer, chair, get_page):
    from tests.guards import count_queries

    client, numbers = signed_in(officer), []
    for times in (1, 40):
        for _number in range(times):
            decide_pictures(by=chair, may_be_pictured=True)
            decide_pictures(by=chair, may_be_pictured=False)
        with count_queries() as queries:
            get_page(client, "/accounts/audit/")
        numbers.append(len(queries))
    assert numbers[0] == numbers[1]


def verbs_in_the_source():
    """Every verb that is written out at a call of `audit.record`."""
    for path in Path("src/yixian/web").rglob("*.py"):
        for node in ast.walk(ast.parse(path.read_text(encoding="utf-8"))):
            if isinstance(node, ast.Call) and getattr(node.func, "attr", "") == "record":
                yield from (
                    each.value.value
                    for each in node.keywords
                    if each.arg == "verb" and isinstance(each.value, ast.Constant)
                )


def test_every_verb_has_words():
    assert sorted(set(verbs_in_the_source()) - set(VERBS)) == []


def fields_in_the_source():
    """Every field that an action writes into the trail under a name of its own."""
    for path in Path("src/yixian/web").glob("*/actions/**/*.py"):
        tree = ast.parse(path.read_text())
        named = {
            target.id: node.value
            for node in ast.walk(tree) if isinstance(node, ast.Assign)
            for target in node.targets if isinstance(target, ast.Name)
        }  # fmt: skip
        for call in (node for node in ast.walk(tree) if isinstance(node, ast.Call)):
            name = getattr(call.func, "attr", getattr(call.func, "id", ""))
            given = (
                [word.value for word in call.keywords if word.arg == "changes"] if name == "record" else []
            )
            given += call.args[1:2] if name == "set_values" else []
            for each in given:
                shown = named.get(each.id) if isinstance(each, ast.Name) else each
                keys = shown.keys if isinstance(shown, ast.Dict) else []
                yield from (key.value for key in keys if isinstance(key, ast.Constant))


def test_every_field_has_words():
    assert sorted(set(fields_in_the_source()) - set(FIELDS)) == []


@pytest.mark.parametrize(
    ("language", "said"),
    [
        (
            "en",
            (
                "announced a meeting",
                "meeting",
                "March 2027",
                "甲车间: groups at a time",
                "planned",
                "Fri 12 Mar 2027",
            ),
        ),
        (
            "zh-hans",
            (
                "发出了会议通知",
                "例会",
                "2027年3月",
                "甲车间: 同时接待组数",
                "已计划",
                "2027年3月12日（周五）",
            ),
        ),
    ],
)
def test_words_of_other_subjects(language, said):
    with override(language):
        words = words_of(language)
        assert said == (
            words.verb("meetings.announce"),
            words.thing("meetings.meeting"),
            words.field("2027-03"),
            words.field("甲车间: capacity", "grouping.rotation"),
            words.value("meetings.meeting", "state", "planned"),
            Reader(words, set())._text("2027-03-12"),
        )


def test_entries_about_a_name(signed_in, officer, chair, trail, get_page):
    client = signed_in(officer)
    assert len(rows(get_page(client, "/accounts/audit/?about=甲主席&verb=accounts.change_person"))) == 1
    assert rows(get_page(client, "/accounts/audit/?about=无此人")) == []


def test_an_erased_person_is_not_found_by_name(signed_in, officer, chair, trail, get_page):
    erase_person(by=officer, person=chair, typed_name=chair.name)
    client = signed_in(officer)
    for query in ("who=甲主席", "about=甲主席"):
        assert rows(get_page(client, f"/accounts/audit/?{query}")) == []
    first = rows(get_page(client, f"/accounts/audit/?thing=accounts.person:{chair.pk}"))[0]
    assert (first.label, first.changes) == ("erased person", [])


def test_names_in_the_trail_are_written_as_text(signed_in, officer, chair, get_page):
    change_person(by=officer, person=chair, values={"post_title": "<b>主任</b>", "name": "<i>甲"})
    page = get_page(signed_in(officer), "/accounts/audit/").content.decode()
    assert ("&lt;b&gt;主任" in page, "<b>主任" in page, "<i>甲" in page) == (True, False, False)
