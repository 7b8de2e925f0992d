"""Fetch the browser code that the site serves itself, or check that nobody has touched it.

    python tools/vendor.py fetch    download the pinned packages with npm and place their files
    python tools/vendor.py check    compare the placed files with VENDOR.json; needs no network

The placed files are committed: running the site never needs npm. Versions and the registry's integrity
hashes are pinned in tools/vendor.json, the icons of the sprite are listed in tools/icons.json.
"""

from __future__ import annotations

import base64
import hashlib
import json
import re
import subprocess
import sys
import tarfile
import tempfile
from pathlib import Path

ROOT = Path(__file__).resolve().parent.parent
PINS = ROOT / "tools/vendor.json"
ICONS = ROOT / "tools/icons.json"
RECORD = ROOT / "src/yixian/web/shared/static/vendor/VENDOR.json"
SOURCE_MAP = re.compile(rb"\s*(/\*# sourceMappingURL=\S+ \*/|//# sourceMappingURL=\S+)\s*$")
DRAWING = re.compile(r'<svg [^>]*viewBox="([^"]+)"[^>]*>(.*)</svg>', re.DOTALL)


def fetch() -> None:
    """Download every pinned package, place its files and write down what was placed."""
    record = []
    for package in json.loads(PINS.read_text("utf-8"))["packages"]:
        with tempfile.TemporaryDirectory() as folder:
            members = _members(_download(package, Path(folder)))
        placed = {target: _placed(members[source]) for source, target in package["files"].items()}
        if "sprite" in package:
            placed[package["sprite"]] = _sprite(members, json.loads(ICONS.read_text("utf-8")))
        for target, content in placed.items():
            (ROOT / target).parent.mkdir(parents=True, exist_ok=True)
            (ROOT / target).write_bytes(content)
        record.append(
            {
                **{key: package[key] for key in ("name", "version", "licence", "integrity")},
                "sha256": {target: _sha256(content) for target, content in sorted(placed.items())},
            }
        )
        print(f"{package['name']} {package['version']}: {len(placed)} files")
    RECORD.write_text(json.dumps(record, indent=2) + "\n", "utf-8")


def faults() -> list[str]:
    """Tell every recorded file that is missing or differs, and every pin that the record doesn't show."""
    record = json.loads(RECORD.read_text("utf-8"))
    found = []
    for entry in record:
        for target, expected in entry["sha256"].items():
            path = ROOT / target
            if not path.exists():
                found.append(f"{target} is missing")
            elif _sha256(path.read_bytes()) != expected:
                found.append(f"{target} is not the file that was vendored")
    pinned = {(each["name"], each["version"]) for each in json.loads(PINS.read_text("utf-8"))["packages"]}
    recorded = {(each["name"], each["version"]) for each in record}
    found += [f"{name} {version} is pinned but not vendored" for name, version in sorted(pinned - recorded)]
    found += [f"{name} {version} is vendored but not pinned" for name, version in sorted(recorded - pinned)]
    return found


def _download(package: dict, folder: Path) -> Path:
    """Let npm fetch the package, from wherever the user has told it to, and compare its integrity hash."""
    name = f"{package['name']}@{package['version']}"
    subprocess.run(["npm", "pack", "--silent", name], cwd=folder, check=True, stdout=subprocess.DEVNULL)
    (archive,) = folder.glob("*.tgz")
    digest = base64.b64encode(hashlib.sha512(archive.read_bytes()).digest()).decode()
    if f"sha512-{digest}" != package["integrity"]:
        raise SystemExit(f"{name} is not what was pinned: its integrity is sha512-{digest}")
    return archive


def _members(archive: Path) -> dict[str, bytes]:
    """Read the package's files, keyed by their path inside it."""
    with tarfile.open(archive) as opened:
        files = [member for member in opened if member.isfile()]
        return {member.name.partition("/")[2]: opened.extractfile(member).read() for member in files}


def _placed(content: bytes) -> bytes:
    """Drop the pointer to a source map, which isn't served and would fail the static files' manifest."""
    return SOURCE_MAP.sub(b"", content).rstrip() + b"\n"


def _sprite(members: dict[str, bytes], names: list[str]) -> bytes:
    """Join the named icons into one file, to be used as `<use href="icons.svg#name">`."""
    missing = [name for name in names if f"icons/{name}.svg" not in members]
    if missing:
        raise SystemExit(f"No such icon: {', '.join(missing)}")
    symbols = []
    for name in sorted(set(names)):
        box, shapes = DRAWING.search(members[f"icons/{name}.svg"].decode()).groups()
        shapes = re.sub(r">\s+<", "><", shapes.strip())
        symbols.append(f'<symbol id="{name}" viewBox="{box}">{shapes}</symbol>\n')
    return (
        '<svg xmlns="http://www.w3.org/2000/svg" fill="currentColor">\n' + "".join(symbols) + "</svg>\n"
    ).encode()


def _sha256(content: bytes) -> str:
    return hashlib.sha256(content).hexdigest()


def main(arguments: list[str]) -> int:
    """Run `fetch` or `check`."""
    if arguments == ["fetch"]:
        fetch()
        return 0
    if arguments == ["check"]:
        found = faults()
        print("\n".join(found) or "Vendored files are as recorded.")
        return 1 if found else 0
    print(__doc__, file=sys.stderr)
    return 2


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
