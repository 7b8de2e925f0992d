"""`python -m yixian` is the `yixian` command."""

import sys

from yixian.cli import main

sys.exit(main())
