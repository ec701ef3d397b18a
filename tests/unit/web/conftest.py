"""A small published store with two forces, and signed-in clients. Everything in it is made up."""

from collections.abc import Callable, Iterator
from datetime import datetime
from pathlib import Path

import pytest
from django.conf import settings
from django.test import Client

from bounden.assurance.accounts.models import Account, Sight
from bounden.snapshots.build import build

AS_OF = datetime(2026, 3, 20, 12)

WEXSHIRE = """
case: wex-{n}
force: Wexshire Police
summary: A child was reported missing.
starts_at: 2026-03-{d:02d}T18:00
as_of: +{as_of}
coverage: complete
people:
  - {{id: girl, age: 13, flags: [trigger_plan]}}
occurrences:
  - id: episode
    kind: missing
    unit: {unit}
    reported_at: +0h
    involved: [{{person: girl, role: missing_person}}]
    actions:
      - {{kind: reported, at: +0h, by_role: carer}}
      - {{kind: risk_graded, at: +30min, value: high, note: "{note}"}}
      - {{kind: home_searched, at: +15h}}
verdict: criticised
expect:
  - {{standard: MC-06, outcome: late, why: searched after 15 h}}
"""
YOUNG = """
case: wex-young
force: Wexshire Police
summary: An assault was reported twenty minutes ago.
starts_at: 2026-03-16T09:00
as_of: +20min
coverage: complete
people:
  - {id: boy, age: 9}
occurrences:
  - id: report
    kind: incident
    category: physical_abuse
    unit: Central
    reported_at: +0h
    involved: [{person: boy, role: victim}, {person: boy, role: child_subject}]
    actions: [{kind: reported, at: +0h, by_role: school}]
"""
NORTHSHIRE = """
case: north-1
force: Northshire Police
summary: An assault was reported.
starts_at: 2026-03-02T09:00
as_of: +10d
coverage: partial
people:
  - {id: boy, age: 9}
  - {id: man, adult: true}
occurrences:
  - id: report
    kind: incident
    category: physical_abuse
    reported_at: +0h
    involved: [{person: boy, role: victim}, {person: boy, role: child_subject}, {person: man, role: suspect}]
    actions:
      - {kind: reported, at: +0h, by_role: school}
      - {kind: child_seen, person: boy, at: +2h}
      - {kind: crime_recorded, at: 2026-03-03}
      - {kind: suspect_arrested, person: man, done: false}
verdict: criticised
"""


@pytest.fixture(scope="session")
def store(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A published snapshot of thirteen cases of Wexshire and one of Northshire."""
    delivery = tmp_path_factory.mktemp("delivery")
    for n in range(1, 13):
        text = WEXSHIRE.format(
            n=n, d=n, as_of="6d" if n < 12 else "20min", unit="=cmd|calc" if n == 2 else "Central", note="a note"
        )
        (delivery / f"wex-{n}.yaml").write_text(text, encoding="utf-8")
    (delivery / "wex-young.yaml").write_text(YOUNG, encoding="utf-8")
    (delivery / "north-1.yaml").write_text(NORTHSHIRE, encoding="utf-8")
    out = tmp_path_factory.mktemp("snapshots")
    build(delivery, out, as_of=AS_OF, engine="reference", progress=lambda *_: None)
    return out


@pytest.fixture
def published(store: Path) -> Iterator[Path]:
    """The store as the one that the pages read."""
    before, settings.BOUNDEN_SNAPSHOTS = settings.BOUNDEN_SNAPSHOTS, store
    yield store
    settings.BOUNDEN_SNAPSHOTS = before


@pytest.fixture
def account(db: None) -> Callable[..., Account]:
    """Makes an account that sees the forces named."""

    def make(name: str, *forces: str, every_force: bool = False) -> Account:
        made = Account.objects.create_user(name, password="correct horse battery", every_force=every_force)
        for force in forces:
            Sight.objects.create(account=made, force=force)
        return made

    return make


@pytest.fixture
def client_of(published: Path) -> Callable[[Account], Client]:
    """A client signed in as an account."""

    def signed_in(who: Account) -> Client:
        client = Client(headers={"host": "127.0.0.1"})
        client.force_login(who, backend="django.contrib.auth.backends.ModelBackend")
        return client

    return signed_in


@pytest.fixture
def wexshire(account: Callable[..., Account], client_of: Callable[[Account], Client]) -> Client:
    """A client that sees Wexshire alone."""
    return client_of(account("wex", "Wexshire Police"))


@pytest.fixture
def everything(account: Callable[..., Account], client_of: Callable[[Account], Client]) -> Client:
    """A client that sees every force."""
    return client_of(account("all", every_force=True))
