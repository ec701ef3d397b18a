"""Where what people enter is kept: a database named by one address."""

from pathlib import Path
from urllib.parse import parse_qsl, unquote, urlsplit

from django.core.exceptions import ImproperlyConfigured

SQLITE_OPTIONS = {
    # One writer at a time, who waits instead of failing; readers go on reading; a commit is on the disk.
    "transaction_mode": "IMMEDIATE",
    "timeout": 20,
    "init_command": "PRAGMA journal_mode=WAL; PRAGMA synchronous=FULL;",
}


def database(address: str, *, default: Path) -> dict[str, object]:
    """Django's database settings for `sqlite:///path` or `postgresql://user:password@host:port/name?sslmode=…`.

    An empty address is SQLite in the file `default`. Raises ImproperlyConfigured for any other scheme.
    """
    common = {"ATOMIC_REQUESTS": True, "CONN_MAX_AGE": None}
    if not address:
        return {**common, "ENGINE": "django.db.backends.sqlite3", "NAME": str(default), "OPTIONS": SQLITE_OPTIONS}
    parts = urlsplit(address)
    if parts.scheme == "sqlite":
        path = unquote(parts.path).removeprefix("/")
        return {**common, "ENGINE": "django.db.backends.sqlite3", "NAME": path, "OPTIONS": SQLITE_OPTIONS}
    if parts.scheme in {"postgresql", "postgres"}:
        return {
            **common,
            "ENGINE": "django.db.backends.postgresql",
            "NAME": unquote(parts.path.removeprefix("/")),
            "USER": unquote(parts.username or ""),
            "PASSWORD": unquote(parts.password or ""),
            "HOST": parts.hostname or "",
            "PORT": str(parts.port or ""),
            "CONN_HEALTH_CHECKS": True,
            "OPTIONS": dict(parse_qsl(parts.query)),
        }
    raise ImproperlyConfigured(
        f"BOUNDEN_DATABASE_URL begins with {parts.scheme!r}; it must be sqlite:///… or postgresql://… "
        "(the rest is not shown, for it may hold a password)."
    )
