"""What each persona gets at the addresses of what was recorded on site: the delegate recorded everything."""

from tests.matrix.says import says

ARGUMENTS = {"pk": "note_record", "meeting_pk": "ended_meeting", "size": lambda world: "thumbnail"}
HELD = {"pk": "held_record"}
PICTURE = {"pk": "held_photo_record"}


def host(answer):
    """The host's coordinator; nobody else, not even the office."""
    return says(403, coordinator=answer)


EXPECTED = {
    "capture:records": {"GET": says(200)},
    "capture:record": {"GET": says(200)},
    "capture:station": {"args": {"pk": "ended_station"}, "GET": says(200)},
    "capture:release": {"GET": host(200)},
    "capture:release-free": {"POST": host(302)},
    "capture:decision": {
        "args": HELD,
        "POST": {**says(404, delegate=403, coordinator=302), "data": {"verb": "release"}},
    },
    "capture:blurring": {
        "args": PICTURE,
        "GET": says(404, delegate=403, coordinator=200),
        "POST": {**says(404, delegate=403, coordinator=302), "data": {"regions": "[[0, 0, 900, 900]]"}},
    },
    "capture:blurring-removal": {"args": PICTURE, "POST": says(404, delegate=403, coordinator=302)},
    "capture:deletion": {"args": HELD, "POST": says(404, delegate=302, coordinator=403)},
    "capture:phones": {"GET": says(403, office=200, staff=200, coordinator=200)},
    "capture:jobs": {"GET": says(403, office=200, staff=200)},
    "capture:job-attempt": {"args": {"pk": "dead_job"}, "POST": says(403, office=302, staff=302)},
    "capture:job-dismissal": {"args": {"pk": "dead_job"}, "POST": says(403, office=302, staff=302)},
    "capture:photo": {"args": {"pk": "held_photo"}, "GET": says(404)},
}
