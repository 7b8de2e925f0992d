"""Addresses."""

from typing import Any

app_name = "field"

urlpatterns: list[Any] = []
