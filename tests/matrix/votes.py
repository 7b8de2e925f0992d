"""What each persona gets at the votes of a meeting: those who run it; the auditor looks."""

from tests.matrix.says import says

ARGUMENTS = {"pk": "meeting", "ballot": "ballot"}
RUNNING = {"pk": "running_meeting", "ballot": "running_ballot"}
TODAY = {"ballot": "today_ballot", "pk": "running_meeting"}
BALLOT = {"question": "下次看什么", "choices": "车间\n展馆"}


def hosts(answer):
    """The office, its staff and the host's coordinator."""
    return says(403, office=answer, staff=answer, coordinator=answer)


EXPECTED = {
    "meetings:votes": {"GET": {**hosts(200), "auditor": 200}, "POST": {**hosts(302), "data": BALLOT}},
    "meetings:vote": {"GET": hosts(200), "POST": {**hosts(302), "data": BALLOT}},
    "meetings:vote-opening": {"args": TODAY, "POST": hosts(302)},
    "meetings:vote-closing": {"args": RUNNING, "POST": hosts(302)},
    "meetings:vote-showing": {"args": RUNNING, "POST": hosts(409)},
    "meetings:vote-hiding": {"args": RUNNING, "POST": hosts(302)},
    "meetings:vote-removal": {"POST": hosts(302)},
}
