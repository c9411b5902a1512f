# SPDX-License-Identifier: Apache-2.0
"""The broker of the tests is a real one: what is written comes back, in order, also after a restart."""

import os
import sys
import unittest

sys.path.insert(0, os.path.join(os.path.dirname(os.path.abspath(__file__)), ".."))
from support import python_clients  # noqa: E402
from support.broker import Broker  # noqa: E402


class RoundTrip(unittest.TestCase):
    def test_what_is_written_comes_back_also_after_a_restart(self):
        from support.records import create_topics, read_all
        from confluent_kafka import Producer

        with Broker() as broker:
            create_topics(broker.address, {"facts": 3})
            producer = Producer({"bootstrap.servers": broker.address, "enable.idempotence": True})
            for number in range(30):
                producer.produce("facts", key=f"key-{number % 5}", value=str(number), headers={"ce_sequence": str(number)})
            self.assertEqual(0, producer.flush(30))
            del producer
            for restarted in (False, True):
                if restarted:
                    broker.stop()
                    broker.start()
                records = read_all(broker.address, ["facts"])
                self.assertEqual(sorted(range(30)), sorted(int(record.value) for record in records))
                for key in range(5):
                    of_key = [int(record.value) for record in records if record.key == f"key-{key}".encode()]
                    self.assertEqual([key + 5 * i for i in range(6)], of_key)
                    self.assertEqual(1, len({record.partition for record in records if record.key == f"key-{key}".encode()}))


if __name__ == "__main__":
    python_clients.run_inside(os.path.abspath(__file__), sys.argv[1:])
    unittest.main(verbosity=1)
