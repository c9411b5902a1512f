# SPDX-License-Identifier: Apache-2.0
"""A real Kafka broker, one node in KRaft mode, in a temporary folder on free ports, gone at the end whatever happens."""

import os
import shutil
import signal
import socket
import subprocess
import tempfile
import uuid
import base64

from .programs import cache_folder, fetch, free_port, need, sh, wait_until

POM = os.path.join(os.path.dirname(os.path.abspath(__file__)), "..", "kafka", "pom.xml")


def class_path():
    """The broker's jars, fetched by Maven once a machine and version."""
    need("java", "mvn")
    with open(POM, "rb") as file:
        version = uuid.uuid5(uuid.NAMESPACE_OID, file.read().decode()).hex[:12]
    path = os.path.join(cache_folder("kafka"), version)

    def kept():
        if not os.path.exists(path):
            return None
        with open(path) as file:
            text = file.read()
        return text if all(os.path.exists(jar) for jar in text.split(":")) else None

    if not kept():
        fetch("the broker", "mvn", "-q", "-B", "-f", POM, "dependency:build-classpath", "-Dmdep.includeScope=runtime",
              f"-Dmdep.outputFile={path}")
    return kept()


class Broker:
    """Starts on entry, stops on exit. `address` is host:port. One `beside` another is of its cluster, whose controller is there."""

    def __init__(self, partitions=4, beside=None):
        self.partitions, self.first = partitions, beside or self
        self.last_node, self.other = 0, None

    def __enter__(self):
        self.jars = class_path()
        self.folder = tempfile.mkdtemp(prefix="flkafka", dir="/tmp")
        self.port = free_port()
        if self.first is self:
            self.controller = free_port()
            self.cluster = base64.urlsafe_b64encode(uuid.uuid4().bytes).decode().rstrip("=")
        self.first.last_node += 1
        self.node, controller = self.first.last_node, f"127.0.0.1:{self.first.controller}"
        self.address = f"127.0.0.1:{self.port}"
        self.process = None
        self.settings = os.path.join(self.folder, "server.properties")
        with open(self.settings, "w") as file:
            file.write("\n".join([
                *(["process.roles=broker,controller", f"listeners=PLAINTEXT://127.0.0.1:{self.port},CONTROLLER://{controller}"]
                  if self.first is self else ["process.roles=broker", f"listeners=PLAINTEXT://127.0.0.1:{self.port}"]),
                f"node.id={self.node}", f"controller.quorum.voters=1@{controller}",
                f"advertised.listeners=PLAINTEXT://{self.address}",
                "listener.security.protocol.map=PLAINTEXT:PLAINTEXT,CONTROLLER:PLAINTEXT",
                "controller.listener.names=CONTROLLER", "inter.broker.listener.name=PLAINTEXT",
                f"log.dirs={self.folder}/log", f"num.partitions={self.partitions}",
                "offsets.topic.replication.factor=1", "offsets.topic.num.partitions=4",
                "transaction.state.log.replication.factor=1", "transaction.state.log.min.isr=1",
                "transaction.state.log.num.partitions=2", "group.initial.rebalance.delay.ms=0",
                "group.min.session.timeout.ms=1000", "num.network.threads=2", "num.io.threads=2",
                "log.cleaner.enable=false", "auto.create.topics.enable=false", ""]))
        try:
            sh(*self.java("kafka.tools.StorageTool"), "format", f"--cluster-id={self.first.cluster}", "-c", self.settings)
            self.start()
        except BaseException:
            self.__exit__()
            raise
        return self

    def neighbour(self):
        """Another one of its cluster, which stays as long as this one does."""
        self.other = self.other or Broker(beside=self).__enter__()
        return self.other

    def __exit__(self, *_):
        if self.other:
            self.other.__exit__()
        self.kill()
        shutil.rmtree(self.folder, ignore_errors=True)

    def start(self):
        self.output = open(os.path.join(self.folder, "output"), "ab")
        self.process = subprocess.Popen([*self.java("kafka.Kafka"), self.settings], cwd=self.folder,
                                        stdout=self.output, stderr=subprocess.STDOUT)
        wait_until(self._answers, self._last_words, seconds=90)

    def stop(self):
        """Ends it as an operator does; start() brings it back with what it had."""
        self.process.send_signal(signal.SIGTERM)
        try:
            self.process.wait(60)
        except subprocess.TimeoutExpired:
            self.process.kill()
        self.kill()

    def kill(self):
        if self.process:
            self.process.kill()
            self.process.wait()
            self.output.close()
            self.process = None

    def suspend(self, suspended):
        """A broker that is there and answers nothing."""
        self.process.send_signal(signal.SIGSTOP if suspended else signal.SIGCONT)

    def _answers(self):
        if self.process.poll() is not None:
            raise AssertionError(self._last_words())
        try:
            socket.create_connection(("127.0.0.1", self.port), 1).close()
            return True
        except OSError:
            return False

    def _last_words(self):
        with open(os.path.join(self.folder, "output"), errors="replace") as file:
            return "the broker did not start: " + file.read()[-3000:]

    def java(self, main):
        """How a program of the broker is started, such as kafka.tools.DumpLogSegments."""
        return ["java", "-Xmx384m", "-Xms128m", "-XX:+UseSerialGC", "-XX:TieredStopAtLevel=1", "-Xshare:auto",
                "-Dorg.slf4j.simpleLogger.defaultLogLevel=warn", "-cp", self.jars, main]
