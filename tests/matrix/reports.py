"""What each persona gets at the addresses of the first page, figures and search."""

from tests.matrix.says import says

UPWARDS = "figures of a federation below are for the office above it"

EXPECTED = {
    "reports:home": {"GET": says(200)},
    "reports:figures": {"GET": {**says(403, office=200, staff=200, auditor=200), "query": {"year": "2026"}}},
    "reports:service-map": {"GET": says(403, office=200, staff=200, auditor=200)},
    "reports:below": {
        "args": {"pk": "below"},
        "GET": {
            **says(403, office=200, staff=200),
            "shows": {"office": UPWARDS, "staff": UPWARDS},
        },
    },
    "reports:search": {"GET": {**says(200), "query": lambda world: {"q": "例会"}}},
}
