"""A meeting under way with three stations, and a media folder of its own."""

import pytest

from tests import factories, factories_capture
from tests.english import english

__all__ = ["english"]


@pytest.fixture(autouse=True)
def media(tmp_path, settings):
    """Pictures go to a folder that vanishes."""
    settings.MEDIA = tmp_path / "media"
    return settings.MEDIA


@pytest.fixture
def meeting(programme, host, coordinator):
    """A meeting under way today."""
    return factories_capture.meeting_today(programme, host=host, coordinator=coordinator)


@pytest.fixture
def free(meeting):
    """A station where photos are welcome."""
    return factories.station(meeting, "展示墙", photos="free")


@pytest.fixture
def ask(meeting):
    """A station where one asks first."""
    return factories.station(meeting, "备料工位", photos="ask")


@pytest.fixture
def forbidden(meeting):
    """A station without photos."""
    return factories.station(meeting, "配方间", photos="forbidden")
