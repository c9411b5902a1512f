# SPDX-License-Identifier: Apache-2.0
"""The generated services against a real broker and a real PostgreSQL: one contract (the retail example), one load, the
language as a parameter. Prints a table requirement x language.

Usage: test_services.py GENERATE_FILES [--only LANGUAGE,...] [--scenario WORD] [--lanes N] [--soak]
"""

import argparse
import functools
import os
import sys
import tempfile
import time
import traceback
import unittest

HERE = os.path.dirname(os.path.abspath(__file__))
sys.path.insert(0, os.path.join(HERE, ".."))
sys.path.insert(0, HERE)
from support import python_clients  # noqa: E402

ODD = os.path.join(HERE, "../postgresql/odd.factline.yaml")
ONE_SIDED = os.path.join(HERE, "../../cases/generate/python-service/model.factline.yaml")
EXAMPLE = os.path.join(HERE, "../../../examples/retail.factline.yaml")

# Requirements of the relay and the consumer that no scenario here looks at, and where they are looked at.
ELSEWHERE = {
    "R5": "not rendered: transactions are optional, and every consumer reads by sequence number",
    "R13-R17": "Debezium, which has no part here",
    "T18": "interop/stubs/mutations",
    "R29": "tests/model/generate (what is contiguous) and interop/postgresql/consumer",
}


def build(language_class, generate, folder):
    from support.programs import sh
    output = os.path.join(folder, "files")
    sh(generate, EXAMPLE, output, language_class.name, "postgresql")
    language = language_class(os.path.join(output, "orders", language_class.name))
    language.build()
    return language


def whole_projects(language_class, generate, folder, results):
    """Names that break what is not quoted, a context that only publishes and one that only consumes: each project is whole
    as it is generated."""
    from support.programs import sh
    for what, model in (("odd names", ODD), ("one-sided", ONE_SIDED)):
        output = os.path.join(folder, what.replace(" ", "-"))
        sh(generate, model, output, language_class.name)
        try:
            for context in sorted(name for name in os.listdir(output) if os.path.isdir(os.path.join(output, name))):
                language_class(os.path.join(output, context, language_class.name)).check()
            fate = "ok"
        except Exception:
            traceback.print_exc()
            fate = "FAILED"
        results.setdefault(what, {})[language_class.name] = fate


def play(language, lane, function, requirements, results):
    from service import Stage
    start = time.monotonic()
    told = None
    stage = None
    try:
        stage = Stage(lane.cluster, lane.broker, language)
        told = function(stage)
        fate = "ok"
    except Exception:
        fate = "FAILED"
        traceback.print_exc()
    finally:
        if stage:
            stage.close()
    print(f"{language.name:10} {fate:6} {time.monotonic() - start:6.1f} s  {function.__name__}{': ' + told if told else ''}", flush=True)
    for requirement in requirements:
        before = results.setdefault(requirement, {}).get(language.name)
        results[requirement][language.name] = fate if before in (None, "ok") else before


def missing_handler(language, results):
    """A handler that lacks a method: the program does not start, or does not compile, and says which it is."""
    words = language.without_handler()
    fate = "ok" if words and "ancelled" in words else "FAILED"
    if fate != "ok":
        print(f"{language.name}: without a handler it says {words}")
    results.setdefault("handlers", {})[language.name] = fate


def table(results, languages, skipped):
    names = [language for language in languages]
    lines = ["requirement".ljust(12) + "".join(name.ljust(12) for name in names)]

    def order(requirement):
        return requirement[0], int(requirement[1:]) if requirement[1:].isdigit() else 99

    for requirement in sorted(results, key=order):
        lines.append(requirement.ljust(12) + "".join(
            ("skipped" if name in skipped else results[requirement].get(name, "-")).ljust(12) for name in names))
    lines += [f"{requirement}: {why}" for requirement, why in ELSEWHERE.items()]
    lines += [f"{name}: skipped, {why}" for name, why in skipped.items()]
    return "\n".join(lines)


def main():
    parser = argparse.ArgumentParser()
    parser.add_argument("generate")
    parser.add_argument("--only", default="")
    parser.add_argument("--scenario", default="")
    parser.add_argument("--lanes", type=int, default=3)
    parser.add_argument("--soak", action="store_true")
    arguments = parser.parse_args()
    from languages import LANGUAGES
    from lanes import open_lanes, work_through
    from scenarios import SCENARIOS

    chosen = arguments.only.split(",") if arguments.only else list(LANGUAGES)
    scenarios = [(function, requirements) for function, requirements, soak in SCENARIOS
                 if arguments.scenario in function.__name__ and (arguments.soak or not soak)]
    results, skipped = {}, {}

    def language_of(name, folder):
        """Builds it and gives what is to be played then."""
        start = time.monotonic()
        try:
            language = build(LANGUAGES[name], arguments.generate, folder)
        except unittest.SkipTest as reason:
            skipped[name] = str(reason)
            print(f"{name:10} skipped: {reason}", flush=True)
            return []
        except Exception:
            traceback.print_exc()
            results.setdefault("builds", {})[name] = "FAILED"
            return []
        results.setdefault("builds", {})[name] = "ok"
        if not arguments.scenario:
            missing_handler(language, results)
            whole_projects(LANGUAGES[name], arguments.generate, folder, results)
        print(f"{name:10} ok     {time.monotonic() - start:6.1f} s  builds", flush=True)
        return [functools.partial(play_one, language, scenario) for scenario in scenarios]

    def play_one(language, scenario, lane):
        play(language, lane, *scenario, results)

    start = time.monotonic()
    with tempfile.TemporaryDirectory() as folder, open_lanes(1 if arguments.soak else arguments.lanes) as lanes:
        work_through(lanes, preparations=[functools.partial(language_of, name, os.path.join(folder, name)) for name in chosen])
    print(f"{time.monotonic() - start:.0f} s in all")
    print(table(results, chosen, skipped))
    failed = [requirement for requirement, by in results.items() if "FAILED" in by.values()]
    if failed:
        print("FAILED: " + ", ".join(failed))
    sys.exit(1 if failed else 0)


if __name__ == "__main__":
    python_clients.run_inside(os.path.abspath(__file__), sys.argv[1:])
    main()
