"""What each persona gets at the addresses of reports read into history: they are the office's."""

from django.core.files.uploadedfile import SimpleUploadedFile

from tests.archive.samples import words_of
from tests.matrix.says import says

ARGUMENTS = {"pk": "archivedraft"}


def office(answer, **more):
    """The office and its staff; nobody else."""
    return says(403, office=answer, staff=answer, **more)


def report(world):
    """A report as a file."""
    return {"file": SimpleUploadedFile("report.txt", words_of("damaged_monthly.txt").encode())}


def taken(world):
    """Only the first part is taken, under the federation's own series."""
    return {"series-take": "on", "series-programme": world.programme.name}


EXPECTED = {
    "meetings:archive": {"GET": {**office(200), "query": {"state": "draft"}}},
    "meetings:archive-new": {"GET": office(200), "POST": {**office(302), "data": report}},
    "meetings:archive-draft": {"GET": office(200), "POST": {**office(302), "data": taken}},
    "meetings:archive-drop": {"POST": office(302)},
}
