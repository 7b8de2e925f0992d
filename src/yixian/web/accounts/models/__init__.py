"""People, what they would like to learn, the links that let them in, and rosters on their way in."""

from yixian.web.accounts.models.interest import Absence, Interest
from yixian.web.accounts.models.link import LinkRequest, PersonalLink
from yixian.web.accounts.models.person import Person, new_session_salt
from yixian.web.accounts.models.roster import RosterImport

__all__ = ["Absence", "Interest", "LinkRequest", "Person", "PersonalLink", "RosterImport", "new_session_salt"]
