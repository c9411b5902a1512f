# SPDX-License-Identifier: Apache-2.0
"""The client libraries that the tests themselves use, in a virtual environment made once a machine."""

import os
import sys

from .programs import cache_folder, fetch, sh

PINNED = ["confluent-kafka==2.6.1", "psycopg[binary]==3.2.3", "setuptools==75.6.0", "wheel==0.45.1"]


def environment():
    """The path of its python."""
    folder = os.path.join(cache_folder("python"), f"{sys.version_info[0]}{sys.version_info[1]}-clients-2")
    python = os.path.join(folder, "bin", "python")
    if not os.path.exists(os.path.join(folder, "complete")):
        fetch("the Python clients", sys.executable, "-m", "venv", folder)
        fetch("the Python clients", python, "-m", "pip", "install", "-q", *PINNED)
        with open(os.path.join(folder, "complete"), "w"):
            pass
    return python


def run_inside(script, arguments):
    """Starts the script once more, by the python that has the clients, unless it is that one already."""
    if not os.environ.get("FACTLINE_TEST_CLIENTS"):
        python = environment()
        os.environ["FACTLINE_TEST_CLIENTS"] = python
        os.execv(python, [python, "-B", script, *arguments])
