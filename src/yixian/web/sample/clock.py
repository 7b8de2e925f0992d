"""Let the sample's past happen in the past: what is written inside a block carries its time."""

from collections.abc import Iterator
from contextlib import contextmanager
from datetime import date, datetime, time
from unittest.mock import patch

from django.utils import timezone


@contextmanager
def at(moment: datetime) -> Iterator[None]:
    """Within the block it is `moment`; only the loader of sample data uses this."""
    with patch("django.utils.timezone.now", return_value=moment):
        yield


def moment(day: date, hour: int, minute: int = 0) -> datetime:
    """A time of day on the site's clock."""
    return timezone.make_aware(datetime.combine(day, time(hour, minute)))
