"""Sessions in the database, read by a query that is worked out once."""

from django.contrib.sessions.backends import db
from django.contrib.sessions.models import Session
from django.db.models import QuerySet
from django.utils import timezone

from yixian.web.shared.prepared import Prepared


def _session(key: str) -> QuerySet[Session]:
    return Session.objects.filter(session_key=key)


SESSION: Prepared[Session] = Prepared(_session, key=str)


class SessionStore(db.SessionStore):
    """As Django's; only the reading differs."""

    def _get_session_from_db(self) -> Session | None:
        found = SESSION.first(key=self.session_key)
        if found is not None and found.expire_date > timezone.now():
            return found
        self._session_key = None
        return None
