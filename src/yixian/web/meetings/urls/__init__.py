"""Addresses of meetings: each subject lists its own."""

from typing import Any

app_name = "meetings"

urlpatterns: list[Any] = []
