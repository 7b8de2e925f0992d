"""Writing up, publishing and withdrawing: who may, and what it takes."""

import pytest

from tests import factories
from tests.factories_learning import adoption, experience
from tests.factories_problems import capture
from yixian.web.learning.actions import adoption as borrowing
from yixian.web.learning.actions import experience as actions
from yixian.web.learning.models import Adoption
from yixian.web.shared.errors import BadInput, DomainError, Refused
from yixian.web.shared.models import AuditEntry


def verbs():
    return list(AuditEntry.objects.order_by("serial").values_list("verb", flat=True))


def test_write_from_released_records(officer, chair, meeting, host):
    record = capture(chair, meeting, "idea", "班前会五分钟")
    made = actions.write_experience(
        by=officer, title=" 班前会 ", member=host, meeting=meeting, captures=[record]
    )
    assert (made.title, made.state, list(made.captures.all()), made.written_by) == (
        "班前会", "draft", [record], officer,
    )  # fmt: skip
    assert verbs() == ["learning.write"]


@pytest.mark.parametrize("hold", ["held", "withheld", "quarantined"])
def test_write_from_records_that_are_not_released_is_refused(officer, chair, meeting, host, hold):
    record = capture(chair, meeting, hold=hold)
    with pytest.raises(DomainError):
        actions.write_experience(by=officer, title="班前会", member=host, captures=[record])
    assert verbs() == []


def test_a_member_writes_up_its_own_practice_only(chair, guest, host):
    assert actions.write_experience(by=chair, title="班前会", member=guest).member == guest
    with pytest.raises(Refused):
        actions.write_experience(by=chair, title="班前会", member=host)


@pytest.mark.parametrize("who", ["auditor", "stranger", "city_officer"])
def test_others_do_not_write(request, host, who):
    with pytest.raises(Refused):
        actions.write_experience(by=request.getfixturevalue(who), title="班前会", member=host)


def test_a_foreign_topic_is_refused(officer, host, sibling):
    with pytest.raises(Refused):
        actions.write_experience(by=officer, title="班前会", member=host, topic=factories.topic(sibling))


def test_change_says_what_changed(officer, host, chair, meeting):
    made = experience(host)
    record = capture(chair, meeting, "photo", "")
    actions.change_experience(by=officer, experience=made, title="新题", captures=[record])
    assert AuditEntry.objects.get().changes == {
        "title": ["班前会五分钟", "新题"],
        "records": [[], [record.pk]],
    }


def test_change_to_the_same_writes_nothing(officer, host):
    actions.change_experience(by=officer, experience=experience(host), title="班前会五分钟", captures=[])
    assert verbs() == []


def test_publish_needs_both_texts(officer, host):
    with pytest.raises(DomainError):
        actions.publish_experience(by=officer, experience=experience(host, state="draft", how=" "))


def test_publish_and_withdraw_are_the_offices(officer, coordinator, host):
    made = experience(host, state="draft")
    with pytest.raises(Refused):
        actions.publish_experience(by=coordinator, experience=made)
    actions.publish_experience(by=officer, experience=made)
    assert (made.state, made.published_at is not None) == ("published", True)
    with pytest.raises(Refused):
        actions.withdraw_experience(by=coordinator, experience=made)
    actions.withdraw_experience(by=officer, experience=made)
    assert (made.state, verbs()) == ("withdrawn", ["learning.publish", "learning.withdraw"])


@pytest.mark.parametrize(
    ("state", "step"), [("published", "publish"), ("draft", "withdraw"), ("withdrawn", "withdraw")]
)
def test_steps_leave_only_their_states(officer, host, state, step):
    made = experience(host, state=state)
    with pytest.raises(DomainError):
        getattr(actions, f"{step}_experience")(by=officer, experience=made)


def test_borrow_a_published_experience(chair, guest, host):
    made = borrowing.start_adoption(by=chair, experience=experience(host), text="想用在二车间")
    assert (made.member, made.source, made.state, made.started_by) == (guest, host, "interested", chair)
    assert list(made.steps.values_list("verb", "text")) == [("start", "想用在二车间")]


@pytest.mark.parametrize("state", ["draft", "withdrawn"])
def test_only_published_ones_are_borrowed(chair, host, state):
    with pytest.raises(DomainError):
        borrowing.start_adoption(by=chair, experience=experience(host, state=state))


def test_nobody_borrows_the_own_practice_or_twice(chair, delegate, guest, host):
    with pytest.raises(DomainError):
        borrowing.start_adoption(by=chair, experience=experience(guest))
    shared = experience(host)
    borrowing.start_adoption(by=chair, experience=shared)
    with pytest.raises(DomainError):
        borrowing.start_adoption(by=delegate, experience=shared)


@pytest.mark.parametrize("who", ["officer", "auditor", "stranger"])
def test_members_borrow_nobody_else(request, host, who):
    with pytest.raises(Refused):
        borrowing.start_adoption(by=request.getfixturevalue(who), experience=experience(host))


def test_the_whole_way_to_a_result(chair, guest, host):
    made = adoption(experience(host), guest)
    for verb, text in (("contact", ""), ("try", "二车间先试"), ("adopt", "隐患少了三成")):
        borrowing.move_adoption(by=chair, adoption=made, verb=verb, text=text)
    assert (made.state, made.result) == ("adopted", "隐患少了三成")
    assert list(made.steps.values_list("verb", "state")) == [
        ("contact", "contact"), ("try", "trying"), ("adopt", "adopted"),
    ]  # fmt: skip
    assert verbs() == ["learning.adoption_contact", "learning.adoption_try", "learning.adoption_adopt"]


@pytest.mark.parametrize(("state", "verb"), [("trying", "adopt"), ("contact", "drop")])
def test_the_end_needs_words(chair, guest, host, state, verb):
    with pytest.raises(BadInput):
        borrowing.move_adoption(by=chair, adoption=adoption(experience(host), guest, state), verb=verb)


@pytest.mark.parametrize(
    ("state", "verb"),
    [("interested", "adopt"), ("adopted", "drop"), ("dropped", "try"), ("trying", "resume")],
)
def test_a_borrowing_moves_only_along_its_table(chair, guest, host, state, verb):
    made = adoption(experience(host), guest, state)
    with pytest.raises(DomainError):
        borrowing.move_adoption(by=chair, adoption=made, verb=verb, text="好")
    assert made.state == state


def test_resume_what_was_dropped(chair, guest, host):
    made = adoption(experience(host), guest, "dropped")
    borrowing.move_adoption(by=chair, adoption=made, verb="resume")
    assert made.state == "interested"


def test_the_office_reports_in_a_members_place_on_record(officer, guest, host):
    borrowing.move_adoption(by=officer, adoption=adoption(experience(host), guest), verb="contact")
    assert AuditEntry.objects.get().on_behalf_of == guest.short_name


@pytest.mark.parametrize("who", ["coordinator", "auditor", "stranger"])
def test_others_do_not_report(request, guest, host, who):
    with pytest.raises(Refused):
        borrowing.move_adoption(
            by=request.getfixturevalue(who), adoption=adoption(experience(host), guest), verb="contact"
        )


def test_a_result_may_be_reported_while_trying(chair, guest, host):
    made = adoption(experience(host), guest, "trying")
    borrowing.report_result(by=chair, adoption=made, text="已见效")
    assert (made.state, made.result) == ("trying", "已见效")
    with pytest.raises(BadInput):
        borrowing.report_result(by=chair, adoption=adoption(experience(host, "另"), guest), text="已见效")


def test_an_idea_of_ones_own_becomes_a_borrowing(chair, guest, host, meeting):
    idea = capture(chair, meeting, "idea", "看板分色\n红黄绿")
    made = borrowing.start_adoption_from_idea(by=chair, capture=idea)
    assert (made.title, made.source, made.member, made.experience, made.capture) == (
        "看板分色", host, guest, None, idea,
    )  # fmt: skip
    with pytest.raises(DomainError):
        borrowing.start_adoption_from_idea(by=chair, capture=idea)


@pytest.mark.parametrize("values", [{"hold": "held"}, {"hold": "withheld"}, {"kind": "note"}])
def test_ideas_must_be_released_ideas(chair, meeting, values):
    record = capture(chair, meeting, **{"kind": "idea", **values})
    with pytest.raises(DomainError):
        borrowing.start_adoption_from_idea(by=chair, capture=record)


def test_somebody_elses_idea_is_not_mine(chair, delegate, meeting):
    with pytest.raises(DomainError):
        borrowing.start_adoption_from_idea(by=delegate, capture=capture(chair, meeting, "idea"))


def test_publishing_joins_the_ideas_it_was_written_from(officer, chair, delegate, guest, host, meeting):
    first, second = (capture(who, meeting, "idea", "看板分色") for who in (chair, delegate))
    early = borrowing.start_adoption_from_idea(by=chair, capture=first)
    twice = borrowing.start_adoption_from_idea(by=delegate, capture=second)
    made = experience(host, state="draft", meeting=meeting)
    made.captures.set([first, second])
    actions.publish_experience(by=officer, experience=made)
    assert list(Adoption.objects.filter(experience=made)) == [early]
    twice.refresh_from_db()
    assert twice.experience is None


def test_an_idea_already_written_up_is_borrowed_as_the_experience(chair, host, meeting):
    idea = capture(chair, meeting, "idea", "看板分色")
    made = experience(host, "分色看板")
    made.captures.set([idea])
    started = borrowing.start_adoption_from_idea(by=chair, capture=idea)
    assert (started.experience, started.title) == (made, "分色看板")
