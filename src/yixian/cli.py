"""The `yixian` command: finds the subcommand and imports only the module that carries it out."""

from __future__ import annotations

import argparse
import importlib
import sys
from collections.abc import Sequence

from yixian import __version__

# Subcommand: the module that offers `configure(parser)`, and what `yixian --help` says about it.
COMMANDS = {
    "plan": ("yixian.planner.cli", "propose and check a year plan"),
    "groups": ("yixian.planner.groups_cli", "divide people into groups so that everyone meets everyone"),
    "tour": ("yixian.planner.tour_cli", "rotate groups through stations without waiting"),
    "archive": ("yixian.archive.cli", "read past meetings from news reports and spreadsheets"),
    "audit": ("yixian.web.accounts.audit_cli", "check that the audit trail is whole"),
    "demo": ("yixian.web.config.demo", "start the site on this machine with sample data"),
    "manage": ("yixian.web.config.manage", "run one of Django's management commands"),
}


def main(argv: Sequence[str] | None = None) -> int:
    """Run one subcommand and return its exit status: 0 done, 1 refused or found faulty, 2 wrong usage."""
    arguments = list(sys.argv[1:] if argv is None else argv)
    name = arguments[0] if arguments else ""
    if name not in COMMANDS:
        return _answer_without_command(arguments)
    module_name, description = COMMANDS[name]
    parser = argparse.ArgumentParser(prog=f"yixian {name}", description=description)
    importlib.import_module(module_name).configure(parser)
    args = parser.parse_args(arguments[1:])
    if not hasattr(args, "run"):
        parser.print_help(sys.stderr)
        return 2
    return int(args.run(args) or 0)


def _answer_without_command(arguments: list[str]) -> int:
    """Serve --help and --version, and refuse an unknown subcommand, without importing any of them."""
    parser = argparse.ArgumentParser(
        prog="yixian", description="Plan, prepare, hold and follow up on-site meetings."
    )
    parser.add_argument("--version", action="version", version=f"yixian {__version__}")
    commands = parser.add_subparsers(metavar="COMMAND")
    for name, (_, description) in COMMANDS.items():
        commands.add_parser(name, help=description, add_help=False)
    parser.parse_args(arguments)
    parser.print_help(sys.stderr)
    return 2
