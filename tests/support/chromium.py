"""Finds a Chromium for the browser tests, or gets one. `make test` runs this file; conftest.py imports it.

In this order: HANDBOOK_CHROMIUM; one on PATH; one in its usual place; one that Playwright has already downloaded;
Debian's package, where apt-get can be used; Playwright's own download. Nothing is skipped in silence: without a
browser there is an error that says what to do.
"""

import os
import shutil
import subprocess
import sys
from collections.abc import Callable, Mapping, Sequence
from pathlib import Path

# Runs a command; gives its exit code and what it wrote.
Run = Callable[[Sequence[str]], tuple[int, str]]

# The first has no window to draw, and runs the tests in two thirds of the time.
PACKAGES = ("chromium-headless-shell", "chromium")
NAMES = (*PACKAGES, "chromium-browser", "google-chrome", "google-chrome-stable", "chrome", "msedge", "microsoft-edge")
MAC = ("Chromium", "Google Chrome", "Microsoft Edge")
WINDOWS = ("Google/Chrome/Application/chrome.exe", "Microsoft/Edge/Application/msedge.exe")
DOWNLOADED = (
    "chromium_headless_shell-*/chrome-*/*headless?shell*",
    "chromium-*/chrome-linux*/chrome",
    "chromium-*/chrome-win*/chrome.exe",
    "chromium-*/chrome-mac*/*.app/Contents/MacOS/*",
)
# without these, Chromium asks hosts of its own; an unexpected request fails a test
FLAGS = ["--no-sandbox", "--disable-gpu", "--no-first-run", "--disable-sync"]
QUIET = ["--disable-background-networking", "--disable-component-update", "--disable-quic"]
NOWHERE_ELSE = "--host-resolver-rules=MAP * ~NOTFOUND, EXCLUDE 127.0.0.1"
OS_RELEASE = Path("/etc/os-release")
HELP = (
    "The browser tests need a Chromium, and none was found or could be installed.\n"
    "Install one (Debian: apt install chromium; elsewhere Chrome or Edge will do), or run\n"
    "  .venv/bin/playwright install chromium\n"
    "or say where it is: HANDBOOK_CHROMIUM=/path/to/chromium make test"
)


class NoChromiumError(RuntimeError):
    """There is no browser to test with."""


def run_command(command: Sequence[str]) -> tuple[int, str]:
    env = {**os.environ, "DEBIAN_FRONTEND": "noninteractive"}
    try:
        result = subprocess.run(command, env=env, capture_output=True, text=True, errors="replace", check=False)
    except OSError as error:
        return 127, str(error)
    return result.returncode, result.stdout + result.stderr


def find(env: Mapping[str, str] = os.environ, platform: str = sys.platform, run: Run = run_command) -> Path | None:
    """The first Chromium that is there and starts."""
    if setting := env.get("HANDBOOK_CHROMIUM"):
        if not Path(setting).is_file():
            raise NoChromiumError(f"HANDBOOK_CHROMIUM names {setting}, and no such file is there.")
        return Path(setting)
    on_path = (shutil.which(name, path=env.get("PATH", "")) for name in NAMES)
    places = [Path(candidate) for candidate in on_path if candidate]
    home = Path(env.get("HOME") or env.get("USERPROFILE") or ".")
    caches = home / ".cache"
    if platform == "darwin":
        applications = (Path("/Applications"), home / "Applications")
        places += [folder / f"{name}.app/Contents/MacOS/{name}" for folder in applications for name in MAC]
        caches = home / "Library/Caches"
    elif platform == "win32":
        folders = [env[key] for key in ("PROGRAMFILES", "PROGRAMFILES(X86)", "LOCALAPPDATA") if env.get(key)]
        places += [Path(folder) / name for folder in folders for name in WINDOWS]
        caches = Path(env.get("LOCALAPPDATA") or home / "AppData/Local")
    downloads = Path(env.get("PLAYWRIGHT_BROWSERS_PATH") or caches / "ms-playwright")
    for pattern in DOWNLOADED:
        places += sorted(
            downloads.glob(pattern), key=lambda candidate: (len(str(candidate)), str(candidate)), reverse=True
        )
    return next((place for place in places if place.is_file() and _starts(place, platform, run)), None)


def ensure(env: Mapping[str, str] = os.environ, platform: str = sys.platform, run: Run = run_command) -> Path:
    """A Chromium: one that is there, else one that is installed now."""
    if browser_path := find(env, platform, run):
        return browser_path
    log = []
    for command in (*_apt(env, run), [sys.executable, "-m", "playwright", "install", "chromium"]):
        print("$", *command, flush=True)
        code, output = run(command)
        if code == 0 and (browser_path := find(env, platform, run)):
            return browser_path
        if code:
            log.append(f"$ {' '.join(command)}\n{output.strip()[-1000:]}")
    raise NoChromiumError("\n\n".join([*log, HELP]))


def _apt(env: Mapping[str, str], run: Run) -> list[list[str]]:
    """How to install Debian's package; nothing where that cannot be done. (Ubuntu's is a snap: no use to a test.)"""
    debian = OS_RELEASE.is_file() and "ID=debian" in OS_RELEASE.read_text(encoding="utf-8").splitlines()
    if not debian or not shutil.which("apt-get", path=env.get("PATH", "")):
        return []
    root = hasattr(os, "geteuid") and os.geteuid() == 0
    if not root and run(["sudo", "-n", "true"])[0] != 0:
        return []
    sudo = [] if root else ["sudo", "-n"]
    return [
        [*sudo, "apt-get", "update", "-qq"],
        *([*sudo, "apt-get", "install", "-y", "-qq", "--no-install-recommends", package] for package in PACKAGES),
    ]


def _starts(browser: Path, platform: str, run: Run) -> bool:
    """Whether it answers. A stub that only says how to install one does not; on Windows a browser never answers."""
    return platform == "win32" or run([str(browser), "--version"])[0] == 0


if __name__ == "__main__":
    try:
        path = ensure()
    except NoChromiumError as error:
        sys.exit(str(error))
    print("Chromium:", path)
