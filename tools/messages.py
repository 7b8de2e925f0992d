"""Collect, check and compile the texts that the site shows.

    python tools/messages.py extract [APP ...]   bring the .po files up to date with the code
    python tools/messages.py check [APP ...]     fail on a text without a sound Chinese translation
    python tools/messages.py compile             make the .mo files that Django reads

The English sentence in the code is the message id. Each app keeps its Chinese in one file of its own,
sorted and without line numbers, so that two people's changes rarely meet.
"""

from __future__ import annotations

import re
import sys
from collections import Counter
from collections.abc import Iterable, Iterator
from io import BytesIO
from pathlib import Path

from babel.messages.catalog import Catalog, Message
from babel.messages.extract import extract
from babel.messages.mofile import write_mo
from babel.messages.pofile import read_po, write_po
from django.utils.translation.template import templatize

WEB = Path(__file__).resolve().parent.parent / "src/yixian/web"
LOCALE = "zh_Hans"
CATALOG = f"locale/{LOCALE}/LC_MESSAGES/django.po"
KEYWORDS = {
    **dict.fromkeys(("_", "gettext", "gettext_lazy", "gettext_noop"), None),
    **dict.fromkeys(("ngettext", "ngettext_lazy"), (1, 2)),
    **dict.fromkeys(("pgettext", "pgettext_lazy"), ((1, "c"), 2)),
    **dict.fromkeys(("npgettext", "npgettext_lazy"), ((1, "c"), 2, 3)),
}
HEADER = f"""\
# Chinese texts of the app {{app}}: ids by `make messages`, translations by hand.
msgid ""
msgstr ""
"Language: {LOCALE}\\n"
"MIME-Version: 1.0\\n"
"Content-Type: text/plain; charset=UTF-8\\n"
"Content-Transfer-Encoding: 8bit\\n"
"Plural-Forms: nplurals=1; plural=0;\\n"

"""
PLACEHOLDER = re.compile(r"%%|%\(\w+\)[a-z]|%[sdrif]|\{\{|\}\}|\{\w*(?:[!:][^{}]*)?\}")
LETTERS = re.compile("[A-Za-z]{2}")
CHINESE = re.compile("[\u4e00-\u9fff]")


def extracted(app: Path) -> Catalog:
    """Collect the messages of one app's Python files and templates."""
    catalog = Catalog(locale=LOCALE)
    for path in _sources(app):
        source = path.read_text("utf-8")
        if path.suffix != ".py":
            # What templatize makes of a template is Python but for its indentation.
            lines = templatize(source, origin=str(path)).splitlines()
            source = "\n".join(line.lstrip() for line in lines)
        name = path.relative_to(app).as_posix()
        found = extract("python", BytesIO(source.encode()), KEYWORDS, ("Translators:",))
        for _, text, comments, context in found:
            ids = tuple(text) if isinstance(text, (list, tuple)) else text
            catalog.add(ids, locations=[(name, None)], auto_comments=comments, context=context)
    for message in catalog:
        message.locations = sorted(set(message.locations))
    return catalog


def merged(found: Catalog, old: Catalog, elsewhere: Iterable[Catalog]) -> Catalog:
    """Give the found messages their old translation, else the one that another app already uses."""
    catalog = Catalog(locale=LOCALE)
    for message in _texts(found):
        known = _same(old, message) or next(
            (each for other in elsewhere if (each := _same(other, message)) and each.string), None
        )
        kept = catalog.add(
            message.id,
            known.string if known else "",
            message.locations,
            known.flags & {"fuzzy"} if known else (),
            message.auto_comments,
            known.user_comments if known else (),
            context=message.context,
        )
        kept.locations = message.locations
    return catalog


def faults(app: Path, catalogs: dict[str, Catalog]) -> Iterator[str]:
    """Tell what is wrong with an app's translations, a sentence each."""
    found, written = extracted(app), catalogs[app.name]
    for message in _texts(found):
        known = _same(written, message)
        if known is None:
            yield f"{_shown(message)} is not in the file; run: make messages"
        else:
            yield from (f"{_shown(message)} {fault}" for fault in _translation_faults(known))
            yield from _disagreements(app.name, known, catalogs)
    for message in _texts(written):
        if _same(found, message) is None:
            yield f"{_shown(message)} is no longer in the code; run: make messages"


def _translation_faults(message: Message) -> Iterator[str]:
    """Judge one translation: there, settled, and with the placeholders of its English."""
    strings = _strings(message)
    if not all(strings):
        yield "has no translation"
    elif message.fuzzy:
        yield "is marked fuzzy: read its translation again"
    else:
        english = message.id[-1] if isinstance(message.id, tuple) else message.id
        if any(_placeholders(string) != _placeholders(english) for string in strings):
            yield "has other placeholders in its translation"
        if " " in english and LETTERS.search(PLACEHOLDER.sub("", english)) and not CHINESE.search(strings[0]):
            yield "is not translated: there is no Chinese in it"


def _disagreements(name: str, message: Message, catalogs: dict[str, Catalog]) -> Iterator[str]:
    """Tell where another app translates a message differently: at run time only one of them would show."""
    for other, catalog in catalogs.items():
        theirs = _same(catalog, message)
        if other < name and theirs and theirs.string and theirs.string != message.string:
            yield f"{_shown(message)} is translated differently in {other}: {theirs.string!r}"


def run_extract(apps: list[Path], every: list[Path]) -> int:
    """Rewrite the files of the given apps, of every app there is; apps without a message get none."""
    catalogs = {app.name: _read(app) for app in every}
    for app in apps:
        elsewhere = [catalog for name, catalog in catalogs.items() if name != app.name]
        catalog = merged(extracted(app), catalogs[app.name], elsewhere)
        target = app / CATALOG
        if len(catalog) or target.exists():
            target.parent.mkdir(parents=True, exist_ok=True)
            content = _as_po(app.name, catalog)
            if not target.exists() or target.read_bytes() != content:
                target.write_bytes(content)
        missing = sum(not all(_strings(message)) for message in _texts(catalog))
        print(f"{app.name}: {len(catalog)} texts" + (f", {missing} to translate" if missing else ""))
    return 0


def run_check(apps: list[Path], every: list[Path]) -> int:
    """Print every fault with its file; 1 when there is one."""
    catalogs = {app.name: _read(app) for app in every}
    found = [f"{app.name}/{CATALOG}: {fault}" for app in apps for fault in faults(app, catalogs)]
    print("\n".join(found) or "Every text has its translation.")
    return 1 if found else 0


def run_compile(apps: list[Path], _every: list[Path]) -> int:
    """Write the .mo file beside each .po file that is newer."""
    for app in apps:
        source, target = app / CATALOG, (app / CATALOG).with_suffix(".mo")
        if source.exists() and (not target.exists() or target.stat().st_mtime <= source.stat().st_mtime):
            with target.open("wb") as opened:
                write_mo(opened, _read(app))
    return 0


def _sources(app: Path) -> list[Path]:
    """List the app's Python files (not migrations) and templates."""
    code = [path for path in app.rglob("*.py") if "migrations" not in path.parts]
    templates = [
        path for path in app.glob("templates/**/*") if path.suffix in (".html", ".txt", ".svg", ".xml")
    ]
    return sorted(code + templates)


def _read(app: Path) -> Catalog:
    path = app / CATALOG
    if not path.exists():
        return Catalog(locale=LOCALE)
    with path.open("rb") as opened:
        try:
            return read_po(opened, locale=LOCALE, abort_invalid=True)
        except Exception as error:
            raise SystemExit(f"{path.relative_to(app.parents[3])} can't be read: {error}") from error


def _as_po(name: str, catalog: Catalog) -> bytes:
    body = BytesIO()
    write_po(body, catalog, width=0, omit_header=True, sort_output=True, include_lineno=False)
    return (HEADER.format(app=name).encode() + body.getvalue()).rstrip() + b"\n"


def _texts(catalog: Catalog) -> Iterator[Message]:
    return (message for message in catalog if message.id)


def _same(catalog: Catalog, message: Message) -> Message | None:
    """Find the message with the same id (and plural) and context."""
    known = catalog.get(message.id, message.context)
    return known if known and known.id == message.id else None


def _strings(message: Message) -> tuple[str, ...]:
    return message.string if isinstance(message.string, tuple) else (message.string,)


def _placeholders(text: str) -> Counter:
    return Counter(PLACEHOLDER.findall(text))


def _shown(message: Message) -> str:
    text = message.id[0] if isinstance(message.id, tuple) else message.id
    return f'"{text}"' + (f" ({message.context})" if message.context else "")


def main(arguments: list[str], web: Path = WEB) -> int:
    """Run extract, check or compile for the named apps of that folder, or for all."""
    runs = {"extract": run_extract, "check": run_check, "compile": run_compile}
    known = {path.parent.name: path.parent for path in sorted(web.glob("*/__init__.py"))}
    if not arguments or arguments[0] not in runs or not set(arguments[1:]) <= set(known):
        print(__doc__, file=sys.stderr)
        return 2
    every = list(known.values())
    return runs[arguments[0]]([known[name] for name in arguments[1:]] or every, every)


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
