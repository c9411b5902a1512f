# SPDX-License-Identifier: Apache-2.0
"""The tables of the shop on a MariaDB of its own, for the tests of its outbox and of its consumer."""

import json
import os
import subprocess
import sys
import tempfile
import unittest

from server import Server

SERVER = WORK = None


def generate(name, text):
    """The folder of the context `orders` (or the only one) of a model."""
    path = os.path.join(WORK, f"{name}.factline.yaml")
    with open(path, "w") as file:
        file.write(text.replace("store: postgresql", "store: mariadb"))
    done = subprocess.run([sys.argv[1], path, os.path.join(WORK, name), "mariadb"], capture_output=True, text=True)
    assert done.returncode == 0, done.stderr
    contexts = sorted(f for f in os.listdir(os.path.join(WORK, name)) if not f.startswith("."))
    return {context: os.path.join(WORK, name, context, "mariadb/generated") for context in contexts}


def model(name):
    with open(os.path.join(sys.argv[2], f"{name}.factline.yaml")) as file:
        return file.read()


def database(name, folder, *files):
    SERVER.run("mysql", f"CREATE DATABASE {name}")
    for file in files or ("outbox.sql",):
        SERVER.run_file(name, os.path.join(folder, file))
    return lambda sql: SERVER.run(name, sql)


def text(value):
    return "'" + str(value).replace("\\", "\\\\").replace("'", "''") + "'"


def append(key, type="OrderPlaced", version=2, aggregate="order", payload=None, null=False):
    body = "NULL" if null else text(json.dumps({"orderId": key} if payload is None else payload, ensure_ascii=False))
    return (f"CALL outbox_append({text(type)}, {version}, {text(aggregate)}, {text(key)}, {body}, NULL, NULL, NULL, NULL, "
            "NULL, @seq); SELECT @seq;")


def claim(run, owner, number, lease=30):
    for _ in range(8):
        rows = run(f"CALL relay_claim('{owner}', {lease})")
        if rows and rows[0][0] == str(number):
            return rows[0][1]
    raise AssertionError(f"shard {number} was not to be had")


def main():
    """Runs the tests of the program that calls this."""
    global SERVER, WORK
    with tempfile.TemporaryDirectory() as WORK, Server() as SERVER:
        unittest.main(argv=[sys.argv[0], *sys.argv[3:]])
