"""Carry out jobs until told to stop."""

import os
import signal
import threading
from time import monotonic
from typing import Any

from django.core.management.base import BaseCommand, CommandParser
from django.db import InterfaceError, OperationalError, close_old_connections, connection

from yixian.web.shared import daily, jobs

ASK_EVERY = 60.0


class Command(BaseCommand):
    """One worker process; several may run beside each other."""

    help = "Carry out jobs from the queue."

    def add_arguments(self, parser: CommandParser) -> None:
        """`--once` ends when the queue is empty; `--lane` keeps to one kind of job."""
        parser.add_argument("--once", action="store_true")
        parser.add_argument("--lane", default="", help="main or solver; all when not given")

    def handle(self, *args: Any, **options: Any) -> None:
        """Work; with nothing to do, or no database, look again soon. Each minute ask what the day wants."""
        os.nice(5)  # pages come first
        stop, asked = threading.Event(), -ASK_EVERY
        for name in (signal.SIGTERM, signal.SIGINT):
            signal.signal(name, lambda *_: stop.set())
        while not stop.is_set():
            try:
                if monotonic() - asked >= ASK_EVERY:
                    daily.ask(options["lane"])
                    asked = monotonic()
                if jobs.work_once(options["lane"]):
                    continue
            except (InterfaceError, OperationalError) as trouble:
                if options["once"]:
                    raise
                self.stderr.write(f"The database does not answer, trying again: {trouble}")
                connection.close()
            if options["once"]:
                return
            close_old_connections()
            stop.wait(0.5)
