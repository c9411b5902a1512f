# SPDX-License-Identifier: Apache-2.0
"""The generated consumer in C++ with written handlers, fed on a real PostgreSQL: first its core alone, with and without
its handlers, then the whole process on librdkafka's mock broker. That what is generated compiles as it is: test_scaffold.py.

Usage: test_consumer.py GENERATE_FILES. The names R18, T7, ... are those of resources/help/generating.md.
"""

import json
import os
import signal
import subprocess
import tempfile
import threading
import time
import unittest
import urllib.error
import urllib.request

import billing
from billing import Core, ORDERS, STREAM, Topic, hexed, prepare, sh
from cluster import run

HERE = os.path.dirname(os.path.abspath(__file__))
STRICT = ["-std=c++20", "-Wall", "-Wextra", "-Wpedantic", "-Wshadow", "-Werror"]


def compiles(*arguments):
    done = subprocess.run(["g++", *STRICT, "-fsyntax-only", "-I/usr/include/postgresql", *arguments], capture_output=True, text=True)
    return done.returncode == 0, done.stderr


class Compiling(unittest.TestCase):
    def test_a_missing_handler_does_not_compile(self):
        with open(os.path.join(HERE, "consumer/open_orders.cpp")) as file:
            text = file.read()
        start = text.index("    void on(const ::events::orders::OrderCancelled")
        without = text[:start] + text[text.index("    void on(const ::events::payments"):]
        path = os.path.join(billing.FILES, "missing.cpp")
        for content, expected in ((text, True), (without, False)):
            with open(path, "w") as file:
                file.write(content)
            good, message = compiles("-I", f"{billing.PROJECT}/generated", path)
            self.assertEqual(expected, good, message)
        self.assertIn("OrderCancelled", message)

    def test_odd_names_compile(self):
        with tempfile.TemporaryDirectory() as folder:
            sh(billing.GENERATE, os.path.join(HERE, "odd.factline.yaml"), folder, "cpp")
            project = os.path.join(folder, next(f for f in os.listdir(folder) if not f.startswith(".")), "cpp")
            for source in ("generated/dispatch.cpp", *(f"handlers/{f}" for f in os.listdir(f"{project}/handlers"))):
                good, message = compiles("-I", f"{project}/generated", os.path.join(project, source))
                self.assertTrue(good, message)


class Applying(unittest.TestCase):
    def setUp(self):
        self.topic = Topic()
        self.core = Core(self.id().rsplit(".", 1)[1][5:50])
        self.addCleanup(self.core.close)

    def wish(self, wish):
        run(self.core.url, f"INSERT INTO wishes VALUES ('{wish}')")

    def unwish(self):
        run(self.core.url, "DELETE FROM wishes")

    def test_in_order(self):
        t = self.topic
        self.assertEqual(["ok"] * 3, self.core.apply(t.record("a"), t.record("b", total=7), t.record("a", type="OrderCancelled", version=1)))
        self.assertEqual([["a", "", "1", "2"], ["b", "7", "1", "1"]], self.core.rows(ORDERS))
        self.assertEqual([["a", "2", "live"], ["b", "1", "live"]], self.core.rows(STREAM))
        self.assertEqual([["billing/open-orders", "3"], ["billing/remind", "3"]],
                         self.core.rows("SELECT consumer, next_offset FROM consumer_offset ORDER BY 1"))
        self.assertEqual([["1772366400.500000", "t"]],
                         self.core.rows("SELECT extract(epoch FROM last_event_time), last_applied_at > now() - interval '1 minute' "
                                        "FROM projection_freshness WHERE projection = 'billing/open-orders'"))

    def test_a_redelivered_event_changes_nothing(self):  # R18, T9
        t = self.topic
        records = [t.record("a"), t.record("a", total=11), t.record("b")]
        self.core.apply(*records)
        before = self.core.rows(ORDERS), self.core.rows("SELECT count(*) FROM reminders")
        self.assertEqual(["ok"] * 6, self.core.apply(*records, *records))
        self.assertEqual(before, (self.core.rows(ORDERS), self.core.rows("SELECT count(*) FROM reminders")))
        self.assertEqual([["0"]], self.core.rows("SELECT count(*) FROM dead_letter"))

    def test_a_declared_event_that_is_not_consumed_counts(self):
        t = self.topic
        self.core.apply(t.record("a"), t.record("a", type="OrderArchived", version=1, payload={"orderId": "a"}), t.record("a"))
        self.assertEqual([["a", "10.50", "3", "2"]], self.core.rows(ORDERS))

    def test_a_gap_parks_and_heals(self):  # R20
        t = self.topic
        one, two, three, four = (t.record("a", total=n) for n in range(1, 5))
        self.core.apply(one, three, four, t.record("b"))
        self.assertEqual([["a", "1", "1", "1"], ["b", "10.50", "1", "1"]], self.core.rows(ORDERS))
        self.assertEqual([["a", "1", "parked"], ["b", "1", "live"]], self.core.rows(STREAM))
        self.assertEqual([["3", "gap"], ["4", "behind"]],
                         self.core.rows("SELECT aggregate_seq, reason FROM dead_letter WHERE consumer = 'billing/open-orders' ORDER BY id"))
        metrics = json.loads(self.core.command("metrics"))
        self.assertIn('factline_consumer_gaps_total{consumer="billing/open-orders"} 1\n', metrics)
        self.assertIn('factline_consumer_parked_keys{consumer="billing/open-orders"} 1\n', metrics)
        self.assertIn('factline_consumer_last_event_timestamp_seconds{consumer="billing/open-orders"} 1772366400.5\n', metrics)
        # Applied are #1 of both, years after they were committed.
        self.assertIn('# TYPE factline_view_lag_seconds histogram\n', metrics)
        self.assertIn('factline_view_lag_seconds_count{view="billing/open-orders"} 2\n', metrics)
        self.assertIn('factline_view_lag_seconds_bucket{view="billing/open-orders",le="+Inf"} 2\n', metrics)
        self.assertRegex(metrics, r'factline_view_lag_seconds_bucket\{view="billing/open-orders",le="[0-9.]+"\} 0\n')
        self.assertNotIn('factline_view_lag_seconds_count{view="billing/remind', metrics)
        two["offset"] = 99
        self.core.apply(two)
        self.assertEqual([["a", "4", "4", "4"], ["b", "10.50", "1", "1"]], self.core.rows(ORDERS))
        self.assertEqual([["a", "4", "live"], ["b", "1", "live"]], self.core.rows(STREAM))
        self.core.apply(t.record("a", total=5))
        self.assertEqual("5", self.core.rows(ORDERS)[0][2])

    def test_poison_parks_its_aggregate_alone(self):  # R23, R26, T10
        t = self.topic
        for wish in ("poison", "sql", "odd"):
            self.wish(wish)
        self.core.apply(t.record("a"), t.record("a", total=2, note="poison"), t.record("b", note="sql"), t.record("c", note="odd"),
                        t.record("a", total=3), t.record("d"), t.record("a", total=4), t.record("e", raw="{"),
                        t.record("f", payload={"orderId": "f", "total": "x", "lines": []}))
        self.assertEqual([["a", "10.50", "1", "1"], ["d", "10.50", "1", "1"]], self.core.rows(ORDERS))
        letters = self.core.rows("SELECT aggregateid, aggregate_seq, reason, topic, partition, \"offset\", consumer_group, "
                                 "extract(epoch FROM record_time)::bigint, error FROM dead_letter WHERE consumer = 'billing/open-orders' ORDER BY id")
        self.assertEqual([["a", "2", "poison", "orders.order", "0", "1", "test-group", "1772366400", "poisoned"]], letters[:1])
        self.assertIn("division by zero", letters[1][8])
        self.assertEqual(["a", "a"], [row[0] for row in letters if row[2] == "behind"])
        self.assertEqual(["OrderPlaced.total is not a decimal number"], [row[8] for row in letters if row[0] == "f"])
        self.assertEqual("0", self.core.command("replay"))  # nothing is better yet
        self.assertEqual(["a", "b", "c", "e", "f"], [row[0] for row in self.core.rows(STREAM) if row[2] == "parked"])
        self.unwish()
        self.assertEqual("5", self.core.command("replay"))
        self.assertEqual([["a", "4", "4", "4"], ["b", "10.50", "1", "1"], ["c", "10.50", "1", "1"], ["d", "10.50", "1", "1"]], self.core.rows(ORDERS))
        self.assertEqual([["a", "4", "live"], ["e", "0", "parked"]], [self.core.rows(STREAM)[0], self.core.rows(STREAM)[4]])
        self.core.apply(t.record("a", total=5))
        self.assertEqual(["a", "5", "5", "5"], self.core.rows(ORDERS)[0])

    def test_a_redelivered_poison_is_kept_once(self):
        t = self.topic
        self.wish("poison")
        record = t.record("a", note="poison")
        again = dict(record, offset=50)
        self.core.apply(record, record, again, again)
        self.assertEqual([["2"]], self.core.rows("SELECT count(*) FROM dead_letter WHERE consumer = 'billing/open-orders'"))
        self.unwish()
        self.core.command("replay")
        self.assertEqual([["a", "10.50", "1", "1"]], self.core.rows(ORDERS))
        self.assertEqual([["a", "1", "live"]], self.core.rows(STREAM))

    def test_unknown_types_and_versions_are_parked(self):  # R25
        t = self.topic
        self.core.apply(t.record("a", type="OrderSplit"), t.record("b", version=9), t.record("c", version=1),
                        t.record("d", headers={"ce_sequence": "soon"}), t.record("e", headers={"ce_time": "noon"}))
        self.assertEqual(["c"], [row[0] for row in self.core.rows(ORDERS)])
        errors = [row[0] for row in self.core.rows("SELECT error FROM dead_letter WHERE consumer = 'billing/open-orders' ORDER BY id")]
        self.assertEqual(["unknown type orders/OrderSplit", "unknown version 9 of OrderPlaced", "the header ce_sequence cannot be read",
                          "the header ce_time cannot be read"], errors)

    def test_bytes_that_are_no_text(self):
        t = self.topic
        for record in (t.record("a", headers={"ce_subject": b"\xff\x00"}), t.record("b", headers={"ce_type": b"\x00"}),
                       t.record("c", raw=b"\xff\xfe\x00"), t.record("d", headers={"other": b"\x00\x01"}),
                       t.record("e", payload={"orderId": "e\u0000", "total": "1", "lines": []})):
            self.assertEqual(["ok"], self.core.apply(record))
        self.assertEqual(["a", "d"], [row[0] for row in self.core.rows(ORDERS)])
        self.core.apply(t.record("x", type="Nonsense", headers={"other": b"\x00\x01"}))
        self.assertEqual("0", self.core.command("replay"))

    def test_events_without_a_number_are_applied_once(self):
        t = self.topic
        pay = t.record("p", type="PaymentReceived", version=1, source="payments", topic="payments.payment", aggregate="payment",
                       payload={"paymentId": "p", "amount": 5})
        bare = dict(pay, headers={}, offset=77, payload=hexed(json.dumps({"paymentId": "q", "amount": 6})))
        self.assertEqual(["ok"] * 4, self.core.apply(pay, dict(pay, offset=9), bare, bare))
        self.assertEqual([["p", "5"], ["q", "6"]], self.core.rows("SELECT payment_id, amount FROM paid ORDER BY 1"))

    def test_skip_and_halt(self):
        t = self.topic
        self.core.apply(t.record("a", note="unmindful"), t.record("a"))
        self.assertEqual([["a"]], self.core.rows("SELECT order_id FROM reminders"))
        self.assertEqual([["skipped", "cannot be reminded"]], self.core.rows("SELECT reason, error FROM dead_letter"))
        pay = t.record("p", type="PaymentReceived", version=1, source="payments", topic="payments.payment", aggregate="payment",
                       payload={"paymentId": "p", "amount": 0})
        self.assertTrue(self.core.apply(pay)[0].startswith("halt: billing/settle cannot handle PaymentReceived"))
        self.assertEqual([["0"]], self.core.rows("SELECT count(*) FROM consumer_offset WHERE consumer = 'billing/settle'"))

    def test_what_may_pass_leaves_nothing_behind(self):  # R24
        t = self.topic
        self.wish("transient")
        record = t.record("a", note="transient")
        self.assertEqual(["transient: not now"], self.core.apply(record))
        self.assertEqual([], self.core.rows(ORDERS) + self.core.rows(STREAM) + self.core.rows("SELECT * FROM dead_letter"))
        run(self.core.url, "SELECT pg_terminate_backend(pid) FROM pg_stat_activity WHERE pid <> pg_backend_pid() AND query LIKE '%ROLLBACK%'")
        self.unwish()
        answers = [self.core.apply(record)[0] for _ in range(2)]
        self.assertEqual("ok", answers[-1])
        self.assertEqual([["a", "10.50", "1", "1"]], self.core.rows(ORDERS))

    def test_a_crash_at_any_point_applies_once(self):  # T7
        t = self.topic
        self.wish("crash")
        record = t.record("a", note="crash")
        self.core.send(record)
        self.assertEqual(99, self.core.process.wait())
        self.unwish()
        for _ in range(2):  # the second run stands for a crash between the commit and storing the offset
            again = Core(self.id().rsplit(".", 1)[1][5:50], fresh=False)
            self.assertEqual(["ok"], again.apply(record))
            again.close()
        self.assertEqual([["a", "10.50", "1", "1"]], self.core.rows(ORDERS))
        self.assertEqual([["1"]], self.core.rows("SELECT count(*) FROM reminders"))

    def test_two_consumers_racing_apply_it_once(self):  # R21
        t = self.topic
        record = t.record("a", note="slow")
        other = Core(self.id().rsplit(".", 1)[1][5:50], fresh=False)
        self.core.send(record)
        time.sleep(0.3)
        self.assertEqual(["ok"], other.apply(record))
        self.assertEqual("ok", self.core.process.stdout.readline().strip())
        self.assertEqual([["a", "10.50", "1", "1"]], self.core.rows(ORDERS))
        second = t.record("a", note="slow", total=2)
        self.core.send(second)
        time.sleep(0.3)
        self.core.process.kill()  # the first rolls back while the second waits for it
        self.assertEqual(["ok"], other.apply(second))
        self.assertEqual([["a", "2", "2", "2"]], self.core.rows(ORDERS))
        other.close()

    def test_cleanup_spares_what_is_parked(self):
        t = self.topic
        for wish in ("poison", "sql"):
            self.wish(wish)
        pay = t.record("p", type="PaymentReceived", version=1, source="payments", topic="payments.payment", aggregate="payment",
                       payload={"paymentId": "p", "amount": 5})
        self.core.apply(t.record("a", note="poison"), t.record("a"), t.record("b", note="unmindful"), t.record("c", note="sql"), pay)
        run(self.core.url, "DELETE FROM wishes WHERE wish = 'sql'")
        self.assertEqual("1", self.core.command("replay"))
        run(self.core.url, "INSERT INTO inbox (consumer, event_id) SELECT 'x', n::text FROM generate_series(1, 25) AS n")
        for function in ("inbox_cleanup", "dead_letter_cleanup"):
            self.assertEqual([["0"]], self.core.rows(f"SELECT {function}()"))
        run(self.core.url, "UPDATE dead_letter SET parked_at = parked_at - interval '91 days', replayed_at = replayed_at - interval '91 days'")
        run(self.core.url, "UPDATE inbox SET received_at = received_at - interval '22 days' WHERE event_id <> '25'")
        letters = "SELECT aggregateid, reason FROM dead_letter ORDER BY 1, 2, id"
        self.assertEqual([["a", "behind"], ["a", "poison"], ["b", "skipped"], ["c", "poison"]], self.core.rows(letters))
        self.assertEqual([["1"], ["1"], ["0"]], [self.core.rows("SELECT dead_letter_cleanup(p_batch => 1)")[0] for _ in range(3)])
        self.assertEqual([["a", "behind"], ["a", "poison"]], self.core.rows(letters))
        self.assertEqual([["20"], ["6"], ["0"]], [self.core.rows("SELECT inbox_cleanup(p_batch => 20)")[0] for _ in range(3)])
        self.assertEqual([["25"]], self.core.rows("SELECT event_id FROM inbox"))
        self.unwish()
        self.assertEqual("2", self.core.command("replay"))
        self.assertEqual(["a", "10.50", "2", "2"], self.core.rows(ORDERS)[0])
        for index, table in (("inbox_received", "inbox"), ("dead_letter_resolved", "dead_letter")):
            self.assertEqual([[table]], self.core.rows(f"SELECT tablename FROM pg_indexes WHERE indexname = '{index}' AND schemaname = current_schema()"))

    def test_first_seen_may_be_accepted(self):
        strict = self.topic.record("a", seq=17)
        self.core.apply(strict)
        self.assertEqual([["a", "0", "parked"]], self.core.rows(STREAM))
        lenient = Core("lenient", FIRST_SEEN="accept")
        self.addCleanup(lenient.close)
        lenient.apply(strict, self.topic.record("a", seq=18), self.topic.record("a", seq=20))
        self.assertEqual([["a", "18", "parked"]], lenient.rows(STREAM))


class Unwritten(unittest.TestCase):
    def test_an_event_without_a_handler_waits_for_it(self):
        t = Topic()
        core = Core("unwritten", program="apply_unwritten")
        self.addCleanup(core.close)
        pay = t.record("p", type="PaymentReceived", version=1, source="payments", topic="payments.payment", aggregate="payment",
                       payload={"paymentId": "p", "amount": 5})
        self.assertEqual(["ok"] * 4, core.apply(t.record("a"), t.record("a", total=2), t.record("b"), pay))

        def error(consumer, event, file):
            return f"the handler of billing/{consumer} for {event} is not written yet: see handlers/{file}.cpp"

        orders, reminds = (error(n, "orders/OrderPlaced", n.replace("-", "_")) for n in ("open-orders", "remind"))
        # Parked whatever the subscription says: remind says skip, settle says halt.
        self.assertEqual([["open-orders", "a", "poison", orders], ["open-orders", "a", "behind", "its aggregate is parked"],
                          ["open-orders", "b", "poison", orders],
                          ["open-orders", "p", "poison", error("open-orders", "payments/PaymentReceived", "open_orders")],
                          ["remind", "a", "poison", reminds], ["remind", "a", "behind", "its aggregate is parked"],
                          ["remind", "b", "poison", reminds],
                          ["settle", "p", "poison", error("settle", "payments/PaymentReceived", "settle")]],
                         core.rows("SELECT split_part(consumer, '/', 2), aggregateid, reason, error FROM dead_letter ORDER BY consumer, id"))
        with open(core.log) as log:
            told = [json.loads(line) for line in log]
        self.assertEqual([orders, reminds, orders, reminds], [line["message"] for line in told if line["type"] == "OrderPlaced"])
        self.assertEqual({"parked"}, {line["result"] for line in told})
        self.assertEqual("0", core.command("replay"))

        written = Core("unwritten", fresh=False)
        self.addCleanup(written.close)
        self.assertEqual("8", written.command("replay"))
        self.assertEqual([["a", "2", "2", "2"], ["b", "10.50", "1", "1"]], written.rows(ORDERS))
        self.assertEqual([["p", "5"]], written.rows("SELECT payment_id, amount FROM paid"))
        self.assertEqual([["0"]], written.rows("SELECT count(*) FROM consumer_stream WHERE state = 'parked'"))


class Broker:
    def __enter__(self):
        self.process = subprocess.Popen([os.path.join(billing.BUILD, "mock_broker"), "orders.order:2", "payments.payment:1"],
                                        stdin=subprocess.PIPE, stdout=subprocess.PIPE, stderr=subprocess.DEVNULL, text=True)
        self.address = self.process.stdout.readline().strip()
        return self

    def __exit__(self, *_):
        self.process.stdin.close()
        try:
            self.process.wait(10)
        except subprocess.TimeoutExpired:
            self.process.kill()
            self.process.wait()
        self.process.stdout.close()

    def produce(self, record, partition=0):
        self.process.stdin.write(json.dumps(dict(record, partition=partition)) + "\n")
        self.process.stdin.flush()
        return int(self.process.stdout.readline())


class WholeProcess(unittest.TestCase):
    def start(self, url, broker):
        process = subprocess.Popen([os.path.join(billing.BUILD, "project/consumer")], stderr=subprocess.PIPE, text=True,
                                   env={**os.environ, "DATABASE_URL": url, "KAFKA_BROKERS": broker.address, "METRICS_PORT": "0",
                                        "METRICS_ADDRESS": "127.0.0.1", "KAFKA_PROPERTIES": "session.timeout.ms=6000;heartbeat.interval.ms=500"})
        self.log = []
        started = threading.Event()

        def read():
            for line in process.stderr:
                entry = json.loads(line)
                self.log.append(entry)
                if entry["message"] == "started":
                    self.port = entry["port"]
                    started.set()

        threading.Thread(target=read, daemon=True).start()
        self.assertTrue(started.wait(10), self.log)
        return process

    def eventually(self, what, expected, seconds=25):
        end = time.time() + seconds
        while time.time() < end:
            got = what()
            if got == expected:
                return
            time.sleep(0.1)
        self.assertEqual(expected, got, self.log[-5:])

    def get(self, path):
        with urllib.request.urlopen(f"http://127.0.0.1:{self.port}{path}", timeout=5) as answer:
            return answer.read().decode()

    def test_from_broker_to_database(self):
        prepare("whole")
        url = billing.CLUSTER.url("whole")
        topic = Topic()
        with Broker() as broker:
            for n in range(1, 4):
                broker.produce(topic.record("a", total=n), 0)
                broker.produce(topic.record("b", total=n), 1)
            process = self.start(url, broker)
            self.addCleanup(process.kill)
            self.eventually(lambda: run(url, ORDERS), [["a", "3", "3", "3"], ["b", "3", "3", "3"]])
            self.assertEqual("live\n", self.get("/health/live"))
            self.assertEqual("ready\n", self.get("/health/ready"))
            self.assertIn('factline_consumer_events_total{consumer="billing/open-orders",result="applied"} 6\n', self.get("/metrics"))
            with self.assertRaises(urllib.error.HTTPError):
                self.get("/other")
            self.eventually(lambda: run(url, "SELECT caught_up_at IS NOT NULL FROM projection_freshness"), [["t"]])

            # A transient error holds one partition; the other goes on, and nothing is applied twice or lost.
            run(url, "INSERT INTO wishes VALUES ('transient')")
            broker.produce(topic.record("a", total=4, note="transient"), 0)
            broker.produce(topic.record("a", total=5), 0)
            broker.produce(topic.record("b", total=4), 1)
            self.eventually(lambda: run(url, ORDERS), [["a", "3", "3", "3"], ["b", "4", "4", "4"]])
            run(url, "DELETE FROM wishes")
            self.eventually(lambda: run(url, ORDERS), [["a", "5", "5", "5"], ["b", "4", "4", "4"]])

            # The database goes away and comes back (T11).
            billing.CLUSTER.stop()
            broker.produce(topic.record("a", total=6), 0)
            time.sleep(1)
            billing.CLUSTER.start()
            self.eventually(lambda: run(url, ORDERS)[0], ["a", "6", "6", "6"])

            # SIGTERM ends it cleanly, with offsets committed: the next one begins where it ended.
            process.send_signal(signal.SIGTERM)
            self.assertEqual(0, process.wait(10))
            process.stderr.close()
            broker.produce(topic.record("a", total=7), 0)
            process = self.start(url, broker)
            self.addCleanup(process.kill)
            self.eventually(lambda: run(url, ORDERS)[0], ["a", "7", "7", "7"])
            self.assertNotIn('result="duplicate"', self.get("/metrics"))

            # kill -9: some offset may not be committed, the projection is right all the same.
            broker.produce(topic.record("b", total=5), 1)
            self.eventually(lambda: run(url, ORDERS)[1], ["b", "5", "5", "5"])
            process.kill()
            process.wait()
            broker.produce(topic.record("b", total=6), 1)
            process = self.start(url, broker)
            self.addCleanup(process.kill)
            self.eventually(lambda: run(url, ORDERS), [["a", "7", "7", "7"], ["b", "6", "6", "6"]], 40)
            process.terminate()
            self.assertEqual(0, process.wait(10))
            self.assertEqual([["0"]], run(url, "SELECT count(*) FROM dead_letter"))


if __name__ == "__main__":
    billing.main()
