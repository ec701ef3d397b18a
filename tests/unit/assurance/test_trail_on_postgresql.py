"""The trail on PostgreSQL: its triggers refuse change, removal and emptying there too."""

import os
import subprocess
import sys
from pathlib import Path

import pytest

pytestmark = pytest.mark.postgres

ROOT = Path(__file__).parents[3]
TRIAL = """
import django
django.setup()
from django.core.management import call_command
from django.db import DatabaseError, connection, transaction
call_command("migrate", verbosity=0, interactive=False)
from bounden.assurance.accounts.models import Account
from bounden.assurance.trail.actions import record
from bounden.assurance.trail.models import Act, Entry
assert connection.vendor == "postgresql", connection.vendor
account, _ = Account.objects.get_or_create(username="one")
before = Entry.objects.count()
with transaction.atomic():
    record(account=account, act=Act.CONSULTATION, page="case", snapshot="s", records=["a"])
refused = []
for statement in ("UPDATE trail_entry SET act = 'x'", "DELETE FROM trail_entry", "TRUNCATE trail_entry"):
    try:
        with transaction.atomic(), connection.cursor() as cursor:
            cursor.execute(statement)
    except DatabaseError as error:
        refused.append("never changed or removed" in str(error))
assert refused == [True, True, True], refused
assert Entry.objects.count() == before + 1
print("held")
"""


def test_triggers_hold(tmp_path):
    environment = {
        **os.environ,
        "DJANGO_SETTINGS_MODULE": "bounden.config.settings",
        "BOUNDEN_VAR": str(tmp_path),
        "BOUNDEN_DATABASE_URL": os.environ["BOUNDEN_TEST_POSTGRES"],
    }
    done = subprocess.run(
        [sys.executable, "-c", TRIAL], cwd=ROOT, env=environment, capture_output=True, text=True, check=False
    )
    assert done.stdout.strip() == "held", done.stderr
