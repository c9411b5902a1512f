# SPDX-License-Identifier: Apache-2.0
"""Does what the README of each generated project says, word by word, from the retail example to a running consumer and relay;
what is put in is the addresses. The handlers are as they were scaffolded, so what arrives is parked with that reason.

Usage: test_readme.py FACTLINE [--only LANGUAGE,...]
"""

import argparse
import os
import re
import shutil
import signal
import subprocess
import sys
import tempfile
import time
import traceback
import unittest
import urllib.request

HERE = os.path.dirname(os.path.abspath(__file__))
sys.path.insert(0, os.path.join(HERE, ".."))
sys.path.insert(0, HERE)
from support import node, python_clients  # noqa: E402
from support.programs import free_port, need, sh, wait_until  # noqa: E402

EXAMPLE = os.path.join(HERE, "../../../examples/retail.factline.yaml")
TOOLS = {"python": (), "cpp": ("cmake", "g++"), "go": ("go",), "java": ("java", "mvn"), "typescript": ("make", "g++")}
ORDER = "11111111-1111-4111-8111-11111111111"


def commands(readme):
    """The number of a step -> what stands there in backticks."""
    with open(readme) as file:
        lines = file.read().splitlines()
    return {line.split(".")[0]: re.findall(r"`([^`]+)`", line) for line in lines if re.match(r"\d+\. ", line)}


class Follower:
    """One project, and the shell of somebody who follows its README."""

    def __init__(self, folder, environment):
        self.folder = folder
        self.environment = {**environment, "PATH": node.environment()["PATH"]}
        self.started = []

    def run(self, command):
        return sh("bash", "-c", command, cwd=self.folder, env=self.environment)

    def start(self, command):
        port = free_port()
        command = re.sub(r"METRICS_PORT=\d+ ", "", command)
        log = tempfile.TemporaryFile("w+")
        process = subprocess.Popen(["bash", "-c", "exec " + command], cwd=self.folder, stdout=log, stderr=subprocess.STDOUT,
                                   env={**self.environment, "METRICS_PORT": str(port)})
        self.started.append(process)

        def words():
            log.seek(0)
            return f"{command}: {log.read()[-3000:]}"

        def ready():
            if process.poll() is not None:
                raise AssertionError(words())
            try:
                with urllib.request.urlopen(f"http://127.0.0.1:{port}/health/ready", timeout=5) as answer:
                    return answer.read() == b"ready\n"
            except OSError:
                return False

        wait_until(ready, words, 60)
        return process


def follow(name, factline, folder, broker, cluster):
    import psycopg
    need("psql", *TOOLS[name])
    sh(factline, "generate", EXAMPLE, "-o", folder, "--context", "orders", "--target", name)
    project = os.path.join(folder, "orders", name)
    if name == "typescript":  # what npm would fetch and compile for minutes is there already
        shutil.copytree(node.modules(project), os.path.join(project, "node_modules"), symlinks=True, copy_function=os.link)
    steps = commands(os.path.join(project, "README.md"))
    schema = "readme_" + name
    url = f"postgresql://postgres@127.0.0.1:{cluster.port}/postgres?options=-c%20search_path%3D{schema}"
    with psycopg.connect(cluster.url(schema), autocommit=True) as connection:
        connection.execute(f"CREATE SCHEMA {schema}")
        person = Follower(project, {**os.environ, "DATABASE_URL": url, "KAFKA_BROKERS": broker.address})
        try:
            told, tables = steps["2"]
            if not re.fullmatch(r"export DATABASE_URL=\S+ KAFKA_BROKERS=\S+", told):
                raise AssertionError(f"step 2 says {told}")
            person.run(tables)
            person.run(next(command for command in steps["3"] if " && " in command or command.startswith("mvn")))
            running = [person.start(command) for command in steps["4"]]
            if len(running) != 2:
                raise AssertionError(f"step 4 says {steps['4']}")
            order = ORDER + str(list(TOOLS).index(name))
            connection.execute("SELECT outbox_append('OrderCancelled', 1, 'order', %s, jsonb_build_object('orderId', %s::text, 'reason', 'customer', 'lines', '[]'::jsonb))",
                               [order, order])
            look = "SELECT error FROM dead_letter WHERE consumer = 'orders/order-status' AND aggregateid = %s"
            wait_until(lambda: connection.execute(look, [order]).fetchone(), "what was appended does not arrive", 60)
            if "not written yet" not in connection.execute(look, [order]).fetchone()[0]:
                raise AssertionError(connection.execute(look, [order]).fetchone()[0])
            person.run(next(command for command in steps["8"] if "replay" in command))
            for process in running:
                process.send_signal(signal.SIGTERM)
            ended = [process.wait(30) for process in running]
            if ended != [0, 0]:
                raise AssertionError(f"consumer and relay ended with {ended}")
        finally:
            for process in person.started:
                process.kill()
                process.wait()


def main():
    parser = argparse.ArgumentParser()
    parser.add_argument("factline")
    parser.add_argument("--only", default=",".join(TOOLS))
    arguments = parser.parse_args()
    from postgresql.cluster import Cluster
    from service import TOPICS
    from support.broker import Broker
    from support.records import create_topics

    failed = []
    with tempfile.TemporaryDirectory() as folder, Cluster(free_port()) as cluster, Broker() as broker:
        create_topics(broker.address, TOPICS)
        for name in arguments.only.split(","):
            start, fate = time.monotonic(), "ok"
            try:
                follow(name, arguments.factline, os.path.join(folder, name), broker, cluster)
            except unittest.SkipTest as reason:
                fate = f"skipped: {reason}"
            except Exception:
                traceback.print_exc()
                failed.append(name)
                fate = "FAILED"
            print(f"{name:10} {time.monotonic() - start:6.1f} s  {fate}", flush=True)
    sys.exit(1 if failed else 0)


if __name__ == "__main__":
    python_clients.run_inside(os.path.abspath(__file__), sys.argv[1:])
    main()
