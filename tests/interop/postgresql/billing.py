# SPDX-License-Identifier: Apache-2.0
"""The generated consumer in C++ of the shop's billing, built with written handlers, and how its core is fed."""

import json
import os
import shutil
import subprocess
import sys
import tempfile
import unittest

from cluster import Cluster, run, run_file

HERE = os.path.dirname(os.path.abspath(__file__))
GENERATE = CLUSTER = FILES = PROJECT = BUILD = None


def sh(*command, **options):
    done = subprocess.run(command, capture_output=True, text=True, **options)
    if done.returncode != 0:
        raise SystemExit(f"{' '.join(command)}\n{done.stdout[-6000:]}{done.stderr[-6000:]}")
    return done.stdout


def build():
    shutil.copytree(os.path.join(PROJECT, "handlers"), os.path.join(FILES, "scaffold"))
    shutil.copy(os.path.join(HERE, "consumer/open_orders.cpp"), os.path.join(PROJECT, "handlers"))
    shutil.copy(os.path.join(HERE, "consumer/remind.cpp"), os.path.join(PROJECT, "handlers"))
    os.remove(os.path.join(PROJECT, "handlers/settle.cpp"))  # remind.cpp has both
    # The project with its written handlers, and the programs of the tests: one on its core, one on its core with the
    # handlers as they were scaffolded (found before those in the library), and a broker.
    with open(os.path.join(FILES, "CMakeLists.txt"), "w") as file:
        file.write(f"""cmake_minimum_required(VERSION 3.16)
project(tests CXX)
set(CMAKE_CXX_STANDARD 20)
set(CMAKE_CXX_FLAGS "-O0 -Wall -Wextra -Wpedantic -Wshadow -Werror")
add_subdirectory({PROJECT} project)
add_executable(apply_records {HERE}/consumer/apply_records.cpp)
target_link_libraries(apply_records consumer_core)
file(GLOB scaffold {FILES}/scaffold/*.cpp)
add_executable(apply_unwritten {HERE}/consumer/apply_records.cpp ${{scaffold}})
target_link_libraries(apply_unwritten consumer_core)
find_package(nlohmann_json REQUIRED)
add_executable(mock_broker {HERE}/consumer/mock_broker.cpp)
target_link_libraries(mock_broker rdkafka nlohmann_json::nlohmann_json)
""")
    launcher = ["-DCMAKE_CXX_COMPILER_LAUNCHER=ccache"] if shutil.which("ccache") else []
    environment = {**os.environ, "CCACHE_BASEDIR": FILES, "CCACHE_NOHASHDIR": "1"}
    sh("cmake", "-G", "Ninja", "-S", FILES, "-B", BUILD, "-DCMAKE_BUILD_TYPE=None", *launcher, env=environment)
    sh("cmake", "--build", BUILD, "-j2", env=environment)


def hexed(text):
    return None if text is None else "\\x" + (text if isinstance(text, bytes) else text.encode()).hex()


class Topic:
    """Makes records as the relay would: numbered for each aggregate, with all headers."""

    def __init__(self):
        self.offset = -1
        self.sequences = {}

    def record(self, key, type="OrderPlaced", version=2, payload=None, seq=None, topic="orders.order", source="orders",
               aggregate="order", headers=None, raw=None, **fields):
        self.offset += 1
        if seq is None and source == "orders":
            seq = self.sequences[key] = self.sequences.get(key, 0) + 1
        if payload is None:
            payload = {"orderId": key, "total": "10.50", "lines": [{"sku": "s", "quantity": 1}], **fields}
            if type == "OrderCancelled":
                payload = {"orderId": key, "reason": "customer"}
        all_headers = {"ce_specversion": "1.0", "ce_id": f"{source}-{key}-{seq}-{type}", "ce_source": source, "ce_type": type,
                       "ce_subject": key, "ce_aggregatetype": aggregate, "ce_schemaversion": str(version),
                       "ce_time": "2026-03-01T12:00:00.5Z"}
        if seq:
            all_headers["ce_sequence"] = f"{seq:020d}"
        all_headers.update(headers or {})
        return {"topic": topic, "partition": 0, "offset": self.offset, "timestamp": 1772366400000, "key": hexed(key),
                "payload": hexed(json.dumps(payload)) if raw is None else hexed(raw),
                "headers": {k: hexed(v) for k, v in all_headers.items() if v is not None}}


class Core:
    """The program apply_records on a schema of its own."""

    def __init__(self, name, fresh=True, program="apply_records", **environment):
        self.url = CLUSTER.url(name)
        self.log = os.path.join(FILES, name + ".log")
        if fresh:
            prepare(name)
        with open(self.log, "a") as log:
            self.process = subprocess.Popen([os.path.join(BUILD, program)], stdin=subprocess.PIPE, stdout=subprocess.PIPE,
                                            stderr=log, text=True,
                                            env={**os.environ, "DATABASE_URL": self.url, **environment})

    def send(self, what):
        self.process.stdin.write(json.dumps(what) + "\n")
        self.process.stdin.flush()

    def ask(self, what):
        self.send(what)
        return self.process.stdout.readline().strip()

    def apply(self, *records):
        return [self.ask(record) for record in records]

    def command(self, command):
        return self.ask({"command": command})

    def rows(self, sql):
        return run(self.url, sql)

    def close(self):
        self.process.stdin.close()
        self.process.wait()
        self.process.stdout.close()


def prepare(name):
    url = CLUSTER.url(name)
    run(url, f"CREATE SCHEMA {name}")
    run_file(url, os.path.join(PROJECT, "generated/consumer.sql"))
    run_file(url, os.path.join(PROJECT, "generated/consumer.sql"))
    run(url, "CREATE TABLE open_orders (order_id text PRIMARY KEY, total numeric, lines int, seq bigint, applied int);"
             "CREATE TABLE paid (payment_id text, amount numeric); CREATE TABLE reminders (order_id text);"
             "CREATE TABLE wishes (wish text)")


ORDERS = "SELECT order_id, total, seq, applied FROM open_orders ORDER BY 1"
STREAM = "SELECT aggregateid, last_seq, state FROM consumer_stream WHERE consumer = 'billing/open-orders' ORDER BY 1"


def main():
    """Runs the tests of the program that calls this."""
    global GENERATE, CLUSTER, FILES, PROJECT, BUILD
    GENERATE = os.path.abspath(sys.argv.pop(1))
    with Cluster() as CLUSTER, tempfile.TemporaryDirectory() as FILES:
        BUILD = os.path.join(FILES, "build")
        PROJECT = os.path.join(FILES, "files/billing/cpp")
        sh(GENERATE, os.path.join(HERE, "shop.factline.yaml"), os.path.join(FILES, "files"))
        build()
        unittest.main(verbosity=1, warnings="ignore")
