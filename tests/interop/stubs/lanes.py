# SPDX-License-Identifier: Apache-2.0
"""Broker-and-database pairs at work side by side: most of what a scenario does is to wait."""

import contextlib
import threading
from collections import deque, namedtuple
from concurrent.futures import ThreadPoolExecutor

from postgresql.cluster import Cluster
from service import TOPICS
from support.broker import Broker
from support.programs import free_port
from support.records import create_topics

Lane = namedtuple("Lane", "cluster broker")


@contextlib.contextmanager
def open_lanes(count=5):
    """Each has a database and a broker of its own, which a scenario may stop without asking the others."""
    with contextlib.ExitStack() as stack:
        clusters = [stack.enter_context(Cluster(free_port())) for _ in range(count)]
        brokers = [Broker() for _ in range(count)]
        with ThreadPoolExecutor(count) as starting:
            begun = [starting.submit(broker.__enter__) for broker in brokers]
        for broker, start in zip(brokers, begun):
            if not start.exception():
                stack.push(broker.__exit__)
        for start in begun:
            start.result()
        for broker in brokers:
            create_topics(broker.address, TOPICS)
        yield [Lane(cluster, broker) for cluster, broker in zip(clusters, brokers)]


def work_through(lanes, pieces=(), preparations=()):
    """Runs every piece, a function of a lane that gives further pieces; each lane takes the next one once it has time.
    Preparations need no lane: they go one after another beside them, and give pieces, too."""
    waiting, preparing = deque(pieces), deque(preparations)
    busy, turn, problems = [0], threading.Condition(), []

    def work(queue, *given):
        def is_over():
            return problems or not (queue or (queue is waiting and (preparing or busy[0])))

        while True:
            with turn:
                turn.wait_for(lambda: queue or is_over())
                if is_over():
                    return
                piece = queue.popleft()
                busy[0] += 1
            further = []
            try:
                further = piece(*given) or []
            except BaseException as error:
                problems.append(error)
            finally:
                with turn:
                    waiting.extend(further)
                    busy[0] -= 1
                    turn.notify_all()

    threads = [threading.Thread(target=work, args=(preparing,))]
    threads += [threading.Thread(target=work, args=(waiting, lane)) for lane in lanes]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    if problems:
        raise problems[0]
