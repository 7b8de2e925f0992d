"""A problem's way from finding to confirmed solution, and who may take each step."""

from datetime import date

import pytest

from tests.factories_problems import capture, problem
from yixian.web.problems import actions
from yixian.web.problems.models import ProblemEvent
from yixian.web.shared.errors import BadInput, DomainError, Refused
from yixian.web.shared.models import AuditEntry

DUE = date(2026, 12, 20)


def verbs():
    return list(AuditEntry.objects.order_by("serial").values_list("verb", flat=True))


def timeline(of):
    return list(ProblemEvent.objects.filter(problem=of).values_list("verb", "state", "text"))


@pytest.fixture
def assigned(chair, coordinator):
    """A problem that the guest's chair raised and the host's coordinator solves."""
    return problem(chair, state="assigned", owner=coordinator, due_on=DUE)


@pytest.fixture
def solved(chair, coordinator):
    """The same, reported as solved."""
    return problem(chair, state="solved", owner=coordinator, due_on=DUE, solution="已划线")


def test_register_by_hand_takes_place_and_day_from_the_meeting(officer, meeting, host):
    made = actions.register_problem(by=officer, title=" 通道被占用 ", meeting=meeting)
    assert (made.title, made.member, made.found_on, made.raised_by, made.state) == (
        "通道被占用", host, meeting.held_on, officer, "found",
    )  # fmt: skip
    assert timeline(made) == [("register", "found", "")]
    assert verbs() == ["problems.register"]


def test_register_from_a_released_record_names_who_recorded_it(officer, chair, meeting, host):
    record = capture(chair, meeting)
    made = actions.register_problem(by=officer, title="通道", capture=record)
    assert (made.raised_by, made.capture, made.member, made.meeting) == (chair, record, host, meeting)


def test_register_with_owner_and_date_is_being_solved_at_once(officer, coordinator):
    made = actions.register_problem(by=officer, title="通道", owner=coordinator, due_on=DUE)
    assert (made.state, made.owner, made.due_on) == ("assigned", coordinator, DUE)
    assert [line[0] for line in timeline(made)] == ["register", "assign"]


@pytest.mark.parametrize("hold", ["held", "withheld", "quarantined"])
def test_register_from_a_record_that_is_not_released_is_refused(officer, chair, meeting, hold):
    with pytest.raises(DomainError):
        actions.register_problem(by=officer, title="通道", capture=capture(chair, meeting, hold=hold))
    assert verbs() == []


def test_register_twice_from_one_record_is_refused(officer, chair, meeting):
    record = capture(chair, meeting)
    actions.register_problem(by=officer, title="通道", capture=record)
    with pytest.raises(DomainError):
        actions.register_problem(by=officer, title="通道", capture=record)


def test_register_needs_a_title(officer):
    with pytest.raises(BadInput):
        actions.register_problem(by=officer, title="  ")


@pytest.mark.parametrize("who", ["chair", "delegate", "coordinator", "auditor", "stranger", "city_officer"])
def test_register_is_the_offices(request, meeting, who):
    with pytest.raises(Refused):
        actions.register_problem(by=request.getfixturevalue(who), title="通道", meeting=meeting)


def test_the_whole_way(officer, chair, coordinator):
    entry = problem(chair)
    actions.assign_problem(by=officer, problem=entry, owner=coordinator, due_on=DUE, text="请尽快")
    actions.solve_problem(by=coordinator, problem=entry, solution="已划线")
    actions.confirm_problem(by=chair, problem=entry)
    entry.refresh_from_db()
    assert (entry.state, entry.solution, entry.closed_at is not None) == ("closed", "已划线", True)
    assert timeline(entry) == [
        ("assign", "assigned", "请尽快"),
        ("solve", "solved", "已划线"),
        ("confirm", "closed", ""),
    ]
    assert verbs() == ["problems.assign", "problems.solve", "problems.confirm"]


def test_assign_says_what_changed(officer, assigned, host):
    actions.assign_problem(by=officer, problem=assigned, owner=officer, due_on=date(2026, 12, 30))
    assert AuditEntry.objects.get().changes == {
        "owner": ["何联络", "郑主任"],
        "due_on": ["2026-12-20", "2026-12-30"],
        "state": ["assigned", "assigned"],
    }


def test_assign_to_somebody_who_has_left_is_refused(officer, assigned, coordinator):
    coordinator.is_active = False
    coordinator.save()
    with pytest.raises(BadInput):
        actions.assign_problem(by=officer, problem=assigned, owner=coordinator, due_on=DUE)


def test_assign_to_another_federations_person_is_refused(officer, assigned, stranger):
    with pytest.raises(BadInput):
        actions.assign_problem(by=officer, problem=assigned, owner=stranger, due_on=DUE)


@pytest.mark.parametrize("who", ["officer", "staff", "coordinator"])
def test_solve_is_the_owners_or_the_offices(request, assigned, who):
    actions.solve_problem(by=request.getfixturevalue(who), problem=assigned, solution="已划线")
    assert assigned.state == "solved"


@pytest.mark.parametrize("who", ["chair", "delegate", "auditor", "stranger"])
def test_solve_by_others_is_refused(request, assigned, who):
    with pytest.raises(Refused):
        actions.solve_problem(by=request.getfixturevalue(who), problem=assigned, solution="已划线")


@pytest.mark.parametrize("who", ["officer", "staff", "coordinator", "delegate", "auditor", "stranger"])
def test_confirm_is_only_for_who_raised_it(request, solved, who):
    with pytest.raises(Refused):
        actions.confirm_problem(by=request.getfixturevalue(who), problem=solved)


def test_the_office_confirms_where_who_raised_it_has_left(officer, chair, solved):
    chair.is_active = False
    chair.save()
    actions.confirm_problem(by=officer, problem=solved, text="现场复核过")
    assert (solved.state, timeline(solved)) == ("closed", [("confirm", "closed", "现场复核过")])
    assert AuditEntry.objects.get().on_behalf_of == "甲主席"


def test_the_office_must_say_how_it_knows(officer, chair, solved):
    chair.is_active = False
    chair.save()
    with pytest.raises(BadInput):
        actions.confirm_problem(by=officer, problem=solved, text=" ")


def test_staff_do_not_confirm_in_somebodys_place(staff, chair, solved):
    chair.is_active = False
    chair.save()
    with pytest.raises(Refused):
        actions.confirm_problem(by=staff, problem=solved, text="现场复核过")


def test_send_back_needs_a_reason_and_reopens_the_work(chair, solved):
    with pytest.raises(BadInput):
        actions.send_back_problem(by=chair, problem=solved, reason="")
    actions.send_back_problem(by=chair, problem=solved, reason="还差一处")
    assert (solved.state, timeline(solved)) == ("assigned", [("send_back", "assigned", "还差一处")])


def test_reopen_a_closed_problem(chair, solved):
    actions.confirm_problem(by=chair, problem=solved)
    actions.reopen_problem(by=chair, problem=solved, reason="又占用了", due_on=DUE)
    assert (solved.state, solved.closed_at, solved.due_on) == ("assigned", None, DUE)


def test_drop_is_the_head_of_offices(officer, staff, assigned):
    with pytest.raises(Refused):
        actions.drop_problem(by=staff, problem=assigned, reason="重复")
    actions.drop_problem(by=officer, problem=assigned, reason="重复")
    assert (assigned.state, verbs()) == ("dropped", ["problems.drop"])


@pytest.mark.parametrize(
    ("state", "step", "values"),
    [
        ("closed", actions.assign_problem, {"due_on": DUE}),
        ("solved", actions.solve_problem, {"solution": "好"}),
        ("closed", actions.solve_problem, {"solution": "好"}),
        ("assigned", actions.reopen_problem, {"reason": "好"}),
        ("solved", actions.drop_problem, {"reason": "好"}),
    ],
)
def test_steps_leave_only_their_states(officer, state, step, values):
    entry = problem(officer, state=state)
    if step is actions.assign_problem:
        values = {**values, "owner": officer}
    with pytest.raises(DomainError):
        step(by=officer, problem=entry, **values)
    assert (entry.state, verbs()) == (state, [])


@pytest.mark.parametrize("state", ["found", "assigned", "closed", "dropped"])
def test_confirm_only_what_is_reported_as_solved(chair, state):
    with pytest.raises(DomainError):
        actions.confirm_problem(by=chair, problem=problem(chair, state=state))


def test_remarks_come_from_those_concerned(officer, chair, delegate, coordinator, assigned):
    for who in (officer, chair, coordinator):
        actions.add_remark(by=who, problem=assigned, text="已联系")
    with pytest.raises(Refused):
        actions.add_remark(by=delegate, problem=assigned, text="已联系")
    assert verbs() == ["problems.remark"] * 3


def test_change_records_only_what_changed(officer, assigned, host):
    actions.change_problem(
        by=officer, problem=assigned, title="消防通道", description="", member=host, topic=None
    )
    assert AuditEntry.objects.get().changes == {
        "title": ["通道被占用", "消防通道"],
        "member": [None, "甲一机械有限公司"],
    }


def test_change_to_the_same_writes_nothing(officer, assigned):
    actions.change_problem(by=officer, problem=assigned, title=assigned.title)
    assert (verbs(), timeline(assigned)) == ([], [])
