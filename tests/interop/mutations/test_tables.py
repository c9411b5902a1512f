# SPDX-License-Identifier: Apache-2.0
"""T18 for the tables of each database: takes one safeguard after another out of a template; each time the test of that
database that is named beside it has to fail. What the services of each language do by themselves: ../stubs/test_mutations.py.

Usage: test_tables.py GENERATE_FILES SOURCE_FOLDER [--only DATABASE,...]
"""

import argparse
import functools
import glob
import itertools
import os
import re
import subprocess
import sys
import tempfile
import time
from concurrent.futures import ThreadPoolExecutor

HERE = os.path.dirname(os.path.abspath(__file__))
ONCE = "Once.test_what_is_there_is_refused"
POSTGRES_ZOMBIE, ZOMBIE = "Relay.test_a_zombie_marks_nothing", "Relay.test_a_lost_lease_marks_nothing"
FAILURE = "Relay.test_a_failure_holds_back_its_aggregate_alone"
PAGE = "Relay.test_a_page_reads_what_it_gives"
IN_ORDER = "Consumer.test_a_number_is_applied_once_and_in_order"
HELD_BACK = "Consumer.test_a_failure_holds_back_its_aggregate_until_it_is_replayed"
TWICE = "Consumer.test_a_number_that_is_given_twice_is_not_taken_for_the_first"
WHOSE = "Consumer.test_a_number_tells_whose_it_was"
GONE = "Consumer.test_numbers_go_with_their_stream"
NUMBER_TOLD = "    INSERT INTO consumer_number VALUES (NEW.consumer, NEW.aggregatetype, NEW.aggregateid, NEW.last_seq, NEW.last_event_id)"
NUMBER_UNTOLD = NUMBER_TOLD.replace("NEW.last_event_id", "NULL")
TOGETHER = "Consumer.test_two_that_come_together_wait_for_one_another"
OF_SHARD = "FROM relay_shard WHERE partition_no = p_partition_no"

# Of which database: what is taken out, of which template, by what it is replaced, and which
# test notices.
MUTATIONS = {
    "postgresql": [
        ("UNIQUE of the aggregate's numbers", "outbox", ",\n    UNIQUE (aggregatetype, aggregateid, aggregate_seq)", "", ONCE),
        ("UNIQUE of the event's id", "outbox", "gen_random_uuid() UNIQUE", "gen_random_uuid()", ONCE),
        ("a new fence for each claim", "outbox", "fence = s.fence + 1", "fence = s.fence", POSTGRES_ZOMBIE),
        ("fence of a page", "outbox", "AND s.fence = p_fence AND s.lease_until", "AND s.lease_until", POSTGRES_ZOMBIE),
        ("fence of a mark", "outbox", f"{OF_SHARD} AND fence = p_fence FOR SHARE;\n    IF NOT FOUND THEN\n        RETURN 0;",
         f"{OF_SHARD} FOR SHARE;\n    IF NOT FOUND THEN\n        RETURN 0;", POSTGRES_ZOMBIE),
        ("fence of a failure", "outbox", f"{OF_SHARD} AND fence = p_fence FOR SHARE;\n    IF NOT FOUND THEN\n        RETURN false;",
         f"{OF_SHARD} FOR SHARE;\n    IF NOT FOUND THEN\n        RETURN false;", POSTGRES_ZOMBIE),
        ("fence of a renewal", "outbox", "AND fence = p_fence AND owner IS NOT NULL RETURNING 1", "AND owner IS NOT NULL RETURNING 1", POSTGRES_ZOMBIE),
        ("fence of the floor", "outbox", f"{OF_SHARD} AND fence = p_fence FOR UPDATE", f"{OF_SHARD} FOR UPDATE", POSTGRES_ZOMBIE),
        ("fence of a release", "outbox", "WHERE partition_no = p_partition_no AND fence = p_fence RETURNING 1", "WHERE partition_no = p_partition_no RETURNING 1",
         POSTGRES_ZOMBIE),
        ("the look whether anything changes", "outbox", "IS DISTINCT FROM pg_get_expr(found.conbin, found.conrelid)", "IS NOT NULL", "Schema.test_a_script_that_changes_nothing_waits_for_nobody"),
        ("another try", "outbox", "v_tries   integer := 5", "v_tries   integer := 1", "Schema.test_a_script_that_has_to_wait_lets_others_through"),
        ("the floor's own number", "outbox", "next_xid = pg_current_xact_id()", "next_xid = pg_snapshot_xmax(pg_current_snapshot())", "Sequences.test_the_floor_waits_for_one_that_nobody_has_followed"),
        ("parking of an aggregate", "outbox", "coalesce(clock_timestamp() + p_retry, 'infinity')", "coalesce(clock_timestamp() + p_retry, '-infinity')", FAILURE),
        ("waiting of later events", "outbox", "AND w.aggregate_seq <= e.aggregate_seq", "AND w.aggregate_seq = e.aggregate_seq", FAILURE),
        ("leaving out what is on its way", "outbox", "u.id = ANY (p_under_way)", "false", "Relay.test_a_page_leaves_out_what_is_on_its_way"),
        ("leaving out what has failed", "outbox", "OR NOT p_again", "", "Relay.test_a_page_leaves_out_what_is_on_its_way"),
        ("skipping what was applied", "consumer", "ELSIF p_seq <= v_stream.last_seq THEN", "ELSIF false THEN", IN_ORDER),
        ("telling events of one number apart", "consumer", "IF consumer_number_taken(v_stream", "IF false AND consumer_number_taken(v_stream", TWICE),
        ("somebody's look at a number that was given twice", "consumer", "AND reason = 'reused' AND replayed_at IS NULL", "AND false", TWICE),
        ("stopping at a hole", "consumer", "RETURN 'gap';", "RETURN 'apply';", IN_ORDER),
        ("waiting behind what is parked", "consumer", "    IF v_stream.state = 'parked' THEN\n        RETURN 'parked';\n    END IF;\n", "", HELD_BACK),
        ("parking of a stream", "consumer", "SET state = 'parked'", "SET state = 'live'", HELD_BACK),
        ("the end of parking", "consumer", "SET state = 'live'", "SET state = 'parked'", HELD_BACK),
        ("the lock of a stream", "consumer", "AND aggregateid = p_aggregateid FOR UPDATE;\n    IF p_seq IS NULL", "AND aggregateid = p_aggregateid;\n    IF p_seq IS NULL",
         TOGETHER),
        ("the inbox' memory", "consumer", "        IF NOT FOUND THEN\n            RETURN 'duplicate';\n        END IF;\n", "", "Consumer.test_an_event_without_a_number_is_remembered"),
        ("UNIQUE of dead letters", "consumer", ",\n    UNIQUE (consumer, topic, partition, \"offset\")", "", "Consumer.test_a_letter_is_kept_once"),
    ],
    "mariadb": [
        ("UNIQUE of the aggregate's numbers", "outbox", "    CONSTRAINT outbox_event_sequence UNIQUE (aggregatetype, aggregateid, aggregate_seq),\n", "", ONCE),
        ("UNIQUE of the event's id", "outbox", "ascii_bin NOT NULL UNIQUE", "ascii_bin NOT NULL", ONCE),
        ("a new fence for each claim", "outbox", "UTC_TIMESTAMP(6)), fence = fence + 1", "UTC_TIMESTAMP(6))", ZOMBIE),
        ("fence of a page", "outbox", "AND s.fence = p_fence AND s.lease_until", "AND s.lease_until", ZOMBIE),
        ("fence of a mark", "outbox", "AND s.fence = p_fence\n    SET e.published_at", "\n    SET e.published_at", ZOMBIE),
        ("fence of a failure", "outbox", "AND s.fence = p_fence\n    SET e.attempts", "\n    SET e.attempts", ZOMBIE),
        ("fence of a renewal", "outbox", "UTC_TIMESTAMP(6))\n    WHERE partition_no = p_partition_no AND fence = p_fence", "UTC_TIMESTAMP(6))\n    WHERE partition_no = p_partition_no", ZOMBIE),
        ("fence of a release", "outbox", "lease_until = NULL\n    WHERE partition_no = p_partition_no AND fence = p_fence", "lease_until = NULL\n    WHERE partition_no = p_partition_no",
         ZOMBIE),
        ("parking of an aggregate", "outbox", "UTC_TIMESTAMP(6)), '9999-12-31')", "UTC_TIMESTAMP(6)), '1999-12-31')", FAILURE),
        ("waiting of later events", "outbox", "AND w.aggregate_seq <= e.aggregate_seq", "AND w.aggregate_seq = e.aggregate_seq", FAILURE),
        ("an end of waiting", "outbox", "SET SESSION lock_wait_timeout = 5;\n", "", "Migration.test_one_that_has_to_wait_gives_up_soon"),
        ("the replacing of a procedure at once", "outbox", "/*!80000 DROP PROCEDURE IF EXISTS outbox_append */ $$\nCREATE /*M! OR REPLACE */", "DROP PROCEDURE IF EXISTS outbox_append $$\nCREATE", "Migration.test_who_calls_meanwhile_is_not_broken_off"),
        ("one at a time", "outbox", " CHECK (is_ours = 1)", " CHECK (is_ours >= 0)", "Migration.test_one_at_a_time"),
        ("the index of what waits", "outbox", " FORCE INDEX (outbox_event_waiting)", "", PAGE),
        ("what waits in a table that is there", "outbox", "    'ALTER TABLE outbox_event ADD COLUMN waits BOOLEAN AS (IF(next_attempt_at IS NULL, NULL, TRUE)) VIRTUAL')", "    'DO 0')", PAGE),
        ("skipping what was applied", "consumer", "SET v_seen = p_seq <= v_last_seq", "SET v_seen = FALSE", IN_ORDER),
        ("telling events of one number apart", "consumer", "SET v_reused = consumer_number_taken(", "SET v_reused = FALSE AND consumer_number_taken(", TWICE),
        ("stopping at a hole", "consumer", "p_seq > v_last_seq + 1 AND p_contiguous", "FALSE AND p_contiguous", IN_ORDER),
        ("waiting behind what is parked", "consumer", "WHEN v_state = 'parked' THEN 'parked'", "WHEN FALSE THEN 'parked'", HELD_BACK),
        ("parking of a stream", "consumer", "SET state = 'parked'", "SET state = 'live'", HELD_BACK),
        ("the end of parking", "consumer", "SET state = 'live'", "SET state = 'parked'", HELD_BACK),
        ("the lock of a stream", "consumer", "AND aggregateid = p_aggregateid FOR UPDATE;\n    SET v_reused", "AND aggregateid = p_aggregateid;\n    SET v_reused",
         TOGETHER),
        ("the look at new letters", "consumer", "WHERE id = v_letter FOR UPDATE", "WHERE id = v_letter", "Consumer.test_a_replay_sees_what_came_meanwhile"),
        ("the inbox' memory", "consumer", "SET v_seen = TRUE", "SET v_seen = FALSE", "Consumer.test_an_event_without_a_number_is_remembered"),
        ("a freshness that only grows", "consumer", "GREATEST(COALESCE(last_event_time, v_time), v_time),", "v_time,", "Consumer.test_position_and_freshness"),
        ("UNIQUE of dead letters", "consumer", "    CONSTRAINT dead_letter_origin UNIQUE (consumer, topic, `partition`, `offset`),\n", "", "Consumer.test_cleanup_and_origin"),
    ],
    "sqlite": [
        ("UNIQUE of the aggregate's numbers", "outbox", ",\n    UNIQUE (aggregatetype, aggregateid, aggregate_seq)", "", ONCE),
        ("UNIQUE of the event's id", "outbox", "TEXT    NOT NULL UNIQUE", "TEXT    NOT NULL", ONCE),
        ("a new fence for each claim", "relay", "fence = fence + 1", "fence = fence", ZOMBIE),
        ("fence of a renewal", "relay", "AND fence = :fence AND owner IS NOT NULL RETURNING 1;\n\n-- name: relay_pending", "RETURNING 1;\n\n-- name: relay_pending", ZOMBIE),
        ("fence of a page", "relay", "AND s.fence = :fence AND s.lease_until", "AND s.lease_until", ZOMBIE),
        ("fence of a mark", "relay", "AND s.fence = :fence)\nRETURNING id;\n\n-- name: relay_fail", ")\nRETURNING id;\n\n-- name: relay_fail", ZOMBIE),
        ("fence of a failure", "relay", "AND s.fence = :fence)\nRETURNING id;\n\n-- name: relay_unpark", ")\nRETURNING id;\n\n-- name: relay_unpark", ZOMBIE),
        ("fence of the floor", "relay", "AND fence = :fence RETURNING floor_id", "RETURNING floor_id", ZOMBIE),
        ("fence of a release", "relay", "AND fence = :fence AND owner IS NOT NULL RETURNING 1;\n\n-- name: outbox_cleanup", "RETURNING 1;\n\n-- name: outbox_cleanup", ZOMBIE),
        ("waiting of later events", "relay", "AND w.aggregate_seq <= e.aggregate_seq", "AND w.aggregate_seq = e.aggregate_seq", FAILURE),
        ("waiting of what is parked", "relay", "AND w.next_attempt_at > :now", "AND w.next_attempt_at < :now", FAILURE),
        ("skipping what was applied, and stopping at a hole", "applying", "last_seq = excluded.last_seq - 1 AND state", "state", IN_ORDER),
        ("whose the first number was", "consumer", f"WHEN NEW.last_seq > 0 BEGIN\n{NUMBER_TOLD}", f"WHEN NEW.last_seq > 0 BEGIN\n{NUMBER_UNTOLD}", GONE),
        ("whose the next number was", "consumer", f"AND NEW.last_seq - 1;\n{NUMBER_TOLD}", f"AND NEW.last_seq - 1;\n{NUMBER_UNTOLD}", WHOSE),
        ("forgetting the numbers of a stream that is gone", "consumer", "consumer = OLD.consumer AND", "consumer <> OLD.consumer AND", GONE),
        ("waiting behind what is parked", "applying", " AND state = 'live'\nRETURNING", "\nRETURNING", IN_ORDER),
        ("parking of a stream", "applying", "DO UPDATE SET state = 'parked'", "DO UPDATE SET state = 'live'", IN_ORDER),
        ("the inbox' memory", "consumer", "    received_at INTEGER NOT NULL,\n    PRIMARY KEY (consumer, event_id)\n) STRICT, WITHOUT ROWID;", "    received_at INTEGER NOT NULL\n) STRICT;", IN_ORDER),
        ("UNIQUE of dead letters", "consumer", ",\n    UNIQUE (consumer, topic, partition, \"offset\")", "", "Consumer.test_letters_are_kept_once_and_cleaned_up"),
    ],
}


def program_of(database, test):
    """Where the test is."""
    for path in sorted(glob.glob(os.path.join(HERE, "..", database, "test_*.py"))):
        with open(path) as file:
            if f"\nclass {test.split('.')[0]}(" in file.read():
                return path
    raise SystemExit(f"{database}: there is no test {test}")


class Bench:
    """Runs the tests of the databases with other templates than ours."""

    def __init__(self, generate, source):
        self.generate, self.source = os.path.abspath(generate), source
        self.problems = []

    def failed(self, database, tests, templates=None):
        """Which of the tests, all of one program, failed, and what was said."""
        environment = {**os.environ, **({"FACTLINE_TEST_TEMPLATES": templates} if templates else {})}
        models = [] if database == "postgresql" else [os.path.join(HERE, "../postgresql")]
        done = subprocess.run([sys.executable, "-B", program_of(database, tests[0]), self.generate, *models, *tests],
                              capture_output=True, text=True, env=environment, timeout=240)
        said = done.stdout + done.stderr
        ran = re.search(r"^Ran (\d+) tests?", said, re.MULTILINE)
        if not ran or int(ran[1]) != len(tests):
            raise AssertionError(f"{database}: the tests {tests} did not run: {said[-1500:]}")
        return [test for test in tests if re.search(rf"^(FAIL|ERROR): {test.split('.')[1]}\b", said, re.MULTILINE)], said

    def mutate(self, database, what, template, old, new, test):
        path = os.path.join(self.source, "resources/templates", database, template + ".sql.mustache")
        with open(path) as file:
            text = file.read()
        if text.count(old) != 1:
            self.problems.append(f"{database}: {what}: its text is {text.count(old)} times in {template}.sql")
            return
        start = time.monotonic()
        with tempfile.TemporaryDirectory() as folder:
            os.mkdir(os.path.join(folder, database))
            with open(os.path.join(folder, database, template + ".sql.mustache"), "w") as file:
                file.write(text.replace(old, new))
            failed, said = self.failed(database, [test], folder)
        if not failed:
            self.problems.append(f"{database}: {what}: {test} does not notice")
        why = [line for line in said.splitlines() if re.match(r"[\w.]*(Error|Exception)\b", line)]
        print(f"{time.monotonic() - start:5.1f} s  {database} without {what}: {test} {'noticed: ' + (why or [''])[0][:90] if failed else 'DID NOT NOTICE'}", flush=True)

    def as_it_was(self, database, tests):
        """They go through: it is the mutation that was noticed."""
        failed, said = self.failed(database, tests)
        if failed:
            self.problems.append(f"{database}: {failed} fail as it was: {said[-1500:]}")


def main():
    parser = argparse.ArgumentParser()
    parser.add_argument("generate")
    parser.add_argument("source")
    parser.add_argument("--only", default=",".join(MUTATIONS))
    arguments = parser.parse_args()
    bench = Bench(arguments.generate, arguments.source)
    chosen = {database: MUTATIONS[database] for database in arguments.only.split(",")}
    with ThreadPoolExecutor(2) as pool:
        pieces = []
        for database, mutations in chosen.items():
            program = functools.partial(program_of, database)
            tests = itertools.groupby(sorted({mutation[-1] for mutation in mutations}, key=program), program)
            pieces += [pool.submit(bench.as_it_was, database, list(together)) for _, together in tests]
        pieces += [pool.submit(bench.mutate, database, *mutation) for database, mutations in chosen.items() for mutation in mutations]
        for piece in pieces:
            piece.result()
    print("\n".join(bench.problems) or f"all {sum(map(len, chosen.values()))} mutations were noticed")
    sys.exit(1 if bench.problems else 0)


if __name__ == "__main__":
    main()
