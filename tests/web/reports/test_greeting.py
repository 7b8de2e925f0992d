"""How the first page says hello, hour by hour."""

import pytest
from django.utils import translation

from yixian.web.reports.queries.greeting import greeting


@pytest.mark.parametrize(
    ("hour", "words"),
    [
        (0, "Good evening"),
        (3, "Good evening"),
        (4, "Good morning"),
        (11, "Good morning"),
        (12, "Good afternoon"),
        (17, "Good afternoon"),
        (18, "Good evening"),
        (23, "Good evening"),
    ],
)
def test_the_greeting_goes_by_the_hour(hour, words):
    with translation.override("en"):
        assert greeting(hour) == words
