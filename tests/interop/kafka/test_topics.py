# SPDX-License-Identifier: Apache-2.0
"""The generated script topics.sh by Kafka's own programs on a real broker: it creates what is missing, brings settings in line,
and leaves partitions alone.

Usage: test_topics.py GENERATE_FILES
"""

import os
import stat
import subprocess
import sys
import tempfile
import unittest

HERE = os.path.dirname(os.path.abspath(__file__))
sys.path.insert(0, os.path.join(HERE, ".."))
from support import python_clients  # noqa: E402
from support.broker import Broker  # noqa: E402
from support.programs import sh  # noqa: E402

GENERATE = sys.argv.pop(1)
MODEL = os.path.join(HERE, "../postgresql/shop.factline.yaml")
PROGRAMS = {"kafka-topics.sh": "org.apache.kafka.tools.TopicCommand", "kafka-configs.sh": "kafka.admin.ConfigCommand"}


class Topics(unittest.TestCase):
    def test_the_script_makes_what_the_model_says_and_again(self):
        from confluent_kafka.admin import AdminClient, AlterConfigOpType, ConfigEntry, ConfigResource, NewPartitions, ResourceType

        with tempfile.TemporaryDirectory() as folder, Broker() as broker:
            # The distribution's scripts, which Maven does not have, start these classes and nothing else.
            for program, main in PROGRAMS.items():
                path = os.path.join(folder, program)
                with open(path, "w") as file:
                    file.write("#!/bin/sh\nexec " + " ".join(broker.java(main)) + ' "$@"\n')
                os.chmod(path, os.stat(path).st_mode | stat.S_IXUSR)
            sh(GENERATE, MODEL, os.path.join(folder, "files"), "kafka-topics")
            script = os.path.join(folder, "files", "orders", "kafka-topics", "generated", "topics.sh")

            def run(replication):
                return subprocess.run(["sh", script, broker.address], capture_output=True, text=True,
                                      env={**os.environ, "PATH": folder + ":" + os.environ["PATH"], "REPLICATION": replication})

            def done():
                told = run("1")
                self.assertEqual(0, told.returncode, told.stdout + told.stderr)

            admin = AdminClient({"bootstrap.servers": broker.address})

            def resource(topic):
                return ConfigResource(ResourceType.TOPIC, topic)

            def there():
                return {name: len(topic.partitions) for name, topic in admin.list_topics(timeout=30).topics.items()}

            def settings(topic):
                found = next(iter(admin.describe_configs([resource(topic)]).values())).result(30)
                return {name: found[name].value for name in ("cleanup.policy", "retention.ms", "min.insync.replicas")}

            # With one broker three replicas cannot be had, and the script says so by its status.
            self.assertNotEqual(0, run("3").returncode)
            self.assertEqual({}, there())
            done()
            self.assertEqual({"orders.order": 4, "orders.line": 2}, there())
            wanted = {topic: settings(topic) for topic in there()}
            self.assertEqual({"cleanup.policy": "delete", "retention.ms": "259200000", "min.insync.replicas": "1"}, wanted["orders.line"])

            # Somebody shortens the retention and adds partitions.
            shorter = ConfigResource(ResourceType.TOPIC, "orders.line", incremental_configs=[
                ConfigEntry("retention.ms", "60000", incremental_operation=AlterConfigOpType.SET)])
            next(iter(admin.incremental_alter_configs([shorter]).values())).result(30)
            next(iter(admin.create_partitions([NewPartitions("orders.line", 3)]).values())).result(30)
            self.assertEqual("60000", settings("orders.line")["retention.ms"])
            done()
            self.assertEqual({"orders.order": 4, "orders.line": 3}, there())
            self.assertEqual(wanted, {topic: settings(topic) for topic in there()})


if __name__ == "__main__":
    python_clients.run_inside(os.path.abspath(__file__), [GENERATE, *sys.argv[1:]])
    unittest.main(verbosity=1)
