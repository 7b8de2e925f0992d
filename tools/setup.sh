#!/bin/sh
# Finds a Python that is new enough and lets tools/setup.py do the rest.
set -eu
cd "$(dirname "$0")/.."

for candidate in "${PYTHON:-}" .venv/bin/python python3 python3.13 python3.12 python3.11 python3.14 python; do
    [ -n "$candidate" ] || continue
    if "$candidate" -c 'import sys; sys.exit(sys.version_info < (3, 11))' >/dev/null 2>&1; then
        exec "$candidate" tools/setup.py "$@"
    fi
done

echo "Yixian needs Python 3.11 or newer, and none was found. Install it (on Debian: apt install python3 python3-venv)," >&2
echo "or say where it is: make setup PYTHON=/path/to/python3.12" >&2
exit 1
