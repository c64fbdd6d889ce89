"""The wheel, the lock and the Makefile: what a newcomer's machine gets."""

from __future__ import annotations

import re
import shutil
import subprocess
import sys
import tomllib
import zipfile
from collections.abc import Iterator
from pathlib import Path

import pytest

ROOT = Path(__file__).parents[1]
OURS = {"agent", "graphs", "tools", "prompts", "infra"}


@pytest.fixture(scope="module")
def wheel(tmp_path_factory: pytest.TempPathFactory) -> Iterator[zipfile.ZipFile]:
    """Build the wheel once, from this checkout."""
    out = tmp_path_factory.mktemp("dist")
    command = [sys.executable, "-m", "build", "--wheel", "--no-isolation", "--outdir", str(out)]
    subprocess.run(command, cwd=ROOT, check=True, capture_output=True)
    with zipfile.ZipFile(next(out.glob("*.whl"))) as opened:
        yield opened


def test_the_top_level_names_in_the_wheel_are_ours_alone(wheel: zipfile.ZipFile) -> None:
    tops = {name.split("/")[0] for name in wheel.namelist()}
    assert {t for t in tops if not t.endswith(".dist-info")} == OURS


def test_no_other_installed_distribution_owns_one_of_our_names() -> None:
    from importlib.metadata import packages_distributions

    owners = packages_distributions()
    for name in OURS:
        assert set(owners.get(name, ["candidate-matcher"])) == {"candidate-matcher"}


def test_every_file_of_our_packages_is_in_the_wheel(wheel: zipfile.ZipFile) -> None:
    inside = set(wheel.namelist())
    listed = subprocess.run(
        ["git", "ls-files", "--cached", "--others", "--exclude-standard", "--", *sorted(OURS)],
        cwd=ROOT,
        check=True,
        capture_output=True,
        text=True,
    ).stdout.splitlines()
    missing = [f for f in listed if f not in inside and (ROOT / f).is_file()]
    assert listed
    assert missing == []


def test_the_sample_the_page_and_the_prompts_travel_with_the_wheel(
    wheel: zipfile.ZipFile,
) -> None:
    names = wheel.namelist()
    for folder, ending in (
        ("tools/sample/people/", ".jsonl"),
        ("tools/sample/files/", ".pdf"),
        ("tools/sample/files/", ".docx"),
        ("tools/vocabulary/", ".tsv"),
        ("agent/page/", ".html"),
        ("prompts/", ".md"),
    ):
        assert any(n.startswith(folder) and n.endswith(ending) for n in names), (folder, ending)


def test_the_wheel_installs_the_matcher_command_and_the_license(wheel: zipfile.ZipFile) -> None:
    info = next(n for n in wheel.namelist() if n.endswith("entry_points.txt"))
    assert "matcher = agent.cli:run" in wheel.read(info).decode()
    assert any(n.endswith("licenses/LICENSE") for n in wheel.namelist())


def test_every_requirement_in_the_lock_has_a_hash_and_no_address_stands_in_it() -> None:
    lock = (ROOT / "requirements.lock").read_text("utf-8")
    assert "://" not in lock
    assert "--index-url" not in lock.replace("--no-emit-index-url", "")
    entries = re.split(r"\n(?=[a-z0-9])", "\n".join(lock.splitlines()[2:]))
    assert len(entries) > 50
    assert [e.splitlines()[0] for e in entries if "--hash=sha256:" not in e] == []


def test_every_direct_dependency_is_locked() -> None:
    project = tomllib.loads((ROOT / "pyproject.toml").read_text("utf-8"))
    wanted = [
        *project["project"]["dependencies"],
        *(d for extra in project["project"]["optional-dependencies"].values() for d in extra),
        *project["dependency-groups"]["dev"],
    ]
    names = {re.split(r"[\[<>=~! ]", d)[0] for d in wanted}
    locked = set(
        re.findall(
            r"^([a-z0-9][a-z0-9.-]*)==", (ROOT / "requirements.lock").read_text("utf-8"), re.M
        )
    )
    assert names - locked == set()


def test_make_alone_lists_the_targets() -> None:
    shown = subprocess.run(["make"], cwd=ROOT, check=True, capture_output=True, text=True).stdout
    for target in ("install", "demo", "chat", "test", "lint", "types", "contracts", "bench"):
        assert f"make {target} " in shown


@pytest.mark.parametrize(
    ("python", "said"), [("", "found none"), ("false", "false is older than Python 3.11")]
)
def test_make_install_without_a_usable_python_says_what_to_do(
    tmp_path: Path, python: str, said: str
) -> None:
    for name in ("Makefile", "requirements.lock", "pyproject.toml"):
        shutil.copy(ROOT / name, tmp_path)
    ran = subprocess.run(
        ["make", "install", f"PYTHON={python}"], cwd=tmp_path, capture_output=True, text=True
    )
    assert ran.returncode == 2
    assert said in ran.stderr
    assert "make install PYTHON=" in ran.stderr
    assert not (tmp_path / ".venv").exists()
