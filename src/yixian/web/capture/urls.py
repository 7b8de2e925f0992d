"""Addresses."""

from typing import Any

app_name = "capture"

urlpatterns: list[Any] = []
