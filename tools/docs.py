"""Write the reference pages from the tables in the code, or check that they are current.

python tools/docs.py write    write docs/reference/
python tools/docs.py check    tell which page differs from the code; edits nothing
"""

from __future__ import annotations

import importlib
import importlib.util
import os
import sys
from collections.abc import Callable, Iterator
from pathlib import Path

import django
from django.utils import translation

REFERENCE = Path(__file__).resolve().parent.parent / "docs/reference"
MADE = "<!-- Made by `make docs` from the code. Don't edit. -->"


def permissions() -> Iterator[str]:
    """One table per app: each verb, in both languages, with the roles that may do it."""
    from yixian.web.shared.policy import REGISTRY, Role

    yield "# Who may do what\n"
    yield "Each line is a policy in the app's `rules.py`. A dot says that this role may."
    yield "Author, owner, host coordinator, own member and invited hold towards one thing, not in general;"
    yield "the upper level sees only what the federation below it has published. In a foreign federation"
    yield "nobody may do anything."
    for app in sorted({name.partition(".")[0] for name in REGISTRY}):
        policies = [policy for name, policy in REGISTRY.items() if name.startswith(f"{app}.")]
        roles = [role for role in Role if any(role in policy.who for policy in policies)]
        yield f"\n## {app}\n"
        yield _row("verb", "in words", "中文", *(role.value for role in roles))
        yield _row(*["---"] * 3, *[":-:"] * len(roles))
        for policy in sorted(policies, key=lambda each: each.name):
            marks = ["●" if role in policy.who else "" for role in roles]
            yield _row(f"`{policy.name}`", *_both(policy.says), *marks)


def lifecycles() -> Iterator[str]:
    """One diagram and one table per kind of record that has states."""
    from django.apps import apps

    from yixian.web.shared.states import LIFECYCLES

    yield "# Lifecycles\n"
    yield "Each diagram is a table in the app's `states.py`; buttons and actions obey the same table."
    for label, lifecycle in sorted(LIFECYCLES.items()):
        field = apps.get_model(label)._meta.get_field(lifecycle.field)
        states = dict(field.flatchoices)
        yield f"\n## {label}\n\n```mermaid\nstateDiagram-v2"
        if field.has_default():
            yield f"    [*] --> {field.get_default()}"
        for each in lifecycle.transitions.values():
            yield from (f"    {source} --> {each.target}: {each.verb}" for source in each.sources)
        yield "```\n"
        yield _row("state", "on screen", "中文") + "\n" + _row(*["---"] * 3)
        yield from (_row(f"`{state}`", *_both(words)) for state, words in states.items())
        yield "\n" + _row("verb", "from", "to", "on its button", "中文") + "\n" + _row(*["---"] * 5)
        for each in lifecycle.transitions.values():
            sources = ", ".join(f"`{source}`" for source in each.sources)
            yield _row(f"`{each.verb}`", sources, f"`{each.target}`", *_both(each.label))


def addresses() -> Iterator[str]:
    """Every address of the site with the policy that each method asks for."""
    from yixian.web.config.checks import endpoints

    yield "# Addresses\n"
    yield "Every address, what it is called in the code, and the policy behind each method.\n"
    yield _row("address", "name", "method: policy") + "\n" + _row(*["---"] * 3)
    for route, name, view in sorted(endpoints(), key=lambda each: each[:2]):
        methods = ", ".join(f"{method}: `{policy}`" for method, policy in sorted(view.policies.items()))
        yield _row(f"`/{route}`", f"`{name}`", methods)


PAGES: dict[str, Callable[[], Iterator[str]]] = {
    "permissions.md": permissions,
    "lifecycles.md": lifecycles,
    "addresses.md": addresses,
}


def pages() -> dict[str, str]:
    """Make every page from the code as it is now."""
    os.environ.setdefault("DJANGO_SETTINGS_MODULE", "yixian.web.config.settings")
    django.setup()
    importlib.import_module(django.conf.settings.ROOT_URLCONF)
    for app in django.apps.apps.get_app_configs():
        for module in (f"{app.name}.rules", f"{app.name}.states"):
            if app.name.startswith("yixian.") and importlib.util.find_spec(module):
                importlib.import_module(module)
    with translation.override("en"):
        return {name: f"{MADE}\n\n" + "\n".join(page()) + "\n" for name, page in PAGES.items()}


def _both(text: object) -> tuple[str, str]:
    """Give a lazy text in English and in Chinese."""
    with translation.override("zh-hans"):
        chinese = str(text)
    return str(text), chinese


def _row(*cells: str) -> str:
    return f"| {' | '.join(cell.replace('|', chr(92) + '|') for cell in cells)} |"


def main(arguments: list[str], folder: Path = REFERENCE) -> int:
    """Run `write` or `check` for the pages in a folder."""
    if arguments not in (["write"], ["check"]):
        print(__doc__, file=sys.stderr)
        return 2
    stale = {
        name: text
        for name, text in pages().items()
        if not (folder / name).exists() or (folder / name).read_text("utf-8") != text
    }
    for name, text in stale.items():
        if arguments == ["write"]:
            folder.mkdir(parents=True, exist_ok=True)
            (folder / name).write_text(text, "utf-8")
        print(f"docs/reference/{name} " + ("written" if arguments == ["write"] else "differs: run make docs"))
    return 1 if stale and arguments == ["check"] else 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
