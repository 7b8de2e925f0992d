"""`yixian audit verify`: read every federation's audit trail and say whether its chain is whole."""

import argparse
import os
import sys


def configure(parser: argparse.ArgumentParser) -> None:
    """Offer `verify`."""
    commands = parser.add_subparsers(metavar="COMMAND", required=True)
    verify = commands.add_parser("verify", help="check the chain of every federation's audit trail")
    verify.add_argument("--federation", type=int, help="only the federation with this number")
    verify.set_defaults(run=run)


def run(args: argparse.Namespace) -> int:
    """Print one line per federation and every break; 1 when a chain is broken."""
    import django

    os.environ.setdefault("DJANGO_SETTINGS_MODULE", "yixian.web.config.settings")
    django.setup()
    return verify_all(args.federation)


def verify_all(only: int | None = None) -> int:
    """Check all trails (or one); the exit status."""
    from yixian.web.shared import audit
    from yixian.web.shared.models import AuditEntry, AuditHead

    ids = set(AuditHead.objects.values_list("federation_id", flat=True))
    ids |= set(AuditEntry.objects.order_by().values_list("federation_id", flat=True).distinct())
    broken = False
    for federation_id in sorted(ids if only is None else {only}):
        faults = audit.verify(federation_id)
        length = AuditEntry.objects.filter(federation_id=federation_id).count()
        words = "; ".join(faults) if faults else "whole"
        sys.stdout.write(f"federation {federation_id}: {length} entries, {words}\n")
        broken = broken or bool(faults)
    return 1 if broken else 0
