# SPDX-License-Identifier: Apache-2.0
"""What a consumer's client asks of the generated tables and functions, on a real PostgreSQL.

Usage: test_applying.py GENERATE_FILES. The names R1, T1, ... are those of resources/help/generating.md.
"""

import os
import subprocess
import sys
import tempfile
import unittest

from cluster import Cluster, Session, SqlError, run, run_file

HERE = os.path.dirname(os.path.abspath(__file__))
WHO = "'billing/open-orders', 'orders/order', 'a'"
FOLLOWING = f"SELECT letter, last_seq, aggregate_seq FROM consumer_next_parked({WHO})"
CLUSTER = None
SCRIPT = None


def take(seq, event="", contiguous=True, any_start=False):
    number = "NULL" if seq is None else seq
    return f"SELECT consumer_take({WHO}, {number}, {contiguous}, '{event or f'e{number}'}', {any_start});"


def advance(seq, event="", time=1):
    number = "NULL" if seq is None else seq
    return f"SELECT FROM consumer_advance({WHO}, {number}, '{event or f'e{number}'}', {time}, true);"


def park(seq, offset, reason, event=""):
    return (f"SELECT consumer_park({WHO}, {seq}, 't', 0, {offset}, 1000001, 'g', '{event or f'e{seq}'}', '{reason}', 'why', 'k', '[]', 'p');")


class Consumer(unittest.TestCase):
    def setUp(self):
        self.url = CLUSTER.url(self._testMethodName[:60])
        run(self.url, f"CREATE SCHEMA {self._testMethodName[:60]}")
        run_file(self.url, SCRIPT)

    def ask(self, sql):
        """In one transaction; what its first row says."""
        return run(self.url, f"BEGIN; {sql} COMMIT")[0][0]

    def test_a_number_is_applied_once_and_in_order(self):
        """R18, R20: skipped when known, applied when next, a hole stops where numbers are contiguous."""
        self.assertEqual(["gap", "apply", "apply", "duplicate", "gap", "apply", "duplicate"],
                         [self.ask(take(seq) + then) for seq, then in
                          ((2, ""), (1, ""), (1, advance(1)), (1, ""), (3, ""), (2, advance(2)), (1, ""))])
        self.assertEqual("apply", self.ask(take(9, contiguous=False)))
        run(self.url, "DELETE FROM consumer_stream")
        self.assertEqual(["apply", "gap"], [self.ask(take(9, any_start=True)), self.ask(take(9))])

    def test_an_event_without_a_number_is_remembered(self):
        """R18: with its own change."""
        self.assertEqual(["apply", "duplicate", "apply"], [self.ask(take(None, name) + advance(None)) for name in "xxy"])
        self.assertEqual([["0", ""]], run(self.url, "SELECT last_seq, recent_ids FROM consumer_stream"))

    def test_a_number_that_is_given_twice_is_not_taken_for_the_first(self):
        """R12, R20, T17: after the publisher's database came back from a backup; as far back as 32 numbers."""
        run(self.url, "ALTER TABLE consumer_stream DROP COLUMN recent_ids; ALTER TABLE dead_letter DROP CONSTRAINT dead_letter_reason_check, "
                      "ADD CONSTRAINT dead_letter_reason_check CHECK (reason IN ('poison', 'gap', 'behind', 'skipped'))")  # of an earlier Factline
        run_file(self.url, SCRIPT)
        for seq in (*range(1, 40), 42):
            run(self.url, f"BEGIN; {take(seq, contiguous=False)} {advance(seq)} COMMIT")
        self.assertEqual([["256", "42"]], run(self.url, "SELECT length(recent_ids), last_seq FROM consumer_stream"))
        offered = lambda *events: [self.ask(take(seq, event)) for seq, event in events]
        self.assertEqual(["duplicate"] * 7, offered((42, "e42"), (39, "e39"), (12, "e12"), (1, "e1"), (10, "other"), (41, "other"), (1, "other")))
        self.assertEqual(["reused", "reused", "duplicate", "reused", "duplicate"],
                         offered((42, "late"), (11, "early"), (11, "early"), (39, "other"), (39, "e39")))
        self.assertEqual("f", self.ask(park(39, 1, "reused", "other")))
        self.assertEqual(["parked", "f"], [self.ask(take(43)), self.ask(park(43, 2, "behind"))])  # nobody goes on before somebody has looked
        for letter, seq in ((1, None), (2, 43)):
            found = run(self.url, f"BEGIN; {FOLLOWING}; {advance(seq)} SELECT FROM consumer_resolve({letter}, NULL); COMMIT")
            self.assertEqual([str(letter), "42", "" if seq is None else str(seq)], found[0])
        self.assertEqual(["duplicate", "duplicate"], offered((39, "e39"), (42, "e42")))

    def test_a_failure_holds_back_its_aggregate_until_it_is_replayed(self):
        """R23, R26, T11."""
        self.ask(take(1) + advance(1))
        self.assertEqual("f", self.ask(park(2, 5, "poison")))
        self.assertEqual(["parked", "duplicate"], [self.ask(take(3)), self.ask(take(1))])
        self.assertEqual(["f", "f"], [self.ask(park(3, 6, "behind")), self.ask(park(3, 6, "behind"))])  # once, though it comes twice
        run(self.url, "SELECT FROM consumer_resolve(1, 'again')")
        self.assertEqual([["2", "again", ""]], run(self.url, "SELECT attempts, error, replayed_at FROM dead_letter WHERE id = 1"))
        for letter, seq in ((1, 2), (2, 3)):
            found = run(self.url, f"BEGIN; {FOLLOWING}; {advance(seq)} SELECT FROM consumer_resolve({letter}, NULL); COMMIT")
            self.assertEqual([str(letter), str(seq - 1), str(seq)], found[0])
        self.assertEqual([], run(self.url, FOLLOWING))
        self.assertEqual([["live", "3"]], run(self.url, "SELECT state, last_seq FROM consumer_stream"))

    def test_the_one_that_fills_the_hole_says_so(self):
        """R20: the missing event comes, and the replay can go on; what is skipped parks nothing."""
        self.assertEqual(["gap", "f"], [self.ask(take(2)), self.ask(park(2, 1, "gap"))])
        self.assertEqual(["parked", "t", "f"], [self.ask(take(1)), self.ask(park(1, 2, "behind")), self.ask(park(1, 2, "behind"))])
        run(self.url, "UPDATE consumer_stream SET state = 'live'")
        self.ask(park(7, 3, "skipped"))
        self.assertEqual([["live"]], run(self.url, "SELECT state FROM consumer_stream"))

    def test_two_that_come_together_wait_for_one_another(self):
        """R21: the second sees what the first has committed, for a new aggregate and for one that is known."""
        for seq in (1, 2, 3):
            first, second = Session(self.url), Session(self.url)
            self.assertEqual([["apply"]], first.run(f"BEGIN; {take(seq)}"))
            second.send(f"BEGIN; {take(seq)} COMMIT")
            first.run(f"SELECT pg_sleep(0.3); {advance(seq)} COMMIT")
            self.assertEqual([["duplicate"]], second.wait())
            for session in (first, second):
                session.close()
        self.assertEqual([["3"]], run(self.url, "SELECT last_seq FROM consumer_stream"))

    def test_a_letter_is_kept_once(self):
        """R26."""
        self.ask(park(1, 1, "poison"))
        with self.assertRaisesRegex(SqlError, "duplicate key"):
            run(self.url, "INSERT INTO dead_letter (consumer, topic, partition, \"offset\", consumer_group, aggregatetype, aggregateid, reason, error) "
                          "SELECT consumer, topic, partition, \"offset\", consumer_group, aggregatetype, aggregateid, reason, error FROM dead_letter")


if __name__ == "__main__":
    generate = os.path.abspath(sys.argv.pop(1))
    with Cluster() as CLUSTER, tempfile.TemporaryDirectory() as folder:
        done = subprocess.run([generate, os.path.join(HERE, "shop.factline.yaml"), folder, "postgresql"], capture_output=True, text=True)
        if done.returncode != 0:
            raise SystemExit(done.stderr)
        SCRIPT = os.path.join(folder, "billing/postgresql/generated/consumer.sql")
        unittest.main(verbosity=1, exit=True)
