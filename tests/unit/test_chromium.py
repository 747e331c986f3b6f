"""How a browser for the tests is found or got. No real browser is started here, and nothing is installed."""

import os
from collections.abc import Callable, Sequence
from pathlib import Path

import pytest

from support import chromium

Place = Callable[[str], Path]


class FakeRun:
    """Stands for the machine: every command works but those named; some bring something about."""

    def __init__(self, failing: Sequence[str] = (), effects: dict[str, Callable[[], object]] | None = None) -> None:
        self.failing, self.effects = failing, effects or {}
        self.commands: list[str] = []

    def __call__(self, command: Sequence[str]) -> tuple[int, str]:
        line = " ".join(command)
        self.commands.append(line)
        for part, effect in self.effects.items():
            if part in line:
                effect()
        failed = any(part in line for part in self.failing)
        return (1, f"cannot {line}") if failed else (0, "fine")


@pytest.fixture
def place(tmp_path: Path) -> Place:
    def make(name: str) -> Path:
        file = tmp_path / name
        file.parent.mkdir(parents=True, exist_ok=True)
        file.write_text("#!/bin/sh\n", encoding="utf-8")
        file.chmod(0o755)
        return file

    return make


@pytest.fixture
def env(tmp_path: Path) -> dict[str, str]:
    return {"PATH": str(tmp_path / "bin"), "HOME": str(tmp_path / "home")}


@pytest.fixture
def debian(tmp_path: Path, place: Place, monkeypatch: pytest.MonkeyPatch) -> None:
    release = tmp_path / "os-release"
    release.write_text('NAME="Debian GNU/Linux"\nID=debian\n', encoding="utf-8")
    monkeypatch.setattr(chromium, "OS_RELEASE", release)
    place("bin/apt-get")


def user(monkeypatch: pytest.MonkeyPatch, number: int) -> None:
    monkeypatch.setattr(os, "geteuid", lambda: number, raising=False)


def test_the_named_one_comes_first(env: dict[str, str], place: Place) -> None:
    place("bin/chromium")
    env["HANDBOOK_CHROMIUM"] = str(place("mine/chrome"))
    assert chromium.find(env, "linux", FakeRun()) == Path(env["HANDBOOK_CHROMIUM"])


def test_a_named_one_that_is_missing_is_an_error(env: dict[str, str]) -> None:
    env["HANDBOOK_CHROMIUM"] = "/nowhere/chrome"
    with pytest.raises(chromium.NoChromiumError, match="names /nowhere/chrome"):
        chromium.find(env, "linux", FakeRun())


def test_one_on_path(env: dict[str, str], place: Place) -> None:
    place("bin/msedge")
    chrome = place("bin/google-chrome")
    assert chromium.find(env, "linux", FakeRun()) == chrome


def test_one_without_a_window_comes_first(env: dict[str, str], place: Place) -> None:
    place("bin/chromium")
    shell = place("bin/chromium-headless-shell")
    assert chromium.find(env, "linux", FakeRun()) == shell


def test_a_stub_that_does_not_start_is_passed_over(env: dict[str, str], place: Place) -> None:
    place("bin/chromium-browser")
    chrome = place("bin/google-chrome")
    assert chromium.find(env, "linux", FakeRun(failing=["chromium-browser"])) == chrome


@pytest.mark.parametrize(
    ("platform", "name"),
    [
        ("darwin", "home/Applications/Google Chrome.app/Contents/MacOS/Google Chrome"),
        ("win32", "programs/Google/Chrome/Application/chrome.exe"),
        ("linux", "home/.cache/ms-playwright/chromium-1234/chrome-linux64/chrome"),
        ("linux", "home/.cache/ms-playwright/chromium_headless_shell-1/chrome-linux/headless_shell"),
        ("linux", "home/.cache/ms-playwright/chromium_headless_shell-1/chrome-linux64/chrome-headless-shell"),
        ("darwin", "home/Library/Caches/ms-playwright/chromium-1234/chrome-mac/Chromium.app/Contents/MacOS/Chromium"),
        ("win32", "local/ms-playwright/chromium-1234/chrome-win/chrome.exe"),
    ],
)
def test_usual_places(env: dict[str, str], place: Place, tmp_path: Path, platform: str, name: str) -> None:
    env |= {"PROGRAMFILES": str(tmp_path / "programs"), "LOCALAPPDATA": str(tmp_path / "local")}
    assert chromium.find(env, platform, FakeRun()) is None
    expected = place(name)
    assert chromium.find(env, platform, FakeRun()) == expected


def test_the_folder_of_playwright_can_be_elsewhere(env: dict[str, str], place: Place, tmp_path: Path) -> None:
    env["PLAYWRIGHT_BROWSERS_PATH"] = str(tmp_path / "browsers")
    place("browsers/chromium-999/chrome-linux/chrome")
    newest = place("browsers/chromium-1200/chrome-linux/chrome")
    assert chromium.find(env, "linux", FakeRun()) == newest


def test_nothing_is_installed_when_one_is_there(env: dict[str, str], place: Place) -> None:
    path, run = place("bin/chromium"), FakeRun()
    assert chromium.ensure(env, "linux", run) == path
    assert run.commands == [f"{path} --version"]


@pytest.mark.usefixtures("debian")
@pytest.mark.parametrize(("uid", "sudo"), [(0, ""), (1000, "sudo -n ")])
def test_debian_package(
    env: dict[str, str], place: Place, monkeypatch: pytest.MonkeyPatch, uid: int, sudo: str
) -> None:
    user(monkeypatch, uid)
    run = FakeRun(effects={"recommends chromium-headless-shell": lambda: place("bin/chromium-headless-shell")})
    assert chromium.ensure(env, "linux", run).name == "chromium-headless-shell"
    assert f"{sudo}apt-get update -qq" in run.commands
    assert not any("playwright" in command for command in run.commands)


@pytest.mark.usefixtures("debian")
def test_a_debian_without_that_package_has_the_other(
    env: dict[str, str], place: Place, monkeypatch: pytest.MonkeyPatch
) -> None:
    user(monkeypatch, 0)
    run = FakeRun(failing=["headless-shell"], effects={"recommends chromium": lambda: place("bin/chromium")})
    assert chromium.ensure(env, "linux", run).name == "chromium"


@pytest.mark.usefixtures("debian")
def test_playwright_where_debian_may_not_be_used(
    env: dict[str, str], place: Place, monkeypatch: pytest.MonkeyPatch
) -> None:
    user(monkeypatch, 1000)
    browser = "home/.cache/ms-playwright/chromium-1/chrome-linux/chrome"
    run = FakeRun(failing=["sudo"], effects={"playwright install chromium": lambda: place(browser)})
    assert chromium.ensure(env, "linux", run).name == "chrome"
    assert not any("apt-get" in command for command in run.commands)


def test_another_system_has_no_debian_package(
    env: dict[str, str], tmp_path: Path, place: Place, monkeypatch: pytest.MonkeyPatch
) -> None:
    release = tmp_path / "os-release"
    release.write_text("ID=ubuntu\nID_LIKE=debian\n", encoding="utf-8")
    monkeypatch.setattr(chromium, "OS_RELEASE", release)
    place("bin/apt-get")
    run = FakeRun()
    with pytest.raises(chromium.NoChromiumError):
        chromium.ensure(env, "linux", run)
    assert not any("apt-get" in command for command in run.commands)


@pytest.mark.usefixtures("debian")
def test_without_any_the_error_says_what_failed_and_what_to_do(
    env: dict[str, str], monkeypatch: pytest.MonkeyPatch
) -> None:
    user(monkeypatch, 0)
    with pytest.raises(chromium.NoChromiumError) as raised:
        chromium.ensure(env, "linux", FakeRun(failing=["apt-get install", "playwright"]))
    message = str(raised.value)
    assert "cannot apt-get install" in message
    assert "playwright install chromium" in message
    assert "HANDBOOK_CHROMIUM" in message


def test_a_command_that_does_not_exist_is_a_failure_not_a_crash() -> None:
    assert chromium.run_command(["no-such-command-anywhere"])[0] == 127
