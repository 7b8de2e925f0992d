"""`yixian manage …`: Django's management commands with our settings."""

import argparse
import os


def configure(parser: argparse.ArgumentParser) -> None:
    """Take everything as it comes and hand it to Django."""
    parser.add_argument("arguments", nargs=argparse.REMAINDER)
    parser.set_defaults(run=run)


def run(args: argparse.Namespace) -> int:
    """Run one management command."""
    from django.core.management import execute_from_command_line

    os.environ.setdefault("DJANGO_SETTINGS_MODULE", "yixian.web.config.settings")
    execute_from_command_line(["yixian manage", *args.arguments])
    return 0
