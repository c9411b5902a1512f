# SPDX-License-Identifier: Apache-2.0
"""What every test with foreign programs needs: running them, free ports, waiting, and saying what is missing."""

import contextlib
import os
import shutil
import socket
import subprocess
import threading
import time
import unittest


def unavailable(reason):
    """A toolchain that cannot be had here: the case is skipped with the reason. In CI a skip is a failure."""
    if os.environ.get("CI"):
        raise AssertionError(f"not to be skipped in CI: {reason}")
    raise unittest.SkipTest(reason)


def need(*names):
    """Each of these programs must be on the path."""
    for name in names:
        if not shutil.which(name):
            unavailable(f"{name} is not installed (see installer/packages-test.txt)")


def sh(*command, cwd=None, env=None, timeout=900):
    """Runs a program and gives what it printed; an AssertionError with its last words where it fails."""
    done = subprocess.run(command, cwd=cwd, env=env, capture_output=True, text=True, timeout=timeout)
    if done.returncode != 0:
        raise AssertionError(f"{' '.join(command)} ended with {done.returncode}\n{done.stdout[-5000:]}{done.stderr[-5000:]}")
    return done.stdout


def fetch(what, *command, **options):
    """A download by an ecosystem's own client: where it fails, the case is unavailable and says why."""
    for attempt in (1, 2):
        try:
            return sh(*command, **options)
        except (AssertionError, OSError, subprocess.TimeoutExpired) as error:
            if attempt == 2:
                unavailable(f"{what} could not be fetched: {str(error)[-1500:]}")


def cache_folder(name):
    """A folder that outlives the test: what is fetched is fetched once a machine."""
    base = os.environ.get("FACTLINE_TEST_CACHE") or os.path.join(os.path.expanduser("~"), ".cache", "factline-tests")
    path = os.path.join(base, name)
    os.makedirs(path, exist_ok=True)
    return path


def free_port():
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        return probe.getsockname()[1]


bound = threading.local()
SLOWNESS = 2 if os.environ.get("CI") else 1  # there all tests share a small machine: what comes late is no failure


@contextlib.contextmanager
def patience(seconds):
    """Nothing that this thread waits for is waited for any longer: whoever expects it not to come need not wait for long."""
    bound.seconds = seconds
    try:
        yield
    finally:
        del bound.seconds


def wait_until(condition, what, seconds=60, every=0.1):
    """Waits for a condition; an AssertionError that says what did not come. `what` may be a function."""
    seconds = min(seconds * SLOWNESS, getattr(bound, "seconds", seconds * SLOWNESS))
    end = time.monotonic() + seconds
    while True:
        value = condition()
        if value:
            return value
        if time.monotonic() > end:
            raise AssertionError(f"within {seconds} s: {what() if callable(what) else what}")
        time.sleep(every)
