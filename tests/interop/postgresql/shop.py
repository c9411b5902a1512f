# SPDX-License-Identifier: Apache-2.0
"""The outbox of the shop on a PostgreSQL of its own, for the tests of its tables and of its relay."""

import json
import os
import subprocess
import sys
import tempfile
import unittest

from cluster import Cluster, run, run_file

HERE = os.path.dirname(os.path.abspath(__file__))
GENERATE = CLUSTER = FILES = None


def generate(model, folder):
    done = subprocess.run([GENERATE, model, folder, "postgresql"], capture_output=True, text=True)
    if done.returncode != 0:
        raise SystemExit(done.stderr)
    return done.stdout


def schema(name, sql_file=None):
    """A fresh schema with the shop's outbox in it, and how to reach it."""
    url = CLUSTER.url(name)
    run(url, f"CREATE SCHEMA {name}")
    run_file(url, sql_file or os.path.join(FILES, "shop/orders/postgresql/generated/outbox.sql"))
    return url


def append(key, type="OrderPlaced", version=2, aggregate="order", payload=None):
    payload = json.dumps({"orderId": key} if payload is None else payload).replace("'", "''")
    return f"SELECT outbox_append('{type}', {version}, '{aggregate}', '{key}', '{payload}')"


def shard_of(url, key):
    return run(url, f"SELECT partition_no FROM outbox_event WHERE aggregateid = '{key}' LIMIT 1")[0][0]


def claim(url, owner, number, lease="30 seconds"):
    """Claims until the wanted shard is among them; gives its fence."""
    for _ in range(8):
        rows = run(url, f"SELECT partition_no, fence FROM relay_claim('{owner}', '{lease}')")
        if rows and rows[0][0] == str(number):
            return rows[0][1]
    raise AssertionError(f"shard {number} was not to be had")


def main():
    """Runs the tests of the program that calls this."""
    global GENERATE, CLUSTER, FILES
    GENERATE = os.path.abspath(sys.argv.pop(1))
    with Cluster() as CLUSTER, tempfile.TemporaryDirectory() as FILES:
        for name in ("shop", "odd"):
            generate(os.path.join(HERE, name + ".factline.yaml"), os.path.join(FILES, name))
        unittest.main(verbosity=1, exit=True)
