"""What others made is listed with its license, locked by hash, pinned by commit, and named in the bill of materials."""

from __future__ import annotations

import json
import re
from collections.abc import Iterator
from datetime import date
from pathlib import Path

import pytest

from handbook.git.edition import Edition
from support import packages, third_party
from support.folders import PROJECT
from support.packages import Package, UnknownLicense, npm_packages, python_packages
from support.sbom import bill

EDITION = Edition(date(2026, 5, 1), "0123abc")
LOCKS = ("requirements.txt", "requirements-dev.txt", "web/package-lock.json")


def all_packages() -> Iterator[Package]:
    """Every package that a lock names."""
    yield from python_packages()
    yield from python_packages(dev=True)
    yield from npm_packages()


def test_the_committed_list_of_licenses_is_what_is_installed() -> None:
    """When it is not: run `make licenses` and commit what it writes."""
    assert (PROJECT / third_party.FILE).read_text("utf-8") == third_party.third_party()


def test_every_locked_package_is_known_once_with_a_license_and_a_hash() -> None:
    found = [(each.name, each.version) for each in all_packages()]
    assert len(found) == len(set(found))
    for lock in LOCKS[:2]:
        for name in re.findall(r"^([a-z0-9._-]+)==", (PROJECT / lock).read_text("utf-8"), re.MULTILINE):
            assert name in {each for each, _ in found}
    for package in all_packages():
        assert package.license
        assert package.hashes


def test_every_purpose_is_that_of_a_package() -> None:
    assert set(third_party.PURPOSES) == {each.name for each in all_packages() if not each.needed_by}


def test_a_package_that_says_nothing_of_its_license_is_named(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.delitem(packages._READ, "jinja2")
    with pytest.raises(UnknownLicense, match="jinja2"):
        packages._license("jinja2")


def test_the_bill_of_materials_names_every_package_with_version_license_and_hashes() -> None:
    made = bill(EDITION)
    held = {(each["name"], each["version"]): each for each in made["components"]}
    assert set(held) == {(each.name, each.version) for each in all_packages()}
    yaml = held["pyyaml", next(each.version for each in python_packages() if each.name == "pyyaml")]
    assert yaml["purl"] == f"pkg:pypi/pyyaml@{yaml['version']}"
    assert yaml["licenses"] == [{"expression": "MIT"}]
    biome = next(each for each in made["components"] if each["name"] == "@biomejs/biome")
    assert biome["purl"] == f"pkg:npm/%40biomejs/biome@{biome['version']}"
    (digest,) = biome["externalReferences"][0]["hashes"]
    assert (digest["alg"], len(digest["content"])) == ("SHA-512", 128)


def test_the_bill_of_materials_tells_what_is_in_the_site_from_what_tests_it() -> None:
    scopes = {each["name"]: each["scope"] for each in bill(EDITION)["components"]}
    assert (scopes["mkdocs"], scopes["ts-fsrs"], scopes["pytest"], scopes["esbuild"]) == (
        *("required", "required"),
        *("excluded", "excluded"),
    )


def test_every_dependency_in_the_bill_is_a_component_and_leads_back_to_the_handbook() -> None:
    made = bill(EDITION)
    needs = {each["ref"]: each["dependsOn"] for each in made["dependencies"]}
    assert set(needs) == {"handbook", *(each["bom-ref"] for each in made["components"])}
    reached, ahead = set[str](), ["handbook"]
    while ahead:
        at = ahead.pop()
        if at not in reached:
            reached.add(at)
            ahead += needs[at]
    assert reached == set(needs)


def test_the_same_edition_gives_the_same_bill() -> None:
    assert json.dumps(bill(EDITION)) == json.dumps(bill(EDITION))
    assert bill(EDITION)["metadata"]["timestamp"] == "2026-05-01T00:00:00Z"
    assert bill(EDITION)["serialNumber"] != bill(Edition(date(2026, 5, 2), "0123abc"))["serialNumber"]


@pytest.mark.parametrize("file", sorted((PROJECT / ".github" / "workflows").glob("*.yml")), ids=lambda file: file.name)
def test_every_action_is_pinned_by_its_commit_and_says_which_version_that_is(file: Path) -> None:
    for line in re.findall(r"uses: (.*)", file.read_text("utf-8")):
        assert re.fullmatch(r"[\w-]+/[\w-]+@[0-9a-f]{40} # v\d+\.\d+\.\d+", line), line


@pytest.mark.parametrize("lock", LOCKS)
def test_no_lock_names_the_host_of_a_registry(lock: str) -> None:
    text = (PROJECT / lock).read_text("utf-8")
    assert not re.search(r"registry\.npmjs|pypi\.org|pythonhosted|--index-url|\"resolved\": \"http", text)


def test_what_runs_in_the_browser_has_the_versions_of_the_command_line() -> None:
    here, there = ((PROJECT / name).read_text("utf-8") for name in ("requirements.txt", "requirements-browser.txt"))
    pins = re.findall(r"^([a-z0-9-]+==\S+)", there, re.MULTILINE)
    assert pins
    assert all(re.search(rf"^{re.escape(pin)} ", here, re.MULTILINE) for pin in pins)
    assert there.count("--hash=sha256:") == len(pins)
