"""A small site to be hurt: one meeting under way, three stations, people with sessions.

    python -m tests.faults.world FOLDER [PEOPLE]

Makes the data folder and prints what a test must know as JSON.
"""

import json
import os
import sys


def main(folder: str, number: int) -> None:
    """Fill a folder; the settings read its name from the environment, so this is a process of its own."""
    os.environ["YIXIAN_DATA"] = folder
    os.environ["DJANGO_SETTINGS_MODULE"] = "yixian.web.config.settings"
    import django

    django.setup()
    from django.core.management import call_command
    from django_scopes import scopes_disabled

    from yixian.web.config.demo import collect_static

    call_command("migrate", verbosity=0)
    collect_static()
    with scopes_disabled():
        print(json.dumps(_fill(number)))


def _fill(number):
    from tests import factories, factories_learning
    from tests.factories_capture import meeting_today
    from yixian.web.meetings.models import Station, Tour

    district = factories.federation()
    members = [factories.member(district) for _each in range(3)]
    coordinator = factories.cadre(members[0], post="chair")
    meeting = meeting_today(factories.programme(district), host=members[0], coordinator=coordinator)
    tour = Tour.objects.create(federation=district, meeting=meeting)
    stations = [
        Station.objects.create(federation=district, tour=tour, position=n, name=f"工位{n}", photos=rule)
        for n, rule in enumerate(("free", "ask", "forbidden"), 1)
    ]
    people = [factories.cadre(members[1 + n % 2]) for n in range(number)]
    factories_learning.question(coordinator, text="题目由谁来出？", meeting=meeting)
    return {
        "meeting": meeting.pk,
        "stations": {each.photos: each.pk for each in stations},
        "coordinator": _session(coordinator),
        "people": [{"pk": each.pk, "name": each.name, "session": _session(each)} for each in people],
    }


def _session(person):
    """A session as signing in leaves it."""
    from django.contrib.auth import BACKEND_SESSION_KEY, HASH_SESSION_KEY, SESSION_KEY
    from django.contrib.sessions.backends.db import SessionStore

    store = SessionStore()
    backend = "yixian.web.accounts.backends.LoginBackend"
    values = {BACKEND_SESSION_KEY: backend, HASH_SESSION_KEY: person.get_session_auth_hash()}
    store.update({SESSION_KEY: str(person.pk), **values})
    store.create()
    return store.session_key


if __name__ == "__main__":
    main(sys.argv[1], int(sys.argv[2]) if len(sys.argv) > 2 else 4)
