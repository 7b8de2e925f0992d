"""A federation with one of everything, so that every address has something to open.

Four are built alike: the district in which most personas live, its sibling, the city above and a child below.
"""

from datetime import date, timedelta
from typing import Any

from django.db import models
from django.utils import timezone

from tests import factories
from tests.matrix import fill
from yixian.web.accounts import links
from yixian.web.accounts.models import Absence, Interest, LinkRequest, PersonalLink
from yixian.web.capture.models import Capture, Photo
from yixian.web.learning.models import Adoption, Answer, Digest, Experience, Question
from yixian.web.meetings.models import (
    AgendaItem,
    Ballot,
    BallotChoice,
    ChecklistItem,
    Invitation,
    Minutes,
    Reply,
    Report,
)
from yixian.web.organisations.models import Federation
from yixian.web.planning.models import (
    Blackout,
    Confirmation,
    HostOffer,
    PlanChoice,
    PlanRun,
    Swap,
    Told,
    YearPlan,
)
from yixian.web.problems.models import Problem, ProblemEvent
from yixian.web.shared import audit
from yixian.web.shared.models import Job

# prefix of a thing's name → the state of the meeting that it belongs to; without prefix: open for replies
MEETINGS = {
    "": "open", "planned_": "planned", "announced_": "announced", "running_": "under_way",
    "ended_": "wrapped_up", "closed_": "closed", "cancelled_": "cancelled",
}  # fmt: skip


class World:
    """The things of one federation, each under its name."""

    def __init__(self, name: str, tag: str, parent: Federation | None, level: str = "district") -> None:
        self.canary = f"xq7zw{tag}"
        self.phones = f"1990{tag}"
        self.federation = factories.federation(name, parent=parent, level=level)
        self.things: dict[str, Any] = {"below": self.federation}

    def __getattr__(self, name: str) -> Any:
        try:
            return self.things[name]
        except KeyError:
            raise AttributeError(f"the world has no {name}: add it to tests/matrix/world.py") from None

    def first(self, model: type[models.Model]) -> Any:
        """The row of a model that stands for it here, made when there is none."""
        name = model._meta.model_name or ""
        if model is Federation:
            return self.federation
        if name not in self.things:
            own = model._base_manager.filter(federation=self.federation).order_by("pk").first()
            self.things[name] = own or fill.make(self, model)
        return self.things[name]

    def fill_what_is_empty(self) -> None:
        """One row at least in every table that belongs to federations."""
        for model in fill.models_with_owner():
            self.first(model)


def build(name: str, tag: str, parent: Federation | None = None, level: str = "district") -> World:
    """A federation with one of everything, every word of it marked."""
    world = World(name, tag, parent, level)
    for add in (add_people, add_meetings, add_records, add_problems, add_learning, add_plans, add_links):
        add(world)
    world.fill_what_is_empty()
    fill.mark(world.federation, world.canary)
    for thing in world.things.values():
        if isinstance(thing, models.Model):
            thing.refresh_from_db()
    changes = {"title": [None, world.canary]}
    audit.record(by=world.office, verb="meetings.change", thing=world.meeting, changes=changes)
    return world


def add_people(w: World) -> None:
    """The office, a host with chair and coordinator, a guest member with chair and delegate."""
    owner, t = w.federation, w.things
    t["host"], t["member"] = (factories.member(owner, name) for name in ("承办单位工会", "来宾单位工会"))
    t["venue"] = factories.venue(t["host"], capacity=80)
    t["guest_venue"] = factories.venue(t["member"], "培训室", "building", capacity=60)
    t["topic"] = factories.topic(owner)
    for number, duty in enumerate(("office", "staff", "auditor")):
        t[duty] = factories.office(owner, duty=duty, phone=f"{w.phones}00000{number}")
    t["host_chair"] = factories.cadre(t["host"], post="chair", phone=f"{w.phones}000003")
    t["coordinator"] = factories.cadre(t["host"], post="officer", phone=f"{w.phones}000004")
    t["chair"] = factories.cadre(t["member"], post="chair", phone=f"{w.phones}000005")
    t["delegate"] = factories.cadre(t["member"], post="committee", phone=f"{w.phones}000006")
    t["disabled"] = factories.cadre(t["member"], post="chair")
    t["left"] = factories.cadre(t["member"], post="committee", is_active=False)
    t["person"] = t["delegate"]
    t["interest"] = fill.make(w, Interest, person=t["person"], topic=t["topic"], venue_kind="")
    t["absence"] = fill.make(w, Absence, person=t["person"])
    t["office"].login = f"office-{w.canary}"
    t["office"].set_password(f"password of {w.canary}")
    t["office"].save()


def add_meetings(w: World) -> None:
    """A meeting in every state, each with invitations, reports, agenda, checklist, a vote and a tour."""
    t = w.things
    t["programme"] = factories.programme(w.federation)
    today = timezone.localdate()
    days = {"running_": today, "ended_": today - timedelta(days=20), "closed_": today - timedelta(days=50)}
    for number, (prefix, state) in enumerate(MEETINGS.items()):
        day = days.get(prefix, today + timedelta(days=30 * (number + 1)))
        meeting = factories.meeting(
            t["programme"], host=t["host"], venue=t["venue"], coordinator=t["coordinator"], state=state, held_on=day,
            code=f"48291{number}", title=f"{state}例会",
        )  # fmt: skip
        t[f"{prefix}meeting"] = meeting
        _prepare(w, prefix, meeting)
    t["today_ballot"] = fill.make(w, Ballot, meeting=t["running_meeting"], question="何时再来")
    t["minutes"] = fill.make(w, Minutes, meeting=t["closed_meeting"], state="published", body="纪要")
    t["draft_minutes"] = fill.make(w, Minutes, meeting=t["ended_meeting"], body="纪要草稿")


def _prepare(w: World, prefix: str, meeting: Any) -> None:
    t, guest = w.things, {"meeting": meeting, "member": w.things["member"]}
    invitation = fill.make(w, Invitation, person=t["chair"], **guest)
    host_invitation = fill.make(w, Invitation, meeting=meeting, member=t["host"], person=t["host_chair"])
    t[f"{prefix}invitation"], t[f"{prefix}host_invitation"] = invitation, host_invitation
    t[f"{prefix}reply"] = fill.make(
        w, Reply, invitation=invitation, answer="coming", attendee=t["chair"], by=t["chair"]
    )
    words = {"review": "回顾", "plan": "计划", "experience": "经验"}
    t[f"{prefix}report"] = fill.make(
        w, Report, person=t["chair"], handed_in_at=timezone.now(), **guest, **words
    )
    t[f"{prefix}agenda_item"] = fill.make(
        w, AgendaItem, meeting=meeting, position=1, kind="tour", title="观摩"
    )
    t[f"{prefix}checklist_item"] = fill.make(w, ChecklistItem, meeting=meeting, position=1, text="安全交底")
    t[f"{prefix}ballot"] = fill.make(
        w, Ballot, meeting=meeting, question="下月去哪里", state="open" if prefix == "running_" else "draft"
    )
    for position, text in enumerate(("车间", "展馆"), 1):
        t[f"{prefix}choice"] = fill.make(
            w, BallotChoice, ballot=t[f"{prefix}ballot"], position=position, text=text
        )
    t[f"{prefix}station"] = factories.station(meeting, photos="free", guide="讲解员")
    t[f"{prefix}tour"] = t[f"{prefix}station"].tour


def add_records(w: World) -> None:
    """What the delegate recorded: each kind released, and one of each hold."""
    t = w.things
    usual = {
        "author": t["delegate"],
        "meeting": t["ended_meeting"],
        "station": t["ended_station"],
        "zone": "free",
    }
    for kind in ("note", "question", "problem", "idea"):
        t[f"{kind}_record"] = fill.make(w, Capture, kind=kind, text=f"{kind}记录", hold="released", **usual)
    for hold in ("held", "withheld", "released"):
        record = fill.make(w, Capture, kind="photo", text="照片说明", hold=hold, **usual)
        t[f"{hold}_photo_record"] = record
        t[f"{hold}_photo"] = fill.make(w, Photo, capture=record, state="received", size=10, digest="0" * 64)
    t["held_record"] = fill.make(w, Capture, kind="note", text="未放行", hold="held", **usual)
    t["capture"] = t["note_record"]
    running = {**usual, "meeting": t["running_meeting"], "station": t["running_station"]}
    dead = {"state": "dead", "due_at": timezone.now(), "problem": f"OSError: {w.canary}"}
    t["dead_job"] = Job.objects.create(
        name="capture.prepare_photo", federation_id=w.federation.pk, attempt=6, **dead
    )
    t["running_record"] = fill.make(w, Capture, kind="note", text="刚记下", hold="held", **running)


def add_problems(w: World) -> None:
    """A problem in every state: raised by the delegate, owned by the chair."""
    t = w.things
    usual = {
        "member": t["member"], "meeting": t["ended_meeting"], "topic": t["topic"], "raised_by": t["delegate"],
        "found_on": date(2026, 10, 30), "description": "通道被占用",
    }  # fmt: skip
    for state in Problem.State.values:
        owner = {} if state == "found" else {"owner": t["chair"], "due_on": date(2027, 3, 1)}
        problem = fill.make(w, Problem, title=f"问题{state}", state=state, **usual, **owner)
        t[f"{state}_problem"] = problem
        fill.make(w, ProblemEvent, problem=problem, state=state, text="说明", by=t["staff"])
    t["problem"] = t["assigned_problem"]


def add_learning(w: World) -> None:
    """Experiences of the host's, borrowed by the guest; a question with an answer; a digest of the delegate's."""
    t = w.things
    written = {
        "member": t["host"],
        "topic": t["topic"],
        "meeting": t["ended_meeting"],
        "written_by": t["staff"],
    }
    for state in Experience.State.values:
        t[f"{state}_experience"] = fill.make(
            w, Experience, title="练兵角", summary="概要", how="做法", state=state,
            published_at=None if state == "draft" else timezone.now(), **written,
        )  # fmt: skip
    t["experience"] = t["published_experience"]
    t["adoption"] = fill.make(
        w, Adoption, experience=t["experience"], title="练兵角", source=t["host"], member=t["member"],
        started_by=t["chair"], result="开始试行", state="trying",
    )  # fmt: skip
    asked = {
        "asked_by": t["delegate"],
        "member": t["member"],
        "meeting": t["ended_meeting"],
        "topic": t["topic"],
    }
    t["question"] = fill.make(w, Question, text="怎样练兵？", **asked)
    t["answer"] = fill.make(w, Answer, question=t["question"], text="这样练。", by=t["host_chair"])
    t["digest_token"] = f"digest-token-of-{w.canary}"
    t["digest"] = fill.make(
        w, Digest, meeting=t["ended_meeting"], person=t["delegate"], headline="我的收获", words="值得借鉴",
        link_digest=links.digest(t["digest_token"]), link_expires_at=timezone.now() + timedelta(days=30),
    )  # fmt: skip


def add_plans(w: World) -> None:
    """A published plan, a draft with a finished run, an offer and unsuitable days of the guest's."""
    t = w.things
    for version, state in enumerate(("published", "draft"), start=1):
        plan = fill.make(
            w, YearPlan, programme=t["programme"], version=version, first_month="2027-01", state=state
        )
        t[f"{state}_plan"] = plan
        t[f"{state}_choice"] = fill.make(
            w, PlanChoice, plan=plan, month="2027-01", host=t["host"], day=date(2027, 1, 29)
        )
    t["plan"] = t["published_plan"]
    t["run"] = fill.make(w, PlanRun, plan=t["draft_plan"], state="done", asked_by=t["office"])
    t["offer"] = fill.make(
        w, HostOffer, member=t["member"], person=t["chair"], venue=t["guest_venue"], what="新产线"
    )
    t["swap"] = fill.make(
        w, Swap, plan=t["plan"], month="2027-02", other_month="2027-01", member=t["member"], other=t["host"],
        asked_by=t["chair"], day=date(2027, 2, 26), other_day=date(2027, 1, 29), points=0,
    )  # fmt: skip
    t["confirmation"] = fill.make(
        w, Confirmation, programme=t["programme"], month="2027-01", member=t["member"], day=date(2027, 1, 29),
        state="asked", asked_at=timezone.now(),
    )  # fmt: skip
    t["told"] = fill.make(w, Told, plan=t["plan"], member=t["member"])
    days = {"first_day": date(2027, 2, 1), "last_day": date(2027, 2, 9)}
    t["blackout"] = fill.make(w, Blackout, member=t["member"], reason="检修", **days)


def add_links(w: World) -> None:
    """The delegate's personal links: one that opens, one that is spent and asked for again."""
    t = w.things
    later = timezone.now() + timedelta(days=14)
    for name, used in (("link", None), ("spent_link", timezone.now())):
        t[f"{name}_token"] = f"{name}-token-of-{w.canary}"
        t[name] = fill.make(
            w, PersonalLink, person=t["delegate"], digest=links.digest(t[f"{name}_token"]), target="/",
            expires_at=later, used_at=used,
        )  # fmt: skip
    t["link_request"] = fill.make(w, LinkRequest, person=t["delegate"], link=t["spent_link"])
