"""Run every check, two at a time; print what each found and how long it took. Edits nothing."""

from __future__ import annotations

import subprocess
import sys
import time
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path

ROOT = Path(__file__).resolve().parent.parent
BIN = Path(sys.executable).parent
CHECKS = {
    "types": [BIN / "mypy", "--no-error-summary"],
    "templates": [BIN / "djlint", "src", "--lint", "--quiet"],
    "layers": [BIN / "lint-imports", "--cache-dir", "var/import-linter"],
    "format": [BIN / "ruff", "format", "--check", "--quiet", "--diff", "."],
    "style": [BIN / "ruff", "check", "--quiet", "."],
    "translations": [sys.executable, "tools/messages.py", "check"],
    "reference pages": [sys.executable, "tools/docs.py", "check"],
    "house rules": [sys.executable, "-m", "pytest", "tests/house_rules", "-q", "--no-header"],
    "vendored files": [sys.executable, "tools/vendor.py", "check"],
}


def main() -> int:
    """Give 1 when any check found a fault."""
    with ThreadPoolExecutor(2) as pool:
        results = list(pool.map(_run, CHECKS.items()))
    failed = [name for name, passed in results if not passed]
    print(f"Failed: {', '.join(failed)}. `make fix` may help." if failed else "All checks passed.")
    return 1 if failed else 0


def _run(check: tuple[str, list]) -> tuple[str, bool]:
    """Run one check and print its outcome in one piece."""
    name, command = check
    start = time.monotonic()
    done = subprocess.run(
        list(map(str, command)), cwd=ROOT, stdout=subprocess.PIPE, stderr=subprocess.STDOUT, text=True
    )
    passed = done.returncode == 0
    print(
        f"{'ok    ' if passed else 'FAULTS'} {name} ({time.monotonic() - start:.1f} s)\n"
        + ("" if passed else done.stdout.rstrip() + "\n"),
        end="",
        flush=True,
    )
    return name, passed


if __name__ == "__main__":
    sys.exit(main())
