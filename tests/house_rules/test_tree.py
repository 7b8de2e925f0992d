"""What is committed works anywhere, is finished, and keeps what browsers may run under control."""

import re

from tests.house_rules.tree import ROOT, WEB, files, name, sources, text
from tools import vendor

# Put together here, so that this file passes its own rules.
MACHINE = re.compile(r"(?<![\w.~/-])/(?:wo" r"rk|ro" r"ot|ho" r"me)/\w|/tmp/\w+_jobs|/opt/py" r"pi")
REGISTRY = re.compile(
    r"pypi\.(?:or"
    r"g|python)|pythonhosted\.or"
    r"g|npmjs\.(?:or"
    r"g|com)|yarnpkg\.co"
    r"m"
    r"|deb\.debian\.or"
    r"g|--(?:extra-)?index-"
    r"url[ =]|--trusted-"
    r"host"
)
UNFINISHED = re.compile(r"\b(?:TO" r"DO|FIX" r"ME|XX" r"X)\b")
INLINE = re.compile(
    r"<[^>]*\s(?:style|on[a-z]+)\s*=|<style\b|<script(?![^>]*\s(?:src=|type=.application/json|nonce=))",
    re.IGNORECASE,
)
GLUED = re.compile(
    r"""(?:\{% endblocktranslate %\}|\{% translate "[^"]*[.?!]" %\})(?:\{% endif %\})?\s+"""
    r"""(?:\{% (?:if|with) [^%]*%\})*\{% (?:translate|blocktranslate) (?:(?! as )[^%])*%\}"""
)
ICON = re.compile(r"""\bicon(?:=|\(|\s)\s*["']([a-z0-9-]+)["']""")


def found(pattern, paths):
    """Each place where a pattern stands, as file:line text."""
    return [
        f"{name(path)}:{number} {match[0]}"
        for path in paths
        if pattern.search(text(path))
        for number, line in enumerate(text(path).splitlines(), 1)
        if (match := pattern.search(line))
    ]


def unvendored():
    """Every file except those that other projects wrote."""
    return [path for path in files() if "vendor" not in path.parts and path.name != "LICENSE"]


def test_no_path_of_one_machine():
    assert found(MACHINE, unvendored()) == []


def test_no_address_of_a_registry():
    assert found(REGISTRY, unvendored()) == []


def test_nothing_is_left_unfinished():
    assert found(UNFINISHED, unvendored()) == []


def test_between_two_sentences_stands_what_the_language_puts_there():
    """Chinese has no space after a full stop; `{% gap %}` and `sentences` know."""
    assert GLUED.search('{% translate "One." %} {% if x %}{% translate "Two." %}') is not None
    templates = [path for path in sources(".html") if path.is_relative_to(WEB)]
    assert {name(path): each[0] for path in templates for each in GLUED.finditer(text(path))} == {}


def test_templates_carry_no_inline_script_or_style():
    """The content security policy would refuse them."""
    assert found(INLINE, [path for path in sources(".html") if path.is_relative_to(WEB)]) == []


def test_every_icon_is_in_the_sprite():
    sprite = text(WEB / "shared/static/vendor/icons/icons.svg")
    known = set(re.findall(r'<symbol id="([^"]+)"', sprite))
    used = {
        icon
        for path in sources(".py", ".html")
        if path.is_relative_to(WEB)
        for icon in ICON.findall(text(path))
    }
    assert used - known == set()


def test_vendored_files_are_as_recorded():
    assert vendor.faults() == []


def locked(lock):
    """The requirements of a lock file, one string each, hashes included."""
    return text(ROOT / "requirements" / lock).replace("\\\n", " ").splitlines()


def test_locks_pin_by_hash():
    lines = locked("runtime.txt") + locked("s3.txt") + locked("postgres.txt") + locked("dev.txt")
    sound = re.compile(r"[a-z0-9._-]+==[^ ]+ (?:; [^#]+?)? *(?:--hash=sha256:[0-9a-f]{64} *)+")
    assert [line for line in lines if not sound.fullmatch(line)] == []


def test_what_is_tested_is_what_runs():
    pins = {line.partition("--hash")[0] for line in locked("runtime.txt")}
    assert pins - {line.partition("--hash")[0] for line in locked("dev.txt")} == set()


def test_locks_hold_every_requirement():
    for level in ("runtime", "s3", "postgres", "dev"):
        wanted = re.findall(r"(?m)^([A-Za-z][\w.-]*)", text(ROOT / f"requirements/{level}.in"))
        pinned = {line.partition("==")[0] for line in locked(f"{level}.txt")}
        assert {re.sub(r"[-_.]+", "-", each).lower() for each in wanted} - pinned == set()
