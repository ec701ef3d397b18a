"""`manage.py demonstrate`: the pages on this machine alone, with an account to look around."""

import os
import signal
import socket
from typing import Any

from django.conf import settings
from django.core.management import BaseCommand, CommandError, call_command
from django.core.servers.basehttp import run
from django.core.wsgi import get_wsgi_application

from bounden.assurance.accounts.demonstration import NAME, open_account
from bounden.snapshots.read import NothingPublished, Snapshot, open_current
from bounden.web.standing import only_published

ADDRESS = "127.0.0.1"


class Command(BaseCommand):
    """Prepares the database and the account, then serves until Ctrl-C."""

    help = "Serve the published snapshot on this machine (127.0.0.1) with a demonstration account; stop with Ctrl-C."
    requires_migrations_checks = False

    def add_arguments(self, parser: Any) -> None:
        parser.add_argument("--port", type=int, default=8000, help="port to serve on (default 8000)")
        parser.add_argument(
            "--new-password", action="store_true", help="give the demonstration account a new password and print it"
        )

    def handle(self, *, port: int, new_password: bool, **options: Any) -> None:
        self._check_port(port)
        snapshot = self._snapshot()
        if "BOUNDEN_HANDLING" not in os.environ and only_published(snapshot):
            settings.BOUNDEN_HANDLING = "Demonstration: published cases only"
        call_command("migrate", verbosity=0, interactive=False)
        password = open_account(new_password=new_password)
        self._tell(f"http://{ADDRESS}:{port}/", password)
        signal.signal(signal.SIGTERM, _stop)
        try:
            run(ADDRESS, port, get_wsgi_application(), threading=True)
        except KeyboardInterrupt:
            self.stdout.write("\nStopped.")

    def _check_port(self, port: int) -> None:
        with socket.socket() as tried:
            tried.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEADDR, 1)
            try:
                tried.bind((ADDRESS, port))
            except (OSError, OverflowError) as error:
                raise CommandError(
                    f"port {port} cannot be used ({getattr(error, 'strerror', None) or error}). "
                    f"Choose another: manage.py demonstrate --port {port + 1}"
                ) from error

    def _snapshot(self) -> Snapshot:
        try:
            return open_current(settings.BOUNDEN_SNAPSHOTS)
        except NothingPublished as error:
            raise CommandError(str(error)) from error

    def _tell(self, address: str, password: str | None) -> None:
        lines = ["", f"  address   {address}", f"  account   {NAME}"]
        if password:
            lines += [f"  password  {password}", "", "  The password is shown once and kept nowhere in clear text."]
        else:
            lines += [
                "",
                "  The account exists from an earlier run, which showed its password.",
                "  For a new one: manage.py demonstrate --new-password",
            ]
        self.stdout.write("\n".join([*lines, "  Stop with Ctrl-C.", ""]))
        self.stdout.flush()


def _stop(number: int, frame: object) -> None:
    raise KeyboardInterrupt
