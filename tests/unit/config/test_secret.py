"""The key that signs sessions."""

import stat
from pathlib import Path

from bounden.config.secret import secret_key


def test_key_given_is_used_and_not_kept(tmp_path: Path) -> None:
    assert secret_key("given", kept_in=tmp_path / "key") == "given"
    assert not (tmp_path / "key").exists()


def test_key_is_made_once_for_this_account_alone(tmp_path: Path) -> None:
    kept = tmp_path / "var" / "key"
    first = secret_key("", kept_in=kept)
    assert len(first) > 60
    assert secret_key("", kept_in=kept) == first
    assert stat.S_IMODE(kept.stat().st_mode) == 0o600


def test_two_installations_have_two_keys(tmp_path: Path) -> None:
    assert secret_key("", kept_in=tmp_path / "a") != secret_key("", kept_in=tmp_path / "b")
