# SPDX-License-Identifier: Apache-2.0
"""The generated services against a real broker and a real PostgreSQL: one contract (the retail example), one load, the
language as a parameter. Prints a table requirement x language.

Usage: test_services.py GENERATE_FILES [--only LANGUAGE,...] [--scenario WORD,...] [--lanes N] [--mutations] [--soak]
--mutations: takes safeguards out afterwards, as test_mutations.py does
"""

import argparse
import functools
import glob
import os
import re
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
READS = "          OrderShipped:\n            reliesOn: [{claim: order.shipped}]\n"  # among what the view order-status reads

# Every requirement that there is (resources/help/generating.md), in its order.
REQUIREMENTS = [f"R{number}" for number in range(1, 30)] + [f"T{number}" for number in range(1, 19)]
# Those that no scenario here looks at, and why not.
ELSEWHERE = {
    "R5": "not rendered: transactions are optional, and every consumer reads by sequence number",
    "R13": "Debezium's, which has no part in a service", "R14": "Debezium's", "R15": "Debezium's", "R16": "Debezium's; a snapshot that is read twice is T9",
    "R17": "Debezium's; the headers of each language's relay are T15",
    "R29": "what is contiguous is worked out once, in the model (tests/model/generate), for all languages",
    "T6": "there is none", "T12": "there is none", "T13": "there is none",
    "T18": "interop/mutations/tables for each database, test_mutations.py for what a language does by itself",
    "MariaDB": "interop/mariadb calls the consumer's procedures; the services keep their position in PostgreSQL",
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
            failure(f"{language_class.name}, a project of {what}")
            fate = "FAILED"
        results.setdefault(what, {})[language_class.name] = fate


FAILURES = []  # what is told again at the end, where a long log is read first


def failure(what):
    """Tells the exception that is being handled, now and at the end."""
    FAILURES.append(f"{what}:\n{traceback.format_exc()}")
    print(FAILURES[-1], file=sys.stderr, flush=True)


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
        failure(f"{language.name}, {function.__name__}")
    finally:
        if stage:
            stage.close()
    print(f"{language.name:10} {fate:6} {time.monotonic() - start:6.1f} s  {function.__name__}{': ' + told if told else ''}", flush=True)
    for requirement in requirements:
        before = results.setdefault(requirement, {}).get(language.name)
        results[requirement][language.name] = fate if before in (None, "ok") else before


def regenerates(language, generate, results):
    """A later model lets the view read one event more: what was written by hand stays as it is and is told what it lacks;
    until that is there the program does not compile, or does not start, and says which it is."""
    from support.programs import sh
    output, handlers = os.path.join(language.project, "..", ".."), os.path.join(language.project, language.handler_folder)
    with open(EXAMPLE) as file:
        model = file.read()
    before = contents(handlers)
    later = os.path.join(output, "..", "later.factline.yaml")
    with open(later, "w") as file:
        file.write(model.replace(READS, "          OrderCompleted:\n            onFailure: park\n" + READS, 1))
    try:
        told = sh(generate, later, output, language.name, "postgresql")
        new = [line for line in told.splitlines() if line.startswith("kept ") and is_about_completion(line)]
        kept, said = contents(handlers) == before, language.refusal() or ""
        fate = "ok" if len(new) == 1 and kept and is_about_completion(said) else "FAILED"
        if fate != "ok":
            FAILURES.append(f"{language.name}: the handlers are {'the same' if kept else 'others'}; generating says {told}; building says {said}")
    finally:
        sh(generate, EXAMPLE, output, language.name, "postgresql")
    language.restore()
    results.setdefault("regenerates", {})[language.name] = fate


def is_about_completion(text):
    return "ordercompleted" in text.lower().replace("_", "")


def contents(folder):
    texts = {}
    for name in sorted(os.listdir(folder)):
        if os.path.isfile(os.path.join(folder, name)):
            with open(os.path.join(folder, name), "rb") as file:
                texts[name] = file.read()
    return texts


def other_tests():
    """Requirement -> the other tests that say, in the words of a test of theirs, that they look at it."""
    places = {}
    for path in sorted(glob.glob(os.path.join(HERE, "../*/test_*.py"))):
        folder, name = path.split(os.sep)[-2:]
        if folder == "stubs":
            continue
        with open(path) as file:
            tests = re.findall(r"^    def test_\w+\(self\):(.*\n(?: +\"\"\".*\n)?)", file.read(), re.MULTILINE)
        for requirement in re.findall(r"\b[RT]\d+\b", " ".join(tests)):
            places.setdefault(requirement, {})[f"{folder}/{name[5:-3]}"] = True
    return {requirement: list(names) for requirement, names in places.items()}


def holes(results, languages, skipped):
    """Requirements that a language is not held to, and that nothing says why of."""
    return [f"{requirement} {name}" for requirement in REQUIREMENTS if requirement not in ELSEWHERE
            for name in languages if name not in skipped and name not in results.get(requirement, {})]


def table(results, languages, skipped):
    """Requirement x language, and in the last column the tests of databases, broker and operation that look at it, too."""
    elsewhere = other_tests()
    lines = ["requirement".ljust(12) + "".join(name.ljust(12) for name in languages) + "also"]

    def line(requirement):
        cells = ["skipped" if name in skipped else results.get(requirement, {}).get(name, "-") for name in languages]
        return (requirement.ljust(12) + "".join(cell.ljust(12) for cell in cells) + " ".join(elsewhere.get(requirement, []))).rstrip()

    lines += [line(requirement) for requirement in [*REQUIREMENTS, *sorted(set(results) - set(REQUIREMENTS))]]
    lines += [f"{requirement}: {why}" for requirement, why in ELSEWHERE.items()]
    lines += [f"{name}: skipped, {why}" for name, why in skipped.items()]
    return "\n".join(lines)


def main():
    parser = argparse.ArgumentParser()
    parser.add_argument("generate")
    parser.add_argument("--only", default="")
    parser.add_argument("--scenario", default="")
    parser.add_argument("--lanes", type=int, default=5)
    parser.add_argument("--mutations", action="store_true")
    parser.add_argument("--soak", action="store_true")
    arguments = parser.parse_args()
    import test_mutations
    from languages import LANGUAGES
    from lanes import open_lanes, work_through
    from scenarios import SCENARIOS

    chosen = arguments.only.split(",") if arguments.only else list(LANGUAGES)
    scenarios = [(function, requirements) for function, requirements, soak in SCENARIOS
                 if any(word in function.__name__ for word in arguments.scenario.split(",")) and (arguments.soak or not soak)]
    results, skipped, built, unnoticed = {}, {}, {}, []

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
            failure(f"{name}, its build")
            results.setdefault("builds", {})[name] = "FAILED"
            return []
        results.setdefault("builds", {})[name] = "ok"
        built[name] = language
        if not arguments.scenario:
            regenerates(language, arguments.generate, results)
        print(f"{name:10} ok     {time.monotonic() - start:6.1f} s  builds", flush=True)
        return [functools.partial(play_one, language, scenario) for scenario in scenarios]

    def others_of(name, folder):
        if name not in skipped and not arguments.scenario:
            start = time.monotonic()
            whole_projects(LANGUAGES[name], arguments.generate, folder, results)
            print(f"{name:10}        {time.monotonic() - start:6.1f} s  builds other models' projects", flush=True)

    def play_one(language, scenario, lane):
        play(language, lane, *scenario, results)

    start = time.monotonic()
    with tempfile.TemporaryDirectory() as folder, open_lanes(1 if arguments.soak else arguments.lanes) as lanes:
        work_through(lanes, preparations=[functools.partial(step, name, os.path.join(folder, name)) for step in (language_of, others_of) for name in chosen])
        print(f"{time.monotonic() - start:.0f} s for all scenarios", flush=True)
        if arguments.mutations:
            mutations = [mutation for mutation in test_mutations.chosen([]) if test_mutations.language_of(mutation[1]).name in built]
            unnoticed = test_mutations.take_out(mutations, lanes, lambda kind: built[kind.name], arguments.generate, folder)
    print(f"{time.monotonic() - start:.0f} s in all, {sum(os.times()[:4]):.0f} s of a processor")
    print(table(results, chosen, skipped))
    failed = [requirement for requirement, by in results.items() if "FAILED" in by.values()]
    missing = [] if arguments.scenario else holes(results, chosen, skipped)
    print("\n".join([*FAILURES, *unnoticed]))
    if failed:
        print("FAILED: " + ", ".join(failed))
    if missing:
        print("nothing looks at: " + ", ".join(missing))
    sys.exit(1 if failed or missing or unnoticed else 0)


if __name__ == "__main__":
    python_clients.run_inside(os.path.abspath(__file__), sys.argv[1:])
    main()
