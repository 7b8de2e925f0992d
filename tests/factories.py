"""Real rows for tests, made-up names; each function fills what its caller leaves out."""

from datetime import date, time
from itertools import count

from yixian.web.accounts.models import Person
from yixian.web.meetings.models import Meeting, Programme, Station, Tour
from yixian.web.organisations.models import Federation, Member, Topic, Venue
from yixian.web.shared.text import pinyin_key

_number = count(1)


def federation(name="甲区总工会", **values):
    """A federation."""
    return Federation.objects.create(name=name, short_name=name.removesuffix("总工会"), **values)


def member(owner, name=None, **values):
    """A member of a federation."""
    name = name or f"第{next(_number)}成员工会"
    values = {"short_name": name.removesuffix("工会")[:40], "pinyin": pinyin_key(name), **values}
    return Member.objects.create(federation=owner, name=name, **values)


def venue(of, name="总装车间", kind="workshop", **values):
    """A venue of a member."""
    return Venue.objects.create(federation=of.federation, member=of, name=name, kind=kind, **values)


def topic(owner, name="岗位练兵"):
    """A topic."""
    return Topic.objects.get_or_create(federation=owner, name=name)[0]


def cadre(of, name=None, post="committee", **values):
    """A person of a member."""
    name = name or f"丁{next(_number)}"
    return Person.objects.create(
        federation=of.federation,
        member=of,
        name=name,
        post=post,
        pinyin=pinyin_key(name, is_person=True),
        **values,
    )


def office(owner, name=None, duty="office", **values):
    """A person of the federation's office."""
    return Person.objects.create(federation=owner, name=name or f"戊{next(_number)}", duty=duty, **values)


def programme(owner, name="区直工会主席例会"):
    """A series of meetings."""
    return Programme.objects.get_or_create(federation=owner, name=name)[0]


def meeting(series, *, host, state="planned", held_on=date(2026, 11, 26), **values):
    """A meeting of a series."""
    values = {
        "title": "十一月现场例会", "month": held_on.strftime("%Y-%m"), "starts_at": time(9),
        "ends_at": time(12), **values,
    }  # fmt: skip
    return Meeting.objects.create(
        federation=series.federation, programme=series, host=host, state=state, held_on=held_on, **values
    )


def station(of_meeting, name="备料工位", photos="ask", **values):
    """A station of a meeting's tour."""
    tour, _ = Tour.objects.get_or_create(meeting=of_meeting, federation=of_meeting.federation)
    values = {"position": tour.stations.count() + 1, **values}
    return Station.objects.create(
        federation=of_meeting.federation, tour=tour, name=name, photos=photos, **values
    )
