"""What each persona gets at the door, at the desk and at the wall of a meeting under way today."""

from tests.matrix.says import says

RUNNING = {"pk": "running_meeting"}
AT_DESK = {"pk": "running_meeting", "person_pk": "delegate"}


def desk(answer):
    """The office, its staff and the host's coordinator."""
    return says(403, office=answer, staff=answer, coordinator=answer)


OUTSIDE = dict.fromkeys(("stranger", "stranger_chair", "city", "child"), 404)


def door(world):
    """A name and the code on the wall."""
    return {"code": world.running_meeting.code, "name": world.chair.name}


def somebody_new(world):
    """The walk-in form."""
    return {"member": world.member.pk, "name": "新来的", "post": "officer"}


EXPECTED = {
    "meetings:check-in-code": {"GET": says(200, nobody=200)},
    "meetings:check-in": {
        "args": RUNNING,
        "GET": says(200, nobody=200, **OUTSIDE),
        "POST": says(302, auditor=403),
    },
    "meetings:check-in-name": {"args": RUNNING, "POST": {**says(302, nobody=200, **OUTSIDE), "data": door}},
    "meetings:desk": {"args": RUNNING, "GET": desk(200)},
    "meetings:walk-in": {
        "args": RUNNING,
        "GET": desk(200),
        "POST": {**desk(302), "data": somebody_new},
    },
    "meetings:arrival": {"args": AT_DESK, "POST": desk(302)},
    "meetings:arrival-reversal": {"args": AT_DESK, "POST": desk(302)},
    "meetings:wall": {"args": RUNNING, "GET": {**desk(200), "auditor": 200}},
    "meetings:wall-live": {"args": RUNNING, "GET": {**desk(200), "auditor": 200}},
}
