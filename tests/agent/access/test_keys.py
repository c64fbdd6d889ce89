"""API keys: kept as digests, opening only for whom they were made."""

from __future__ import annotations

import json
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from agent.access.callers import AccessRefused, Caller
from agent.access.keys import caller_of, mint
from agent.access.local_keys import LocalKeys
from agent.cli import main
from tests.services.stack import free_port


def test_a_key_opens_for_its_tenant_user_and_role(store: LocalKeys) -> None:
    text, _ = mint(store, "acme", "ann", "reader", now=1.0)
    assert caller_of(store, text, 2.0) == Caller("acme", "ann", "reader")


def test_neither_the_key_nor_its_secret_is_on_the_disk(store: LocalKeys, tmp_path: Path) -> None:
    text, _ = mint(store, "acme", "ann", "admin", now=1.0)
    secret = text.split("_", 2)[2]
    kept = b"".join(f.read_bytes() for f in tmp_path.iterdir())
    assert b"acme" in kept
    assert secret.encode() not in kept


def test_two_keys_are_never_the_same(store: LocalKeys) -> None:
    assert len({mint(store, "acme", "ann", "admin", now=1.0)[0] for _ in range(50)}) == 50


def test_the_right_id_with_another_secret_opens_nothing(store: LocalKeys) -> None:
    text, _ = mint(store, "acme", "ann", "admin", now=1.0)
    other, _ = mint(store, "acme", "bob", "admin", now=1.0)
    forged = "_".join([*text.split("_")[:2], other.split("_", 2)[2]])
    with pytest.raises(AccessRefused) as refused:
        caller_of(store, forged, 2.0)
    assert refused.value.code == "invalid_key"


def test_a_revoked_key_says_so_to_its_holder_alone(store: LocalKeys) -> None:
    text, key = mint(store, "acme", "ann", "admin", now=1.0)
    assert store.revoke("acme", key.key_id, 5.0)
    with pytest.raises(AccessRefused) as refused:
        caller_of(store, text, 6.0)
    assert refused.value.code == "key_revoked"
    with pytest.raises(AccessRefused) as guessed:
        caller_of(store, f"cm_{key.key_id}_{'A' * 43}", 6.0)
    assert guessed.value.code == "invalid_key"


def test_a_key_of_another_tenant_cannot_be_revoked(store: LocalKeys) -> None:
    text, key = mint(store, "acme", "ann", "admin", now=1.0)
    assert not store.revoke("birch", key.key_id, 5.0)
    assert caller_of(store, text, 6.0).tenant == "acme"


@pytest.mark.parametrize(("now", "opens"), [(99.9, True), (100.0, False)])
def test_a_key_opens_until_the_second_it_expires(store: LocalKeys, now: float, opens: bool) -> None:
    text, _ = mint(store, "acme", "ann", "admin", now=1.0, expires=100.0)
    if opens:
        assert caller_of(store, text, now).user == "ann"
        return
    with pytest.raises(AccessRefused) as refused:
        caller_of(store, text, now)
    assert refused.value.code == "key_expired"


class _NoStore:
    def find(self, key_id: str) -> None:
        """Nobody has a key here."""


@given(st.text() | st.from_regex(r"cm_[0-9a-f]{12}_[A-Za-z0-9_-]{43}", fullmatch=True))
def test_no_text_makes_the_reading_of_a_key_stumble(text: str) -> None:
    with pytest.raises(AccessRefused):
        caller_of(_NoStore(), text, 0.0)  # type: ignore[arg-type]


def _run(capsys: pytest.CaptureFixture[str], *typed: str) -> tuple[int, str, str]:
    capsys.readouterr()
    with pytest.raises(SystemExit) as left:
        main(list(typed))
    out, err = capsys.readouterr()
    return int(left.value.code or 0), out, err


def test_keys_are_made_listed_and_revoked_in_the_terminal(
    capsys: pytest.CaptureFixture[str], tmp_path: Path
) -> None:
    where = ("--data-dir", str(tmp_path), "--tenant", "acme")
    whose = ("--user", "ann", "--role", "reader", "--days", "2", "--json")
    code, made, _ = _run(capsys, "keys", "create", *whose, *where)
    assert code == 0
    key = json.loads(made)
    code, listed, _ = _run(capsys, "keys", "list", *where)
    assert code == 0
    assert key["key_id"] in listed
    assert key["key"] not in listed
    code, _, said = _run(capsys, "keys", "revoke", key["key_id"], *where)
    assert (code, said) == (0, f"matcher: key {key['key_id']} is revoked.\n")
    _, listed, _ = _run(capsys, "keys", "list", *where, "--json")
    assert [k["state"] for k in json.loads(listed)["keys"]] == ["revoked"]


@pytest.mark.parametrize(
    ("typed", "said"),
    [
        (("create", "--user", " "), "--user is empty"),
        (("revoke", "nope"), "no key 'nope': `matcher keys list` shows them"),
        (("create", "--user", "ann", "--tenant", "A/B"), "--tenant or MATCHER_TENANT is 'A/B'"),
    ],
)
def test_what_cannot_be_done_with_keys_is_said_in_a_sentence(
    capsys: pytest.CaptureFixture[str], tmp_path: Path, typed: tuple[str, ...], said: str
) -> None:
    code, _, told = _run(capsys, "keys", *typed, "--data-dir", str(tmp_path))
    assert code == 2
    assert said in told


def test_a_service_that_strangers_can_reach_does_not_start_without_access_control(
    capsys: pytest.CaptureFixture[str], tmp_path: Path
) -> None:
    asked = ("--host", "0.0.0.0", "--port", str(free_port()), "--data-dir", str(tmp_path))
    code, _, told = _run(capsys, "serve", *asked)
    assert code == 2
    assert "0.0.0.0 can be reached from other machines" in told
    assert "`matcher keys create`" in told
