# SPDX-License-Identifier: Apache-2.0
"""Generates rules, tests of them and dashboards; promtool checks the rules, lets their alerts fire and not fire, and
reads every query of the dashboards. Changed rules must fail their tests: else the tests would prove nothing."""
import json
import os
import pathlib
import subprocess
import sys
import tempfile
import unittest

factline, source = sys.argv[1], pathlib.Path(sys.argv[2])
# What fires is played where every kind of promise is; each folder of tests costs promtool five seconds of processor.
played = [source / "tests/cases/generate/prometheus-promises/model.factline.yaml", source / "examples/retail.factline.yaml"]
models = [*played, source / "examples/airport.factline.yaml"]

# One view with all its alerts: what is changed in its rules is found within a second.
ONE_VIEW = """factline: 1
contexts:
  orders:
    publishing: {through: outbox}
    facts: {order: {key: [orderId]}}
    events: {OrderPlaced: {announces: [order]}}
  billing:
    views:
      completed: {shows: [orders/order], fedBy: {orders/OrderPlaced: {}}, freshness: {within: 30s}}
"""


def promtool(*arguments, folder):
    # Its databases live for a second: in memory, and swept seldom.
    memory = "/dev/shm" if os.access("/dev/shm", os.W_OK) else tempfile.gettempdir()
    ended = subprocess.run(["promtool", *arguments], cwd=folder, capture_output=True, text=True,
                           env={**os.environ, "TMPDIR": memory, "GOGC": "400"})
    return ended.returncode, ended.stdout + ended.stderr


class Rules(unittest.TestCase):
    def setUp(self):
        self.temporary = tempfile.TemporaryDirectory()
        self.root = pathlib.Path(self.temporary.name)

    def tearDown(self):
        self.temporary.cleanup()

    def generate(self, model):
        out = self.root / model.parent.name / model.name
        subprocess.run([factline, "generate", model, "-o", out, "--target", "prometheus,grafana"], check=True,
                       capture_output=True)
        return out

    def test_are_sound_and_fire_when_they_should(self):
        for model in models:
            folders = [file.parent for file in self.generate(model).rglob("rules.yaml")]
            self.assertTrue(folders, model)
            commands = [["check", "rules", "rules.yaml"]] + [["test", "rules", "rules_test.yaml"]] * (model in played)
            for folder in folders:
                for command in commands:
                    code, said = promtool(*command, folder=folder)
                    self.assertEqual(code, 0, said)
                    self.assertNotIn("duplicate", said)

    def test_changed_rules_fail(self):
        model = self.root / "one.factline.yaml"
        model.write_text(ONE_VIEW)
        folder = next(self.generate(model).rglob("rules.yaml")).parent
        rules = (folder / "rules.yaml").read_text()
        for before, after in (("> 0.144", "> -1"), ("> 0.06", "> -1"), ("> 0.", "> 9."), ("1 - sum", "sum"),
                              ('le=~"30([.]0)?"', 'le=~"60([.]0)?"'), ("> 0.03", "> -1"), ("> 0.01\n", "> 0.1\n"),
                              ("unless\n          factline:view_late:page", "or\n          factline:view_late:page"),
                              ("by (env)", "by (job)"), ("unless ignoring (le)", "and ignoring (le)"),
                              ("factline_relay_published_total", "factline_relay_pending"),
                              (" offset 5m", " offset 5h"), ("[15m])) > 0", "[15h])) > 0"), ("[7d]", "[1m] offset 9d"),
                              ("unless\n          (\n            sum", "and\n          (\n            sum"),
                              ("_pending_seconds) > 60", "_pending_seconds) > 600"), ("shards[1d]))\n          unless", "shards[1d]))\n          and"),
                              ('rebuild"}[1d]))\n          unless', 'rebuild"}[1d]))\n          and'), ('{consumer!~".+[.]rebuild"}', ""),
                              ("_errors_total[10m])) > 10", "_errors_total[10m])) > 30"), ("_errors_total[10m])) > 10", "_errors_total[10m])) > 0"),
                              ("_seconds) > 60\n          unless", "_seconds) > 60\n          or"),
                              ("parked_aggregates) > 0", "parked_aggregates) > 9"), ("parked_keys) > 0", "parked_keys) >= 0")):
            self.assertIn(before, rules)
            (folder / "rules.yaml").write_text(rules.replace(before, after))
            code, said = promtool("test", "rules", "rules_test.yaml", folder=folder)
            self.assertNotEqual(code, 0, f"{before} -> {after} is not noticed: {said}")

    def test_dashboards_ask_what_prometheus_understands(self):
        for model in models:
            for file in self.generate(model).rglob("dashboard.json"):
                board = json.loads(file.read_text())
                queries = [target["expr"] for panel in board["panels"] for target in panel["targets"]]
                self.assertEqual(len(queries), len(board["panels"]) // 3 * 4)
                self.assertEqual(len({panel["id"] for panel in board["panels"]}), len(board["panels"]))
                rules = {"groups": [{"name": "queries", "rules": [{"record": f"q{i}", "expr": query}
                                                                  for i, query in enumerate(queries)]}]}
                (file.parent / "queries.yaml").write_text(json.dumps(rules))
                code, said = promtool("check", "rules", "queries.yaml", folder=file.parent)
                self.assertEqual(code, 0, said)


if __name__ == "__main__":
    unittest.main(argv=sys.argv[:1])
