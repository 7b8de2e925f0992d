#!/bin/sh
# Pins requirements/*.in for every supported Python and system, with hashes and without index addresses.
set -eu
cd "$(dirname "$0")/.."
.venv/bin/python -m pip install --quiet uv
for name in runtime s3 postgres dev; do
    .venv/bin/uv pip compile --quiet --universal --python-version 3.11 --only-binary :all: \
        --generate-hashes --no-emit-index-url --no-emit-find-links --no-header --no-annotate \
        "requirements/$name.in" -o "requirements/$name.txt"
    echo "requirements/$name.txt: $(grep -c '==' "requirements/$name.txt") packages"
done
