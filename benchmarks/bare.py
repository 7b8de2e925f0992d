"""A bare Django page with a list of 42 rows: how fast this machine is while the pages are measured.

A machine shared with others runs now quicker, now slower. The bars were set where this list took 4.7 ms; it is
served as the site is, with Django's usual middleware and one query, and asked for between the pages.
"""

import os
from datetime import date, timedelta
from typing import Any

import django
from django.conf import settings
from django.http import HttpRequest, HttpResponse

ROWS = 42
BASE = """<!doctype html><html lang="en"><head><meta charset="utf-8"><title>{% block title %}{% endblock %}</title>
<link rel="stylesheet" href="/static/site.css"></head><body><header><nav><ul><li><a href="/">Home</a></li>
<li><a href="/list/">List</a></li></ul></nav></header><main>{% block content %}{% endblock %}</main></body></html>"""
LIST = """{% extends "base.html" %}{% block title %}Meetings{% endblock %}{% block content %}<h1>Meetings</h1>
<table><thead><tr><th>Name</th><th>Host</th><th>Day</th><th>State</th><th>Number</th></tr></thead><tbody>
{% for row in rows %}<tr class="{% cycle 'odd' 'even' %}"><td><a href="/list/{{ row.pk }}/">{{ row.name }}</a></td>
<td>{{ row.host }}</td><td>{{ row.day|date:"Y-m-d" }}</td>
<td>{% if row.state == "held" %}<b>{{ row.state }}</b>{% else %}{{ row.state }}{% endif %}</td><td>{{ row.number }}</td>
</tr>{% endfor %}</tbody></table>{% endblock %}"""
MIDDLEWARE = [
    "django.middleware.security.SecurityMiddleware",
    "django.contrib.sessions.middleware.SessionMiddleware",
    "django.middleware.common.CommonMiddleware",
    "django.middleware.csrf.CsrfViewMiddleware",
    "django.contrib.auth.middleware.AuthenticationMiddleware",
    "django.contrib.messages.middleware.MessageMiddleware",
    "django.middleware.clickjacking.XFrameOptionsMiddleware",
]
LOADER = ("django.template.loaders.locmem.Loader", {"base.html": BASE, "list.html": LIST})
TEMPLATES = [
    {
        "BACKEND": "django.template.backends.django.DjangoTemplates",
        "OPTIONS": {"loaders": [("django.template.loaders.cached.Loader", [LOADER])]},
    }
]

settings.configure(
    ALLOWED_HOSTS=["*"],
    DATABASES={"default": {"ENGINE": "django.db.backends.sqlite3", "NAME": os.environ["BARE_DATABASE"]}},
    DEFAULT_AUTO_FIELD="django.db.models.BigAutoField",
    INSTALLED_APPS=["django.contrib.auth", "django.contrib.contenttypes", "django.contrib.sessions"],
    MIDDLEWARE=MIDDLEWARE,
    ROOT_URLCONF=__name__,
    SECRET_KEY="bare",
    TEMPLATES=TEMPLATES,
)
django.setup()

from django.core.wsgi import get_wsgi_application  # noqa: E402
from django.db import connection, models  # noqa: E402
from django.shortcuts import render  # noqa: E402
from django.urls import path  # noqa: E402


class Row(models.Model):
    """One line of the list."""

    name = models.CharField(max_length=80)
    host = models.CharField(max_length=80)
    day = models.DateField()
    state = models.CharField(max_length=20)
    number = models.IntegerField()

    class Meta:
        app_label = "bare"


def show(request: HttpRequest) -> HttpResponse:
    """The list."""
    return render(request, "list.html", {"rows": Row.objects.order_by("day")})


def _fill() -> None:
    """The table with its rows, made anew."""
    with connection.schema_editor() as editor:
        editor.create_model(Row)
    first = date(2026, 1, 1)
    Row.objects.bulk_create(_row(number, first) for number in range(ROWS))
    connection.close()


def _row(number: int, first: date) -> Any:
    state = "held" if number % 2 else "planned"
    day = first + timedelta(days=number)
    return Row(name=f"Meeting {number}", host=f"Member {number}", day=day, state=state, number=number)


urlpatterns = [path("", show), path("accounts/signin/", show)]
_fill()
application = get_wsgi_application()
