"""The tables of meetings, by subject."""

from yixian.web.meetings.models.agenda import AgendaItem, Report
from yixian.web.meetings.models.archive import ArchiveDraft
from yixian.web.meetings.models.ballot import Ballot, BallotChoice, Vote
from yixian.web.meetings.models.checkin import CheckIn
from yixian.web.meetings.models.meeting import Meeting, MeetingEvent, Programme
from yixian.web.meetings.models.minutes import Minutes
from yixian.web.meetings.models.notice import Invitation, Reply
from yixian.web.meetings.models.preparation import ChecklistItem
from yixian.web.meetings.models.tour import Station, Tour

__all__ = [
    "AgendaItem",
    "ArchiveDraft",
    "Ballot",
    "BallotChoice",
    "CheckIn",
    "ChecklistItem",
    "Invitation",
    "Meeting",
    "MeetingEvent",
    "Minutes",
    "Programme",
    "Reply",
    "Report",
    "Station",
    "Tour",
    "Vote",
]
