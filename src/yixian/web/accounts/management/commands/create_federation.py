"""`yixian manage create_federation NAME LOGIN`: the first federation and the first person of its office."""

import getpass
import sys
from typing import Any

from django.contrib.auth.password_validation import validate_password
from django.core.exceptions import ValidationError
from django.core.management.base import BaseCommand, CommandError, CommandParser

from yixian.web.accounts.actions.federation import create_federation


class Command(BaseCommand):
    """Create a federation with one person of its office; the password is asked for, never given as an argument."""

    help = "Create a federation and the first person of its office."

    def add_arguments(self, parser: CommandParser) -> None:
        """Names; the level and the parent only matter where several federations share a site."""
        parser.add_argument("name", help="full name of the federation, such as 示例区总工会")
        parser.add_argument("login", help="login of the first person of its office")
        parser.add_argument(
            "--short-name", default="", help="what lists call it; default: the name without 总工会"
        )
        parser.add_argument("--person", default="", help="name of that person; default: the login")
        parser.add_argument("--level", choices=["district", "city", "province"], default="district")
        parser.add_argument("--parent", default="", help="full name of the federation above")

    def handle(self, *args: Any, **options: Any) -> None:
        """Ask for the password, then create both or neither."""
        password = _ask()
        try:
            validate_password(password)
            federation, person = create_federation(
                name=options["name"],
                short_name=options["short_name"],
                level=options["level"],
                parent_name=options["parent"],
                login=options["login"],
                person_name=options["person"],
                password=password,
            )
        except ValidationError as error:
            raise CommandError(" ".join(error.messages)) from None
        self.stdout.write(f"Created {federation.name}; {person.name} signs in as {person.login}.")


def _ask() -> str:
    """The password, typed twice at a terminal, or one line where the input is not a terminal."""
    if not sys.stdin.isatty():
        return sys.stdin.readline().rstrip("\n")
    first = getpass.getpass("Password (at least ten characters): ")
    if first != getpass.getpass("Again: "):
        raise CommandError("The two passwords differ.")
    return first
