# SPDX-License-Identifier: Apache-2.0
"""Databases that restart, are gone, move, or come back from a backup."""

import subprocess
import time

import psycopg

from service import Writers, orders, pg
from support.programs import sh, wait_until
from support.proxy import Proxy

from .checks import check_projection, check_published, fold_of, projection_of, same
from .registry import proves


@proves("T11")
def the_database_restarts(stage):
    relay, consumer = stage.start("relay").ready(), stage.start("consume").ready()
    with Writers(stage, orders(20)):
        time.sleep(1)
        for _ in range(2):
            with psycopg.connect(stage.cluster.url(), autocommit=True) as connection:
                connection.execute("SELECT pg_terminate_backend(pid) FROM pg_stat_activity WHERE pid <> pg_backend_pid() AND backend_type = 'client backend'")
            time.sleep(1)
        stage.cluster.stop()
        time.sleep(1)
        stage.cluster.start()
        time.sleep(1)
    stage.settle()
    same((None, None), (relay.process.poll(), consumer.process.poll()), "processes that ended")
    check_published(stage)
    check_projection(stage)


@proves("R24", "T11")
def the_database_is_gone_without_a_word(stage):
    """Nobody resets the connection, nothing is answered any more. What waits is given up after a bound that is set, and the
    process goes on over a new connection; one that is to wait for longer than it may stand still says that it is not live."""
    with Proxy(stage.cluster.port) as proxy:
        through = {"DATABASE_URL": stage.address().replace(f":{stage.cluster.port}/", f":{proxy.port}/")}
        start = lambda **bounds: [stage.start(verb, **through, **bounds).ready() for verb in ("relay", "consume")]
        live = lambda services: [service.get("/health/live").strip() for service in services]
        answers = lambda services: [service.status("/health/live") for service in services]
        bounded = start(DATABASE_TIMEOUT_MS=2000, LIVE_MS=20000)
        with stage.connect() as connection:
            for order in orders(10):
                stage.append(connection, order, "OrderPlaced")
            stage.settle()
            proxy.swallow(True)
            for order in orders(10):
                stage.append(connection, order, "OrderPlaced")
            for _ in range(8):
                time.sleep(1)
                same(["live", "live"], live(bounded), "that try again and again")
            proxy.swallow(False)
            stage.settle(20)
            check_published(stage)
            check_projection(stage)
            same([("15",)], stage.rows("SELECT DISTINCT keepalive FROM applied"), "seconds until the server asks whether the process is still there")
            for service in bounded:
                same(0, service.stop(), f"{service.what} ended with")
            patient = start(DATABASE_TIMEOUT_MS=600000, LIVE_MS=4000)
            stage.append(connection, orders(1)[0], "OrderPlaced")
            stage.settle()
            same(["live", "live"], live(patient), "that have a database")
            proxy.swallow(True)
            wait_until(lambda: answers(patient) == [503, 503], lambda: f"{answers(patient)} {[service.words()[-1000:] for service in patient]}", 30)


@proves("R12", "T17")
def the_backlog_moves_to_another_database(stage):
    """Dump and restore in the middle of a backlog; the relay and the consumer go on there."""
    relay, consumer = stage.start("relay").ready(), stage.start("consume").ready()
    with Writers(stage, orders(20)):
        time.sleep(1)
        relay.kill()
        time.sleep(1)
    consumer.stop()
    pending = stage.value("SELECT count(*) FROM outbox_event WHERE published_at IS NULL")
    if pending == 0:
        raise AssertionError("there is no backlog")
    name = restored(stage, dumped(stage))
    stage.database = name
    try:
        relay, consumer = stage.start("relay").ready(), stage.start("consume").ready()
        with stage.connect() as connection:
            stage.append(connection, orders(1)[0], "OrderPlaced")
        stage.settle()
        check_published(stage)
        check_projection(stage)
        relay.kill()
        consumer.kill()
    finally:
        stage.database = "postgres"
        stage.administer(f"DROP DATABASE {name} WITH (FORCE)")
    return f"{pending} events waited"


def dumped(stage):
    return sh(pg._program("pg_dump"), "-n", stage.name, "-d", stage.cluster.url())


def restored(stage, dump):
    """The name of a database of its own that holds what was dumped."""
    name = stage.name + "_copy"
    stage.administer(f"CREATE DATABASE {name}")
    copy = stage.cluster.url(stage.name).replace("dbname=postgres", f"dbname={name}")
    done = subprocess.run([pg._program("psql"), "-X", "-q", "-v", "ON_ERROR_STOP=1", "-d", copy], input=dump, capture_output=True, text=True)
    same("", done.stderr, "psql says")
    return name


@proves("R12", "R20", "R23", "T17")
def the_publisher_comes_back_from_a_backup(stage):
    """It has lost what its consumers know. Where it gives a number once more the event is not taken for the one that had it:
    it is parked and told, and a replay applies it. Where it was moved on first, nothing is wrong."""
    twice, moved_on = orders(2)
    of_view = "consumer = 'orders/order-status' AND aggregateid = %s"
    letters = lambda: stage.rows(f"SELECT aggregate_seq, reason FROM dead_letter WHERE {of_view} ORDER BY id", twice)
    told = lambda result: consumer.metric("factline_consumer_events_total", consumer="orders/order-status", result=result)
    relay, consumer = stage.start("relay").ready(), stage.start("consume").ready()
    with stage.connect() as connection:
        for order in (twice, moved_on):
            stage.append(connection, order, "OrderPlaced")
    stage.settle()
    dump = dumped(stage)
    with stage.connect() as connection:
        for order in (twice, twice, moved_on):
            stage.append(connection, order, "OrderCancelled")
    stage.settle()
    relay.kill()
    name = restored(stage, dump)
    try:
        stage.database = name
        stage.start("relay")
        with stage.connect() as connection:
            stage.database = "postgres"
            last = stage.value(f"SELECT last_seq FROM consumer_stream WHERE {of_view}", moved_on)
            same((2,), connection.execute("SELECT outbox_move_on('order', %s, %s)", [moved_on, last]).fetchone(), "the last number, moved on")
            same((2,), connection.execute("SELECT outbox_move_on('order', %s, 1)", [moved_on]).fetchone(), "the last number, which does not go back")
            for kind in ("OrderShipped", "OrderCancelled", "OrderShipped"):
                stage.append(connection, twice, kind)
            stage.append(connection, moved_on, "OrderShipped")
        wait_until(lambda: letters() == [(2, "reused"), (3, "reused"), (4, "behind")] and projection_of(stage) == {twice: "1,2,3", moved_on: "1,2,3"},
                   lambda: f"{letters()} {projection_of(stage)} {consumer.words()[-2500:]}", 60)
        same(2, consumer.metric("factline_consumer_reused_numbers_total", consumer="orders/order-status"), "numbers told as given twice")
        same(True, "number 2 was given to another event before" in consumer.words(), "the log tells it")
        stage.run("replay")
        same({twice: "1,2,3,2,3,4", moved_on: "1,2,3"}, projection_of(stage), "the projection after the replay")
        same([("live", 4)], stage.rows(f"SELECT state, last_seq FROM consumer_stream WHERE {of_view}", twice), "the order")
        same(0, consumer.stop(), "the consumer ended with")
        stage.rows("DELETE FROM consumer_offset")  # all of it comes once more
        consumer = stage.start("consume").ready()
        wait_until(lambda: told("duplicate") >= 9, lambda: "not read once more: " + consumer.get("/metrics"))
        same((0, 3), (told("parked"), len(letters())), "what was parked once more, and the letters")
        same({twice: "1,2,3,2,3,4", moved_on: "1,2,3"}, projection_of(stage), "the projection")
    finally:
        stage.database = "postgres"
        for service in stage.services:
            service.kill()
        stage.administer(f"DROP DATABASE {name} WITH (FORCE)")


@proves("R18", "R19", "R20")
def the_tables_of_the_consumer_come_back_from_a_backup(stage):
    """They are behind what the broker knows of the group then; what came since is applied once more, and nothing is a hole."""
    tables = ("consumer_stream", "consumer_offset", "inbox", "projection_freshness", "order_status", "applied")
    stage.start("relay").ready()
    for earlier in (True, False):
        consumer = stage.start("consume").ready()
        with Writers(stage, orders(12)):
            time.sleep(1)
        stage.settle()
        same(0, consumer.stop(), "the consumer ended with")
        if earlier:
            for table in tables:
                stage.rows(f"CREATE TABLE earlier_{table} AS TABLE {table}")
    lost = stage.value("SELECT (SELECT count(*) FROM applied) - (SELECT count(*) FROM earlier_applied)")
    if lost <= 0:
        raise AssertionError("nothing came after the backup")
    for table in tables:
        stage.rows(f"DELETE FROM {table}")
        stage.rows(f"INSERT INTO {table} TABLE earlier_{table}")
    consumer = stage.start("consume").ready()
    wait_until(lambda: fold_of(stage) == projection_of(stage), lambda: f"behind: {stage.behind()[:3]} {consumer.words()[-1500:]}", 60)
    stage.settle()
    check_projection(stage)
    same(0, stage.value("SELECT count(*) FROM dead_letter"), "dead letters")
    return f"{lost} changes applied once more"
