"""What each persona gets at the addresses of meetings: life, notice, replies, reports, agenda, tour, checklist.

The usual meeting is open for replies; the guest's chair and delegate are invited, the host's people too.
Other subjects of meetings have files of their own.
"""

from tests.matrix.says import says

ARGUMENTS = {"pk": "meeting", "invitation": "invitation", "station": "station", "item": "agenda_item"}
PLANNED, ANNOUNCED = {"pk": "planned_meeting"}, {"pk": "announced_meeting"}
RUNNING, ENDED, CLOSED = {"pk": "running_meeting"}, {"pk": "ended_meeting"}, {"pk": "closed_meeting"}
RUNNING_ITEM = {"pk": "running_meeting", "item": "running_agenda_item"}
TASK = {"item": "checklist_item"}


def office(answer):
    """The office and its staff; nobody else."""
    return says(403, office=answer, staff=answer)


def hosts(answer):
    """Those and the host's coordinator."""
    return says(403, office=answer, staff=answer, coordinator=answer)


def readers(answer):
    """Those and the auditor."""
    return says(403, office=answer, staff=answer, coordinator=answer, auditor=answer)


def invited(answer):
    """People of the invited members; the office has no invitation of its own."""
    return says(404, chair=answer, delegate=answer, coordinator=answer, host_chair=answer)


def guest(answer):
    """The guest's own people and the office on their behalf."""
    return says(404, office=answer, staff=answer, auditor=403, chair=answer, delegate=answer, host_chair=404)


def facts(world):
    """The facts of a meeting, as its form sends them."""
    return {"held_on": "2027-03-18", "starts_at": "09:00", "host": world.host.pk, "venue": world.venue.pk}


def new_facts(world):
    """The same with a programme."""
    return {**facts(world), "programme": world.programme.pk}


ITEM = {"title": "交流", "minutes": "10", "kind": "discussion"}
STATION = {"name": "总装", "minutes": "10", "photos": "ask"}
WORDS = {"review": "回顾", "plan": "计划", "experience": "经验"}

LIFE = {
    "meetings:list": {"GET": says(200)},
    "meetings:new": {"GET": office(200), "POST": {**office(302), "data": new_facts}},
    "meetings:detail": {"GET": says(200)},
    "meetings:calendar": {"GET": says(200)},
    "meetings:facts": {"GET": office(200), "POST": {**office(302), "data": facts}},
    "meetings:opening": {"args": ANNOUNCED, "POST": office(302)},
    "meetings:start": {"POST": office(302)},
    "meetings:wrap-up": {"args": RUNNING, "POST": office(302)},
    "meetings:closure": {"args": ENDED, "GET": office(200), "POST": {**office(302), "data": {"told": "9"}}},
    "meetings:reopening": {"args": CLOSED, "POST": office(302)},
    "meetings:cancellation": {
        "GET": says(403, office=200),
        "POST": {**says(403, office=302), "data": {"reason": "台风"}},
    },
}
NOTICE = {
    "meetings:notice": {"args": PLANNED, "GET": says(200), "POST": office("in")},
    "meetings:greeting": {"args": PLANNED, "POST": {**office(302), "data": {"greeting": "请准时参加。"}}},
    "meetings:links": {"POST": office(200)},
    "meetings:reminders": {"POST": office("in")},
    "meetings:sent": {"POST": office(302)},
    "meetings:invitation-link": {"POST": office(200)},
}
REPLIES = {
    "meetings:replies": {"GET": readers(200)},
    "meetings:replies-file": {"GET": readers(200)},
    "meetings:reply": {"GET": invited(200), "POST": invited(302)},
    "meetings:reply-delegate": {
        "GET": invited(200),
        "POST": {**invited("in"), "data": lambda world: {"delegate": world.delegate.pk}},
    },
    "meetings:reply-delegate-link": {"POST": invited(422)},
    "meetings:reply-apology": {"GET": invited(200), "POST": {**invited(302), "data": {"reason": "外出"}}},
    "meetings:reply-for": {"GET": guest(200), "POST": guest(302)},
    "meetings:reply-for-delegate": {
        "GET": guest(200),
        "POST": {**guest("in"), "data": lambda world: {"delegate": world.delegate.pk}},
    },
    "meetings:reply-for-delegate-link": {"POST": guest(422)},
    "meetings:reply-for-apology": {"GET": guest(200), "POST": {**guest(302), "data": {"reason": "外出"}}},
}
REPORTS = {
    "meetings:report": {"GET": invited(200), "POST": {**invited(302), "data": WORDS}},
    "meetings:report-draft": {"POST": {**invited("in"), "data": WORDS}},
    "meetings:report-recall": {"POST": invited("in")},
    "meetings:reports": {"GET": readers(200)},
    "meetings:reports-reading": {"GET": readers(200)},
}
AGENDA = {
    "meetings:agenda": {"GET": says(200), "POST": office(302)},
    "meetings:agenda-order": {"POST": office(302)},
    "meetings:agenda-removed": {"POST": office(422)},
    "meetings:agenda-items": {
        "GET": office(200),
        "POST": {**office(302), "data": lambda world: {**ITEM, "speaker": world.chair.pk}},
    },
    "meetings:agenda-item": {"GET": office(200), "POST": {**office(302), "data": ITEM}},
    "meetings:agenda-place": {"POST": {**office(302), "data": {"way": "up"}}},
    "meetings:agenda-removal": {"POST": office(302)},
    "meetings:agenda-start": {"args": RUNNING_ITEM, "POST": office(302)},
    "meetings:agenda-end": {"args": RUNNING_ITEM, "POST": office(302)},
    "meetings:agenda-reopening": {"args": RUNNING_ITEM, "POST": office(302)},
    "meetings:running": {"args": RUNNING, "GET": says(200)},
}
TOUR = {
    "meetings:tour": {"GET": says(200)},
    "meetings:tour-texts": {"GET": hosts(200), "POST": {**hosts(302), "data": {"safety": "走黄线内"}}},
    "meetings:tour-copy": {
        "POST": {**hosts("in"), "data": lambda world: {"earlier": world.closed_meeting.pk}},
    },
    "meetings:tour-order": {"POST": hosts(302)},
    "meetings:stations": {"GET": hosts(200), "POST": {**hosts(302), "data": STATION}},
    "meetings:station": {"GET": hosts(200), "POST": {**hosts(302), "data": STATION}},
    "meetings:station-place": {"POST": {**hosts(302), "data": {"way": "up"}}},
    "meetings:station-removal": {"POST": hosts(302)},
}
CHECKLIST = {
    "meetings:checklist": {"GET": readers(200), "POST": {**hosts(302), "data": {"text": "准备茶水"}}},
    "meetings:checklist-tasks": {"POST": hosts(302)},
    "meetings:checklist-item": {"args": TASK, "POST": {**hosts(302), "data": {"done": "1"}}},
    "meetings:checklist-removal": {"args": TASK, "POST": hosts(302)},
}


EXPECTED = {
    **LIFE,
    **NOTICE,
    **REPLIES,
    **REPORTS,
    **AGENDA,
    **TOUR,
    **CHECKLIST,
}
