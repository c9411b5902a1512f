# SPDX-License-Identifier: Apache-2.0
"""One process of a generated service, and the schema and group that a scenario gives it."""

import json
import os
import re
import signal
import subprocess
import sys
import tempfile
import threading
import urllib.error
import urllib.request
import uuid

import psycopg

sys.path.insert(0, os.path.join(os.path.dirname(os.path.abspath(__file__)), ".."))
from postgresql import cluster as pg  # noqa: E402
from support import records  # noqa: E402
from support.programs import free_port, wait_until  # noqa: E402

TOPICS = {"orders.order": 12, "payments.payment": 2, "checkout.basket": 2, "warehouse.parcel": 2}
HERE = os.path.dirname(os.path.abspath(__file__))


class Service:
    """A running command of the service; what it logs can be asked for."""

    def __init__(self, command, environment, what):
        self.what = what
        self.port = free_port()
        self.log = tempfile.TemporaryFile("w+b")
        self.process = subprocess.Popen(command, stdin=subprocess.DEVNULL, stdout=self.log, stderr=subprocess.STDOUT,
                                        env={**environment, "METRICS_PORT": str(self.port), "METRICS_ADDRESS": "127.0.0.1"})

    def words(self):
        self.log.seek(0)
        return self.log.read().decode(errors="replace")

    def ready(self):
        """Waits until it answers."""
        wait_until(lambda: self.process.poll() is not None or self._get("/health/live") is not None,
                   lambda: f"{self.what} does not answer: {self.words()[-2000:]}", 60)
        if self.process.poll() is not None:
            raise AssertionError(f"{self.what} ended with {self.process.returncode}: {self.words()[-3000:]}")
        return self

    def _get(self, path):
        try:
            with urllib.request.urlopen(f"http://127.0.0.1:{self.port}{path}", timeout=5) as answer:
                return answer.read().decode()
        except OSError:
            return None

    def status(self, path):
        """What HTTP answers with: 200, 503; None where nobody answers."""
        try:
            with urllib.request.urlopen(f"http://127.0.0.1:{self.port}{path}", timeout=5) as answer:
                return answer.status
        except urllib.error.HTTPError as error:
            return error.code
        except OSError:
            return None

    def get(self, path):
        return self._get(path) or ""

    def metric(self, name, **labels):
        """The sum over all of that name with these labels; 0 where there is none."""
        total = 0.0
        for line in self.get("/metrics").splitlines():
            found = re.fullmatch(r"(\w+)(\{.*\})? (\S+)", line)
            if found and found[1] == name and all(f'{key}="{value}"' in (found[2] or "") for key, value in labels.items()):
                total += float(found[3])
        return total

    def signal(self, number):
        if self.process.poll() is None:
            self.process.send_signal(number)

    def kill(self):
        """As a machine does that loses its power."""
        if self.process.poll() is None:
            self.process.kill()
        self.process.wait()

    def stop(self):
        """As an operator does; what it ended with."""
        self.signal(signal.SIGCONT)
        self.signal(signal.SIGTERM)
        try:
            return self.process.wait(30)
        except subprocess.TimeoutExpired:
            self.kill()
            return "had to be killed"


class Stage:
    """What a scenario plays on: a schema, a consumer group, and topics that hold nothing of the scenarios before."""

    def __init__(self, cluster, broker, language):
        self.cluster, self.broker, self.language = cluster, broker, language
        self.name = "s" + uuid.uuid4().hex[:10]
        self.group = f"{language.name}-{self.name}"
        self.services = []
        self.database = "postgres"
        self.questions = {}  # url -> the connection that questions go through
        self.administer(f"CREATE SCHEMA {self.name}")
        generated = os.path.join(language.project, "generated")
        self.narrow = os.path.join(language.project, "..", "postgresql", "generated", "narrow.sql")
        for path in (os.path.join(generated, "outbox.sql"), os.path.join(generated, "consumer.sql"),
                     os.path.join(HERE, "acceptance.sql")):
            pg.run_file(self.url(), path)
        self.begin = {place: last for place, (_, last) in records.ends(broker.address, TOPICS).items()}
        records.forget_before(broker.address, self.begin)
        for group in (self.group, self.group + ".rebuild"):
            self.rewind(group)

    def close(self):
        for service in self.services:
            service.kill()
        for connection in self.questions.values():
            connection.close()
        if not os.environ.get("FACTLINE_KEEP"):
            self.administer(f"DROP SCHEMA {self.name} CASCADE")

    def administer(self, sql):
        """In the database that every stage shares."""
        with psycopg.connect(self.cluster.url(), autocommit=True) as connection:
            connection.execute(sql)

    def address(self, schema=None):
        """The same as an address on the network."""
        return (f"postgresql://postgres@127.0.0.1:{self.cluster.port}/{self.database}?options=-c%20search_path%3D{schema or self.name}")

    def url(self, schema=None):
        return self.cluster.url(schema or self.name).replace("dbname=postgres", f"dbname={self.database}")

    def rewind(self, group=None):
        """Sets what the broker knows of the group back to where the scenario began."""
        from confluent_kafka import Consumer, TopicPartition
        client = Consumer({"bootstrap.servers": self.broker.address, "group.id": group or self.group, "enable.auto.commit": False})
        try:
            client.commit(offsets=[TopicPartition(*place, offset) for place, offset in self.begin.items()], asynchronous=False)
        finally:
            client.close()

    def environment(self, **extra):
        return {**os.environ, **self.language.environment, "DATABASE_URL": self.language.database_url(self), "KAFKA_BROKERS": self.broker.address,
                "KAFKA_GROUP": self.group,
                "KAFKA_PROPERTIES": "session.timeout.ms=4000;heartbeat.interval.ms=1000" if extra.pop("consumer", False) else "",
                "RELAY_POLL_MS": "100", "RELAY_LEASE_MS": "6000", "RELAY_DELIVERY_TIMEOUT_MS": "2000",
                **{key: str(value) for key, value in extra.items()}}

    def start(self, verb, **extra):
        return self.play(self.language.command(verb), verb, consumer=verb != "relay", **extra)

    def play(self, command, what, **extra):
        service = Service(command, self.environment(**extra), f"{self.language.name} {what}")
        self.services.append(service)
        return service

    def run(self, verb, text=None, **extra):
        done = subprocess.run(self.language.command(verb), env=self.environment(consumer=True, **extra), input=text, text=True,
                              capture_output=True, timeout=120)
        if done.returncode != 0:
            raise AssertionError(f"{self.language.name} {verb} ended with {done.returncode}: {done.stdout}{done.stderr}")
        return done.stderr + done.stdout

    def connect(self, autocommit=True):
        return psycopg.connect(self.url(), autocommit=autocommit)

    def rows(self, sql, *parameters):
        """Over one connection, which is made anew where the server has ended it."""
        url = self.url()
        for last in (False, True):
            connection = self.questions.get(url)
            fresh = connection is None or connection.closed
            if fresh:
                connection = self.questions[url] = self.connect()
            try:
                cursor = connection.execute(sql, parameters or None)
                return cursor.fetchall() if cursor.description else []
            except psycopg.OperationalError:
                connection.close()
                if last or fresh:
                    raise

    def value(self, sql, *parameters):
        return self.rows(sql, *parameters)[0][0]

    # What an order's life is, as the load plays it: placed, completed, and now and then cancelled or shipped.
    def append(self, connection, order, kind, payload=None, version=None, headers=None):
        bodies = {
            "OrderPlaced": (2, {"orderId": order, "lines": [{"sku": "a", "location": "b", "units": 1}], "total": "12.50", "note": "n"}),
            "OrderCompleted": (1, {"orderId": order, "lines": [], "total": "12.50"}),
            "OrderCancelled": (1, {"orderId": order, "reason": "customer", "lines": []}),
            "OrderShipped": (1, {"orderId": order, "pieces": 1, "shippedOn": "2026-03-01"})}
        newest, body = bodies[kind]
        return connection.execute("SELECT outbox_append(%s, %s, 'order', %s, %s::jsonb)",
                                  [kind, version or newest, order, json.dumps(payload or body)]).fetchone()[0]

    def published(self, topics=("orders.order",)):
        """The records that this scenario's outbox led to, in the order of each partition."""
        wanted = {row[0] for row in self.rows("SELECT event_id::text FROM outbox_event")}
        return [record for record in records.read_all(self.broker.address, topics, self.begin)
                if record.headers.get("ce_id") in wanted]

    def settle(self, seconds=180):
        """Waits until nothing is pending and every live aggregate of the outbox has been read to its end."""
        wait_until(lambda: self.value("SELECT count(*) FROM outbox_event WHERE published_at IS NULL") == 0,
                   lambda: f"the relay leaves {self.rows('SELECT count(*), min(id), max(attempts), max(last_error) FROM outbox_event WHERE published_at IS NULL')}"
                           f" {self._words()}", seconds)
        wait_until(self.read_to_the_end, lambda: f"the consumer is not at the end: {self.behind()[:5]} {self._words()}", seconds)

    def behind(self):
        return self.rows("SELECT o.aggregateid, o.last_seq, c.last_seq, c.state FROM outbox_stream o LEFT JOIN consumer_stream c "
                         "ON c.consumer = 'orders/order-status' AND c.aggregatetype = 'orders/order' AND c.aggregateid = o.aggregateid "
                         "WHERE o.aggregatetype = 'order' AND c.last_seq IS DISTINCT FROM o.last_seq")

    def read_to_the_end(self):
        return not self.behind()

    def _words(self):
        return "\n".join(service.what + ": " + service.words()[-1500:] for service in self.services[-3:])


class Writers:
    """Transactions that overlap: several orders' events each, a tenth of them rolled back."""

    def __init__(self, stage, orders, threads=4, pause=0.02):
        self.stage, self.orders, self.pause = stage, orders, pause
        self.stopping = threading.Event()
        self.problems = []
        self.threads = [threading.Thread(target=self._write, args=(number,)) for number in range(threads)]

    def __enter__(self):
        for thread in self.threads:
            thread.start()
        return self

    def __exit__(self, *_):
        self.stopping.set()
        for thread in self.threads:
            thread.join()
        if self.problems:
            raise AssertionError(self.problems[0])

    def _write(self, number):
        import random
        chance = random.Random(number)
        kinds = ["OrderPlaced", "OrderCompleted", "OrderCancelled", "OrderShipped"]
        connection = None
        while not self.stopping.is_set():
            try:
                connection = connection or self.stage.connect(autocommit=False)
                for order in sorted(chance.sample(self.orders, min(2, len(self.orders)))):
                    self.stage.append(connection, order, chance.choice(kinds))
                if chance.random() < 0.1:
                    connection.rollback()
                else:
                    connection.commit()
            except psycopg.errors.DeadlockDetected:
                connection.rollback()
            except psycopg.OperationalError:  # the server is being restarted
                connection = None
                self.stopping.wait(0.2)
            except Exception as error:  # told where the writers are joined
                self.problems.append(repr(error))
                return
            self.stopping.wait(self.pause)
        if connection:
            connection.close()


def orders(count):
    return [str(uuid.uuid4()) for _ in range(count)]
