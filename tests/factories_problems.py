"""Records made on the spot, and problems, for tests."""

from datetime import date
from hashlib import sha256
from itertools import count

from yixian.web.capture.models import Capture
from yixian.web.problems.models import Problem

_number = count(1)


def capture(by, at_meeting, kind="problem", text="通道被占用", hold="released", **values):
    """Something that a person recorded on site; released unless said otherwise."""
    values = {"digest": sha256(f"{next(_number)}".encode()).hexdigest(), **values}
    return Capture.objects.create(
        federation=at_meeting.federation,
        author=by,
        meeting=at_meeting,
        kind=kind,
        text=text,
        hold=hold,
        **values,
    )


def problem(raised_by, title="通道被占用", state="found", **values):
    """An entry of the register."""
    values = {"found_on": date(2026, 11, 26), **values}
    return Problem.objects.create(
        federation=raised_by.federation, title=title, raised_by=raised_by, state=state, **values
    )
