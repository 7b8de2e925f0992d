"""What a host gets ready, by kind of venue: data, due so many days before the meeting."""

from dataclasses import dataclass
from datetime import timedelta
from typing import Any

from django.utils.translation import gettext
from django.utils.translation import gettext_noop as _

from yixian.web.meetings.models import ChecklistItem, Meeting
from yixian.web.meetings.words import in_site_language


@dataclass(frozen=True)
class Task:
    """One thing to get ready: a key that never changes, words, and how many days before the meeting."""

    key: str
    text: Any
    days_before: int


EVERYWHERE = (
    Task("coordinator", _("Name one person who answers questions, with a phone number"), 14),
    Task("tour", _("Draw up the tour: stations, guides, what may be photographed"), 10),
    Task(
        "zones", _("Decide with the departments concerned what is screened and where nobody is disturbed"), 10
    ),
    Task("room", _("Prepare the meeting room: seats, microphones, screen, drinking water"), 3),
    Task("parking", _("Arrange parking and tell the gate who is coming"), 3),
    Task("signs", _("Put up signs from the gate to the meeting room"), 1),
    Task("rehearsal", _("Walk the tour once with all guides and a watch"), 2),
    Task("first-aid", _("Know who gives first aid and where the nearest exit is"), 2),
)
BY_KIND: dict[str, tuple[Task, ...]] = {
    "workshop": (
        Task("safety-briefing", _("Prepare the safety briefing of three minutes"), 5),
        Task("gear", _("Lay out helmets, vests and other gear in enough sizes"), 3),
        Task("walkways", _("Clear and mark the walkways; keep visitors away from moving machines"), 2),
        Task("operators", _("Tell the operators when visitors come, and that work goes on"), 2),
        Task("screens", _("Screen drawings, screens and products that must not be seen"), 1),
    ),
    "museum": (
        Task("guide-booked", _("Book the guide and agree on the route"), 10),
        Task("opening-hours", _("Make sure that the halls are open at that hour"), 7),
        Task("flash", _("Ask where photographs and flash are not allowed, and mark it in the tour"), 5),
        Task("sound", _("Bring a voice amplifier or receivers for the group"), 2),
    ),
    "institute": (
        Task("admission", _("Hand in the list of visitors for admission"), 7),
        Task("secrecy", _("Clear the tour with whoever is responsible for secrecy"), 10),
        Task("lab-rules", _("Get the laboratory rules and put them into the safety briefing"), 5),
        Task("lockers", _("Provide lockers where phones must stay outside"), 2),
    ),
    "subdistrict": (
        Task("residents", _("Tell residents and counters when a group comes"), 3),
        Task("privacy", _("Cover notices and screens that show names of residents"), 1),
        Task("bus", _("Arrange the bus between the places to be seen"), 5),
    ),
    "building": (
        Task("reception", _("Tell the reception of the building and get visitor passes"), 5),
        Task("lifts", _("Plan the way by lifts: how many people at a time"), 2),
        Task("screens", _("Screen desks and displays that must not be seen"), 1),
    ),
    "other": (Task("site", _("Ask the owner of the place what visitors must know"), 7),),
}


def tasks_for(kind: str) -> list[Task]:
    """The tasks of a kind of venue, earliest due first; an unknown kind gets those that hold everywhere."""
    return sorted(EVERYWHERE + BY_KIND.get(kind, ()), key=lambda task: -task.days_before)


def checklist_for(meeting: Meeting) -> list[ChecklistItem]:
    """Give a meeting the tasks of its venue's kind that it does not have yet; days only where it has a day."""
    kind = meeting.venue.kind if meeting.venue else "other"
    items = list(meeting.checklist.all())
    known, position = {item.key for item in items}, len(items)
    rows = []
    with in_site_language():
        for task in tasks_for(kind):
            if task.key in known:
                continue
            position += 1
            due_on = meeting.held_on - timedelta(days=task.days_before) if meeting.held_on else None
            rows.append(
                ChecklistItem(
                    federation_id=meeting.federation_id,
                    meeting=meeting,
                    position=position,
                    key=task.key,
                    text=gettext(task.text),
                    due_on=due_on,
                )
            )
    return ChecklistItem.objects.bulk_create(rows)
