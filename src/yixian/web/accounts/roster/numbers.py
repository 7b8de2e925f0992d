"""How much an import does."""

from typing import Any


def counts(steps: dict[str, Any]) -> dict[str, int]:
    """Numbers of units, people and venues by what happens to them: {"units_add": 42, "people_change": 3, …}."""
    found = {f"{kind}_{do}": 0 for kind in ("units", "people", "venues") for do in ("add", "change", "same")}
    for unit in steps.get("units", []):
        found[f"units_{unit['do']}"] += 1
        for kind in ("people", "venues"):
            for part in unit[kind]:
                found[f"{kind}_{part['do']}"] += 1
    found["subdistricts_add"] = len(steps.get("subdistricts", []))
    found["topics_add"] = len(steps.get("topics", []))
    return found


def does_something(steps: dict[str, Any]) -> bool:
    """Whether accepting would change anything."""
    return any(number for key, number in counts(steps).items() if not key.endswith("_same"))
