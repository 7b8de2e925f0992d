"""The texts of an app are collected, merged and judged as a translator would expect."""

from pathlib import Path

import pytest

from tools import messages

CODE = """
from django.utils.translation import gettext_lazy as _, ngettext, pgettext
TITLE = _("Members")
LONG = _(
    "One sentence "
    "in two pieces")
def count(n):
    return ngettext("%(n)s member", "%(n)s members", n) % {"n": n}
def state():
    return pgettext("of a meeting", "Open")
"""
PAGE = """
{% load i18n %}
  <h1>{% translate "Members" %}</h1>
    {% translate "Open" context "of a door" as door %}
{% if 1 > 0 %}<p title="{{ _("A hint") }}">{% endif %}
  {% blocktranslate trimmed count n=rows|length with unit=member.name %}
    {{ n }} row of {{ unit }}
  {% plural %}
    {{ n }} rows of {{ unit }}
  {% endblocktranslate %}
{# a comment {% translate "not this" %} #}
"""


@pytest.fixture
def app(tmp_path) -> Path:
    """Make one app called hall with a module and a page."""
    folder = tmp_path / "src/yixian/web/hall"
    (folder / "templates/hall").mkdir(parents=True)
    (folder / "__init__.py").write_text("")
    (folder / "views.py").write_text(CODE)
    (folder / "templates/hall/list.html").write_text(PAGE)
    return folder


def ids(app: Path) -> set:
    """Give the ids and contexts found in the app."""
    return {(message.id, message.context) for message in messages.extracted(app) if message.id}


def translate(app: Path, **words: str) -> None:
    """Fill the app's file: every translation becomes its English after 中, or what `words` says."""
    path = app / messages.CATALOG
    catalog = messages._read(app)
    for message in messages._texts(catalog):
        if isinstance(message.id, str):
            message.string = words.get(message.id, f"中 {message.id}")
        else:
            message.string = (f"中 {message.id[-1]}",)
    path.write_bytes(messages._as_po(app.name, catalog))


def test_extracted_finds_every_form(app):
    assert ids(app) == {
        ("Members", None),
        ("One sentence in two pieces", None),
        (("%(n)s member", "%(n)s members"), None),
        ("Open", "of a meeting"),
        ("Open", "of a door"),
        ("A hint", None),
        (("%(n)s row of %(unit)s", "%(n)s rows of %(unit)s"), None),
    }


def test_extract_is_stable(app):
    messages.main(["extract", "hall"], app.parent)
    first = (app / messages.CATALOG).read_text("utf-8")
    messages.main(["extract"], app.parent)
    assert (app / messages.CATALOG).read_text("utf-8") == first
    assert '#: templates/hall/list.html views.py\nmsgid "Members"' in first


def test_extract_keeps_translations_and_drops_what_went(app):
    messages.main(["extract"], app.parent)
    translate(app, Members="成员单位")
    (app / "views.py").write_text('from django.utils.translation import gettext as _\nA = _("New")\n')
    messages.main(["extract"], app.parent)
    catalog = messages._read(app)
    assert catalog["Members"].string == "成员单位"
    assert catalog["New"].string == ""
    assert "One sentence in two pieces" not in catalog


def test_extract_takes_a_translation_from_another_app(app):
    messages.main(["extract"], app.parent)
    translate(app, Members="成员单位")
    yard = app.parent / "yard"
    yard.mkdir()
    (yard / "__init__.py").write_text("")
    (yard / "views.py").write_text('from django.utils.translation import gettext as _\nA = _("Members")\n')
    messages.main(["extract", "yard"], app.parent)
    assert messages._read(yard)["Members"].string == "成员单位"


def test_check_passes_when_all_is_translated(app, capsys):
    messages.main(["extract"], app.parent)
    translate(app)
    assert messages.main(["check"], app.parent) == 0
    assert capsys.readouterr().out.endswith("Every text has its translation.\n")


@pytest.mark.parametrize(
    ("spoil", "fault"),
    [
        (lambda text: text.replace('msgstr "中 Members"', 'msgstr ""'), '"Members" has no translation'),
        (
            lambda text: text.replace('msgid "Members"', '#, fuzzy\nmsgid "Members"'),
            '"Members" is marked fuzzy: read its translation again',
        ),
        (
            lambda text: text.replace('msgstr[0] "中 %(n)s members"', 'msgstr[0] "中 %(m)s"'),
            '"%(n)s member" has other placeholders in its translation',
        ),
        (
            lambda text: text.replace('msgstr "中 A hint"', 'msgstr "A hint"'),
            '"A hint" is not translated: there is no Chinese in it',
        ),
        (
            lambda text: text.replace('msgid "A hint"', 'msgid "Another"'),
            '"A hint" is not in the file; run: make messages\n'
            f'hall/{messages.CATALOG}: "Another" is no longer in the code; run: make messages',
        ),
    ],
)
def test_check_names_file_and_message(app, capsys, spoil, fault):
    messages.main(["extract"], app.parent)
    translate(app)
    path = app / messages.CATALOG
    path.write_text(spoil(path.read_text("utf-8")), "utf-8")
    capsys.readouterr()
    assert messages.main(["check"], app.parent) == 1
    assert capsys.readouterr().out == f"hall/{messages.CATALOG}: {fault}\n"


def test_check_finds_two_translations_of_one_message(app, capsys):
    messages.main(["extract"], app.parent)
    translate(app, Members="成员")
    yard = app.parent / "yard"
    yard.mkdir()
    (yard / "__init__.py").write_text("")
    (yard / "views.py").write_text('from django.utils.translation import gettext as _\nA = _("Members")\n')
    messages.main(["extract"], app.parent)
    translate(yard, Members="单位")
    capsys.readouterr()
    assert messages.main(["check"], app.parent) == 1
    assert capsys.readouterr().out == (
        f"yard/{messages.CATALOG}: \"Members\" is translated differently in hall: '成员'\n"
    )


def test_compile_writes_what_gettext_reads(app):
    import gettext

    messages.main(["extract"], app.parent)
    translate(app, Members="成员单位")
    messages.main(["compile"], app.parent)
    with (app / messages.CATALOG).with_suffix(".mo").open("rb") as opened:
        catalog = gettext.GNUTranslations(opened)
    assert catalog.gettext("Members") == "成员单位"
    assert catalog.ngettext("%(n)s member", "%(n)s members", 1) == "中 %(n)s members"
