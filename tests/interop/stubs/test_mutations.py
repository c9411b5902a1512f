# SPDX-License-Identifier: Apache-2.0
"""T18: takes one safeguard after another out of what is generated; each time a scenario has to notice. The tables are the same
for every language; what a language does by itself is taken out of it.

Before, in the same lane and with the same patience, the scenario is played to what is whole: what fails there as well is no notice.

`test_services.py --mutations` does so after all scenarios, in the same lanes.

Usage: test_mutations.py GENERATE_FILES [--all] [WORD]
--all: those of Go and Java, and all of C++, whose builds take long, too
WORD: only what has it in its name, its file or its scenario
"""

import functools
import os
import sys
import tempfile
import time

HERE = os.path.dirname(os.path.abspath(__file__))
sys.path.insert(0, os.path.join(HERE, ".."))
sys.path.insert(0, HERE)
from support import python_clients  # noqa: E402

# What is taken out, of which file, by what it is replaced, and who notices.
MUTATIONS = [
    ("UNIQUE of the aggregate's numbers", "outbox.sql", ",\n    UNIQUE (aggregatetype, aggregateid, aggregate_seq)", "", "what_is_there_is_refused"),
    ("UNIQUE of the event's id", "outbox.sql", "DEFAULT gen_random_uuid() UNIQUE", "DEFAULT gen_random_uuid()", "what_is_there_is_refused"),
    ("fence of a mark", "outbox.sql", "    PERFORM FROM relay_shard WHERE partition_no = p_partition_no AND fence = p_fence FOR SHARE;\n    IF NOT FOUND THEN\n        RETURN 0;",
     "    PERFORM FROM relay_shard WHERE partition_no = p_partition_no FOR SHARE;\n    IF NOT FOUND THEN\n        RETURN 0;", "a_zombie_marks_nothing"),
    ("fence of a failure", "outbox.sql", "    PERFORM FROM relay_shard WHERE partition_no = p_partition_no AND fence = p_fence FOR SHARE;\n    IF NOT FOUND THEN\n        RETURN false;",
     "    PERFORM FROM relay_shard WHERE partition_no = p_partition_no FOR SHARE;\n    IF NOT FOUND THEN\n        RETURN false;", "a_zombie_marks_nothing"),
    ("fence of a page", "outbox.sql", "AND s.fence = p_fence AND s.lease_until", "AND s.lease_until", "a_zombie_marks_nothing"),
    ("waiting of later events", "outbox.sql", "AND w.aggregate_seq <= e.aggregate_seq", "AND w.aggregate_seq = e.aggregate_seq",
     "a_row_that_cannot_be_sent_parks_its_aggregate_alone"),
    ("one event of an aggregate at a time", "relay.py", "[queues[aggregate][0] for aggregate in wave]",
     "[row for aggregate in wave for row in queues[aggregate]]", "a_row_that_cannot_be_sent_parks_its_aggregate_alone"),
    ("leaving out what is on its way", "outbox.sql", "u.id = ANY (p_under_way)", "false", "the_leader_of_a_partition_is_away"),
    ("going on without what has no answer", "relay.py", "PATIENCE = 0.5", "PATIENCE = 50", "the_leader_of_a_partition_is_away"),
    ("the bytes of what is on its way", "relay.py", 'BESIDE + len(self.body or b"")', "BESIDE", "more_waits_for_a_partition_than_may_be_on_its_way"),
    ("the fence that a row was read by", "relay.py", "if (row.shard, row.fence) == (shard, fence)]\n            if not mine", "if row.shard == shard]\n            if not mine",
     "a_lease_is_lost_with_events_on_their_way"),
    ("forgetting at once what is marked", "relay.py", "                self._forget(row)\n                self._metrics", "                self._metrics", "what_is_published_is_counted_once"),
    ("forgetting at once what is noted", "relay.py", "                self._forget(row)\n                result", "                result", "what_fails_is_counted_once"),
    ("going on after a page of large events", "relay.py", " or sum(row.size for row in mine) >= PAGE_BYTES", "", "a_page_of_large_events_is_not_the_last"),
    ("UNIQUE of dead letters", "consumer.sql", ",\n    UNIQUE (consumer, topic, partition, \"offset\")", "", "a_poisoned_event_parks_its_order_alone"),
    ("parking of the aggregate", "consumer.sql", "UPDATE consumer_stream SET state = 'parked'", "UPDATE consumer_stream SET state = 'live'",
     "a_poisoned_event_parks_its_order_alone"),
    ("waiting behind what is parked", "consumer.sql", "    IF v_stream.state = 'parked' THEN\n        RETURN 'parked';\n    END IF;\n", "",
     "a_poisoned_event_parks_its_order_alone"),
    ("skipping what was applied", "consumer.sql", "ELSIF p_seq <= v_stream.last_seq THEN", "ELSIF false THEN", "offsets_begin_again"),
    ("telling events of one number apart", "consumer.sql", "IF consumer_number_taken(v_stream", "IF false AND consumer_number_taken(v_stream",
     "the_publisher_comes_back_from_a_backup"),
    ("parking at a hole", "consumer.sql", "        RETURN 'gap';", "        RETURN 'apply';", "a_hole_parks_until_it_is_filled"),
    ("taking back what a failed handler did", "applier.py", "            with connection.transaction():\n                self._handle(",
     "            if True:\n                self._handle(", "a_poisoned_event_parks_its_order_alone"),
    ("beginning where the tables are", "consumer.py", "return OFFSET_BEGINNING if position is None else position", "return -1000  # what is stored at the broker",
     "the_tables_of_the_consumer_come_back_from_a_backup"),
    ("moving on past what concerns nobody", "applier.py", "self._passed[place] >= PASSED", "False", "what_concerns_nobody_is_not_read_for_ever"),
    ("the age of a partition that stands still", "applier.py", "min(times, default=now)", "max(times, default=now)", "a_view_is_as_fresh_as_its_oldest_partition"),
    ("a row for each partition", "consumer.sql", "WHERE p_projection\n", "WHERE false\n", "a_view_is_as_fresh_as_its_oldest_partition"),
    ("beginning where the tables are", "reader.ts", "offset: (await this.#applier.position(topic, partition)) ?? BEGINNING", "offset: -1000",
     "the_tables_of_the_consumer_come_back_from_a_backup"),
    ("parking of what is unknown", "applier.py", "raise decode.PermanentError(f\"unknown type {envelope.source}/{envelope.type}\")", "return",
     "what_is_not_known_is_parked"),
    ("one event of an aggregate at a time", "relay.ts", "wave.map(([, queue]) => queue[0]!)", "wave.flatMap(([, queue]) => queue)",
     "a_row_that_cannot_be_sent_parks_its_aggregate_alone"),
    ("taking back what a failed handler did", "applier.ts", '      await client.query("ROLLBACK TO SAVEPOINT before_handler");\n', "",
     "a_poisoned_event_parks_its_order_alone"),
    ("parking of what is unknown", "applier.ts", "if (!isDeclared(consumer, envelope)) throw new PermanentError(`unknown type ${envelope.source}/${envelope.type}`);", "",
     "what_is_not_known_is_parked"),
    ("asking for what is deferred", "applier.py", '                connection.execute("SET CONSTRAINTS ALL IMMEDIATE")  # what the database would object to at the end\n', "",
     "however_a_handler_fails_its_order_parks_alone"),
    ("asking for what is deferred", "applier.ts", '      await client.query("SET CONSTRAINTS ALL IMMEDIATE"); // what the database would object to at the end\n', "",
     "however_a_handler_fails_its_order_parks_alone"),
    ("asking for what is deferred", "Applier.java", '            Database.rows(connection, "SET CONSTRAINTS ALL IMMEDIATE"); // what the database would object to at the end\n', "",
     "however_a_handler_fails_its_order_parks_alone"),
    ("asking for what is deferred and what failed in silence", "applier.go", '_, err := savepoint.Exec(ctx, "SET CONSTRAINTS ALL IMMEDIATE")\n\t\treturn err', "return nil",
     "however_a_handler_fails_its_order_parks_alone"),
    ("shards that are kept over an outage", "relay.py", 'self._renewed = float("-inf")\n                full', "self._fences.clear()\n                full",
     "a_relay_keeps_its_shards_over_an_outage"),
    ("taking back what an Error leaves open", "Database.java", "            with.rollback();\n", "", "a_writer_that_crashes_leaves_nothing"),
    ("the end at an Error", "Main.java", """        } catch (Throwable error) { // an Error, too, such as a library that is missing
            Log.tell("error", error.getMessage(), "kind", error.getClass().getSimpleName());
        } finally {
            ended.countDown();
            System.exit(status[0]);
        }""", """        } catch (Exception error) {
            Log.tell("error", error.getMessage());
        }
        ended.countDown();
        System.exit(status[0]);""", "a_process_that_cannot_go_on_ends"),
    ("failing with the first of a missing topic", "Relay.java", "if (answers.getOrDefault(row.id(), Optional.empty()).orElse(null) instanceof TimeoutException error) away.put(row.topic(), error);",
     "", "one_of_two_topics_is_missing"),
    ("parking at an Error", "Applier.java", "catch (Throwable error) {", "catch (Exception error) {", "however_a_handler_fails_its_order_parks_alone"),
    ("a bound on silence", "database.py", "wire.shutdown(socket.SHUT_RDWR)", "pass", "the_database_is_gone_without_a_word"),
    ("a bound on silence", "database.ts", "if (asked > 0) socket.destroy(", "if (asked > 1000) socket.destroy(", "the_database_is_gone_without_a_word"),
    ("a bound on silence", "database.go", "return impatient{wire, patience}, err", "return wire, err", "the_database_is_gone_without_a_word"),
    ("a bound on silence", "Settings.java", '{"socketTimeout", ', "{", "the_database_is_gone_without_a_word"),
    ("a bound on silence", "database.cpp", 'm_connection.reset();\n            throw DatabaseError("the database does not answer", "08006", true);', "continue;",
     "the_database_is_gone_without_a_word"),
    ("parking of what fails", "applier.cpp", 'if (!halts) park(', 'if (halts) park(', "a_poisoned_event_parks_its_order_alone"),
    ("skipping what was applied", "applier.cpp", 'if (verdict == "duplicate") {', 'if (verdict == "twice") {', "offsets_begin_again"),
    ("taking back what a failed handler did", "applier.cpp", '        transaction.exec("ROLLBACK TO SAVEPOINT handler");\n', "", "a_poisoned_event_parks_its_order_alone"),
    ("asking for what is deferred", "applier.cpp", '        transaction.exec("SET CONSTRAINTS ALL IMMEDIATE"); // what the database would object to at the end\n', "",
     "however_a_handler_fails_its_order_parks_alone"),
    ("parking of what is unknown", "applier.cpp", "if (!consumer.declared.contains(key)) throw PermanentError(\"unknown type \" + envelope.source + '/' + envelope.type);", "",
     "what_is_not_known_is_parked"),
    ("beginning where the tables are", "kafka.cpp", "            place.offset = self.begin(place.topic, place.partition);\n", "", "the_tables_of_the_consumer_come_back_from_a_backup"),
    ("shards that are kept over an outage", "relay.cpp", "m_renewed = {};", "m_fences.clear();", "a_relay_keeps_its_shards_over_an_outage"),
    ("one event of an aggregate at a time", "relay.cpp", "first.push_back(queue->second.back());", "first.insert(first.end(), queue->second.rbegin(), queue->second.rend());",
     "a_row_that_cannot_be_sent_parks_its_aggregate_alone"),
    ("giving up what has no answer", "delivery.go", "if !overdue ||", "if true ||", "more_waits_for_a_partition_than_may_be_on_its_way"),
    ("forgetting at once what is marked", "delivery.go", "\t\t\tr.forget(row)\n\t\t\tif row.source", "\t\t\tif row.source", "what_is_published_is_counted_once"),
    ("forgetting at once what is marked", "relay.cpp", "            forget(row->id);\n            m_metrics", "            m_metrics", "what_is_published_is_counted_once"),
    ("taking back what a failed handler did", "applier.go", "return err, savepoint.Rollback(ctx)", "return err, nil", "a_poisoned_event_parks_its_order_alone"),
    ("parking of what is unknown", "applier.go", 'return fmt.Errorf("unknown type %s/%s", envelope.Source, envelope.Type)', "return nil", "what_is_not_known_is_parked"),
    ("beginning where the tables are", "reader.go", "places[at.topic][at.partition] = kgo.NewOffset().At(position)", "", "the_tables_of_the_consumer_come_back_from_a_backup"),
    ("one event of an aggregate at a time", "delivery.go", "wave = append(wave, queue[0])", "wave = append(wave, queue...)", "a_row_that_cannot_be_sent_parks_its_aggregate_alone"),
    ("taking back what a failed handler did", "Applier.java", "            connection.rollback(savepoint);\n            return new Failure(brief(error), false);",
     "            return new Failure(brief(error), false);", "a_poisoned_event_parks_its_order_alone"),
    ("parking of what is unknown", "Applier.java", 'if (!consumer.declared().containsKey(key)) throw new PermanentError("unknown type " + envelope.source() + "/" + envelope.type());', "",
     "what_is_not_known_is_parked"),
    ("beginning where the tables are", "Reader.java", "if (position.isPresent()) client.seek(place, position.getAsLong());\n                else client.seekToBeginning(List.of(place));", "",
     "the_tables_of_the_consumer_come_back_from_a_backup"),
    ("one event of an aggregate at a time", "Relay.java", "wave.stream().map(Deque::getFirst)", "wave.stream().flatMap(Deque::stream)", "a_row_that_cannot_be_sent_parks_its_aggregate_alone"),
]
SLOW = (".cpp", ".go", ".java")  # to build
PATIENCES = (10, 20, 40)  # s: what a mutation prevents does not come later either; longer where a machine is too slow for what is whole
OF_ALL = ("applier.cpp", "a_poisoned_event_parks_its_order_alone")  # the one of them that is always tried: the first of these


def chosen(given):
    everything = "--all" in given
    word = next((word for word in given if word != "--all"), "")
    slow = [mutation for mutation in MUTATIONS if mutation[1].endswith(SLOW)]
    first = next(mutation for mutation in slow if (mutation[1], mutation[4]) == OF_ALL)
    return [mutation for mutation in MUTATIONS if word in " ".join(mutation) and (everything or mutation not in slow or mutation is first)]


def take_out(mutations, lanes, whole, generate, folder):
    """Plays what is to notice each of them; tells those that go unnoticed. `whole` gives the project of a language that nothing is
    taken out of."""
    import test_services
    from lanes import work_through
    from languages import rewritten

    projects, wrong = {}, []
    waiting = {}  # language -> scenario -> its mutations
    for mutation in mutations:
        waiting.setdefault(language_of(mutation[1]), {}).setdefault(mutation[4], []).append(mutation)

    def pieces_of(kind):
        language = whole(kind)
        return [functools.partial(compare, language, scenario, those) for scenario, those in waiting[kind].items()]

    def compare(language, scenario, those, lane):
        for patience in PATIENCES:
            start = time.monotonic()
            problem = play(lane, language, scenario, patience)
            print(f"{time.monotonic() - start:5.1f} s  with all safeguards ({language.name}), {scenario}: "
                  f"{'FAILED: ' + problem if problem else 'ok'}, with a patience of {patience} s", flush=True)
            if not problem:
                for mutation in those:
                    mutate(mutation, patience, lane)
                return
        wrong.append(f"{scenario} fails in {language.name} with all safeguards: {problem}")

    def mutate(mutation, patience, lane):
        what, file, old, new, scenario = mutation
        start = time.monotonic()
        kind = language_of(file)
        place = os.path.join(folder, f"{kind.name}-{lanes.index(lane)}" + ("-tables" if file.endswith(".sql") else ""))
        if place not in projects:
            projects[place] = test_services.build(kind, generate, place)
        language = projects[place]
        path = os.path.join(language.project, "generated", file)
        with open(path) as stream:
            text = stream.read()
        if text.count(old) != 1:
            wrong.append(f"{what}: its text is {text.count(old)} times in {file}")
            return
        with rewritten(path, (old, new)):
            if not file.endswith(".sql"):
                language.compile()
            problem = play(lane, language, scenario, patience)
        if not problem:
            wrong.append(f"{what}: {scenario} does not notice, with a patience of {patience} s")
        print(f"{time.monotonic() - start:5.1f} s  without {what} ({file}), {scenario}: {'noticed: ' + problem if problem else 'NOT NOTICED'}", flush=True)

    start = time.monotonic()
    work_through(lanes, preparations=[functools.partial(pieces_of, kind) for kind in waiting])
    print("\n".join(wrong) or f"all {len(mutations)} mutations were noticed", f"in {time.monotonic() - start:.0f} s")
    return wrong


def language_of(file):
    """By its end; what all have in common is tried in Python."""
    from languages import Cpp, Go, Java, Python, TypeScript
    return {".cpp": Cpp, ".go": Go, ".java": Java, ".ts": TypeScript}.get(os.path.splitext(file)[1], Python)


def play(lane, language, scenario, patience):
    """What went wrong in it; None where nothing did."""
    from scenarios import SCENARIOS
    from service import Stage
    from support import programs
    stage = Stage(lane.cluster, lane.broker, language)
    try:
        with programs.patience(patience):
            next(function for function, _, _ in SCENARIOS if function.__name__ == scenario)(stage)
        return None
    except Exception as error:
        return f"{type(error).__name__} {str(error).splitlines()[0][:110]}"
    finally:
        stage.close()


def main():
    import test_services
    from lanes import open_lanes
    generate = sys.argv[1]
    with tempfile.TemporaryDirectory() as folder, open_lanes() as lanes:
        def whole(kind):
            return test_services.build(kind, generate, os.path.join(folder, f"{kind.name}-whole"))
        wrong = take_out(chosen(sys.argv[2:]), lanes, whole, generate, folder)
    sys.exit(1 if wrong else 0)


if __name__ == "__main__":
    python_clients.run_inside(os.path.abspath(__file__), sys.argv[1:])
    main()
