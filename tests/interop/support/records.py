# SPDX-License-Identifier: Apache-2.0
"""Topics and records as the tests see them. Needs the clients of python_clients.py."""

import ctypes
from collections import namedtuple

from confluent_kafka import Consumer, TopicPartition
from confluent_kafka.admin import AdminClient, NewTopic

Record = namedtuple("Record", "topic partition offset key value headers time_ms")


def create_topics(address, partitions):
    """`partitions`: name -> how many, or the broker of each."""
    admin = AdminClient({"bootstrap.servers": address})
    topics = [NewTopic(name, num_partitions=count, replication_factor=1) if isinstance(count, int) else
              NewTopic(name, num_partitions=len(count), replica_assignment=[[broker] for broker in count])
              for name, count in partitions.items()]
    for future in admin.create_topics(topics).values():
        future.result(60)


def delete_topics(address, names):
    admin = AdminClient({"bootstrap.servers": address})
    for future in admin.delete_topics(list(names)).values():
        future.result(60)


def forget_before(address, begin):
    """Lets every partition begin at the offset that `begin` has for it."""
    admin = AdminClient({"bootstrap.servers": address})
    places = [TopicPartition(*place, offset) for place, offset in begin.items() if offset > 0]
    # The client gives back two references to the list that it never took (its issue 2275): without these the list's memory
    # is handed out again while it is in use, and the process crashes somewhere else.
    for _ in range(2):
        ctypes.pythonapi.Py_IncRef(ctypes.py_object(places))
    for future in admin.delete_records(places).values() if places else ():
        future.result(60)


def ends(address, topics):
    """(topic, partition) -> (first offset, offset after the last)."""
    consumer = Consumer({"bootstrap.servers": address, "group.id": "test-ends"})
    try:
        result = {}
        for topic in topics:
            for partition in consumer.list_topics(topic, 30).topics[topic].partitions:
                result[topic, partition] = consumer.get_watermark_offsets(TopicPartition(topic, partition), 30)
        return result
    finally:
        consumer.close()


def read_all(address, topics, begin=None):
    """Every record that the topics hold now, each partition in its order; from the offset that `begin` has for it."""
    begin = begin or {}
    todo = {place: last for place, (first, last) in ends(address, topics).items() if last > max(first, begin.get(place, 0))}
    consumer = Consumer({"bootstrap.servers": address, "group.id": "test-read", "enable.auto.commit": False,
                         "isolation.level": "read_committed", "enable.partition.eof": True})
    records = []
    try:
        consumer.assign([TopicPartition(*place, begin.get(place, 0)) for place in todo])
        while todo:
            message = consumer.poll(30)
            if message is None:
                raise AssertionError(f"the broker gave nothing for 30 s; open are {todo}")
            place = (message.topic(), message.partition())
            if message.error():
                todo.pop(place, None)
                continue
            records.append(Record(*place, message.offset(), message.key(), message.value(),
                                  {name: (value or b"").decode() for name, value in message.headers() or []},
                                  message.timestamp()[1]))
            if todo.get(place, 0) <= message.offset() + 1:
                todo.pop(place, None)
        return records
    finally:
        consumer.close()


def committed(address, group, topics):
    """(topic, partition) -> the offset that the group goes on with; -1001 where it has none."""
    consumer = Consumer({"bootstrap.servers": address, "group.id": group, "enable.auto.commit": False})
    try:
        places = [TopicPartition(topic, partition) for topic in topics
                  for partition in consumer.list_topics(topic, 30).topics[topic].partitions]
        return {(place.topic, place.partition): place.offset for place in consumer.committed(places, 30)}
    finally:
        consumer.close()


def rewind(address, group, topics):
    """Lets the group, which nobody runs now, begin again at the first record."""
    consumer = Consumer({"bootstrap.servers": address, "group.id": group, "enable.auto.commit": False})
    try:
        consumer.commit(offsets=[TopicPartition(topic, partition, 0) for topic in topics
                                 for partition in consumer.list_topics(topic, 30).topics[topic].partitions],
                        asynchronous=False)
    finally:
        consumer.close()
