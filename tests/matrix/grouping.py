"""What each persona gets at the addresses of groups and their rotation."""

from django.core.files.uploadedfile import SimpleUploadedFile

from tests.matrix.says import says

ARGUMENTS = {
    "pk": "meeting",
    "group": "group",
    "person": "delegate",
    "wish": "wish",
    "station": "station",
    "visit": "visit",
    "delay": "delay",
}
PLACE = {"x": "120", "y": "80"}


def picture(world):
    """A file that says it is a picture."""
    return {"picture": SimpleUploadedFile("plan.png", b"no picture at all")}


def office(answer):
    """The office and its staff; nobody else."""
    return says(403, office=answer, staff=answer)


def host(answer):
    """Those and the host's coordinator."""
    return says(403, office=answer, staff=answer, coordinator=answer)


def readers(answer):
    """Those and the auditor."""
    return says(403, office=answer, staff=answer, coordinator=answer, auditor=answer)


EXPECTED = {
    "grouping:year": {"GET": says(403, office=200, staff=200, auditor=200)},
    "grouping:board": {"GET": says(200)},
    "grouping:mine": {"GET": says(200)},
    "grouping:cards": {"GET": says(200)},
    "grouping:division": {"POST": {**office(302), "data": {"number": "1", "matching": "0"}}},
    "grouping:division-status": {"GET": readers(204)},
    "grouping:division-removal": {"POST": office(409)},
    "grouping:arrivals": {"POST": office(302)},
    "grouping:places": {
        "POST": {**office(302), "data": lambda w: {"person": w.delegate.pk, "group": w.group.pk}}
    },
    "grouping:person": {"GET": readers(200)},
    "grouping:lock": {"POST": {**office(302), "data": {"locked": "1"}}},
    "grouping:place-removal": {"POST": office(302)},
    "grouping:wishes": {
        "GET": office(200),
        "POST": {
            **office(302),
            "data": lambda w: {"kind": "apart", "one": w.chair.pk, "two": w.delegate.pk},
        },
    },
    "grouping:wish-removal": {"POST": office(302)},
    "grouping:publication": {"POST": office(302)},
    "grouping:publication-removal": {"POST": office(409)},
    "grouping:group": {
        "GET": office(200),
        "POST": {**office(302), "data": lambda w: {"leader": w.delegate.pk, "guide": "讲解员"}},
    },
    "grouping:rotation": {"GET": says(200), "POST": host(302)},
    "grouping:rotation-status": {"GET": readers(204)},
    "grouping:rotation-removal": {"POST": host(409)},
    "grouping:terms": {
        "GET": host(200),
        "POST": {
            **host(302),
            "data": lambda w: {
                "starts_at": "09:30",
                "most_minutes": "90",
                "walking_minutes": "2",
                f"minutes_{w.station.pk}": "10",
                f"capacity_{w.station.pk}": "1",
                f"quiet_{w.station.pk}": "9:30-9:45",
            },
        },
    },
    "grouping:route-cards": {"GET": says(200)},
    "grouping:timetable-publication": {"POST": host(409)},
    "grouping:timetable-publication-removal": {"POST": host(409)},
    "grouping:floor": {"GET": says(200)},
    "grouping:floor-picture": {"GET": says(404), "POST": {**host(302), "data": picture}},
    "grouping:floor-picture-removal": {"POST": host(302)},
    "grouping:meeting-point": {"POST": {**host(302), "data": PLACE}},
    "grouping:spot": {"POST": {**host(302), "data": PLACE}},
    "grouping:clock": {"GET": says(200)},
    "grouping:beginning": {"POST": host(409)},
    "grouping:beginning-removal": {"POST": host(409)},
    "grouping:delay": {"POST": {**host(409), "data": {"minutes": "5"}}},
    "grouping:delay-removal": {"POST": host(409)},
}
