# SPDX-License-Identifier: Apache-2.0
"""installer/run --headless: everything is written and is what it says, a second run builds nothing, and whoever gives it
a broken model or wrong words is told.

Usage: test_headless.py
"""

import filecmp
import json
import os
import subprocess
import tempfile
import unittest

from pictures import read_pdf, read_png, read_svg

ROOT = os.path.realpath(os.path.join(os.path.dirname(os.path.abspath(__file__)), "../.."))
RUN = os.path.join(ROOT, "installer/run")
FACTLINE = os.path.join(ROOT, "build/release/bin/factline")
BUILD_LOG = os.path.join(ROOT, "build/release/build.log")
RETAIL = os.path.join(ROOT, "examples/retail.factline.yaml")
MENDED = os.path.join(ROOT, "examples/retail-fixed.factline.yaml")
WRITTEN = ["diagram.pdf", "diagram.png", "diagram.svg", "findings.txt", "generated"]


def call(*command, folder):
    return subprocess.run(command, cwd=folder, capture_output=True, text=True)


def size_of(path):
    return os.path.getsize(path) if os.path.exists(path) else 0


def text_of(*parts, start=0):
    with open(os.path.join(*parts), encoding="utf-8") as file:
        file.seek(start)
        return file.read()


def files_below(folder):
    return sorted(os.path.relpath(os.path.join(path, name), folder)
                  for path, _, names in os.walk(folder) for name in names)


def programs():
    folder = os.path.join(ROOT, "build/release/bin")
    return {name: os.stat(os.path.join(folder, name)).st_mtime_ns
            for name in ("factline", "factline-diagram", "factline-verify", "factline-desktop", "factline-layout")}


class InAFolder(unittest.TestCase):
    """Each class works in a folder of its own."""

    @classmethod
    def setUpClass(cls):
        temporary = tempfile.TemporaryDirectory()
        cls.addClassCleanup(temporary.cleanup)
        cls.folder = os.path.realpath(temporary.name)

    @classmethod
    def run_headless(cls, *words):
        return call(RUN, "--headless", *words, folder=cls.folder)

    def path(self, *parts):
        return os.path.join(self.folder, *parts)


class WithNoOtherWords(InAFolder):
    """The retail example goes to the folder out."""

    @classmethod
    def setUpClass(cls):
        super().setUpClass()
        cls.done = cls.run_headless()
        drawn = call(FACTLINE, "diagram", RETAIL, "-o", "diagram.json", folder=cls.folder)
        assert drawn.returncode == 0, drawn.stderr
        cls.diagram = json.loads(text_of(cls.folder, "diagram.json"))
        cls.names = {line for node in cls.diagram["nodes"] for line in node["lines"]}
        cls.names |= {context["title"] for context in cls.diagram["contexts"]}

    def test_it_ends_well_and_says_where_everything_is(self):
        self.assertEqual(self.done.returncode, 0, self.done.stderr)  # findings are no failure of the set-up
        said = self.done.stdout.splitlines()[-3:]
        for line, name in zip(said, ["findings.txt", "diagram.svg", "generated"]):
            self.assertIn(self.path("out", name), line)
        self.assertEqual(sorted(os.listdir(self.path("out"))), WRITTEN)

    def test_the_findings_are_those_of_check(self):
        checked = call(FACTLINE, "check", RETAIL, folder=self.folder)
        self.assertEqual(text_of(self.folder, "out/findings.txt"), checked.stdout)
        self.assertIn("[fact-unowned]", checked.stdout)
        self.assertIn("[meaning-denied]", checked.stdout)

    def test_the_svg_shows_every_name(self):
        width, height, texts = read_svg(self.path("out/diagram.svg"))
        self.assertGreater(len(self.names), 50)
        self.assertEqual(self.names - texts, set())
        self.assertGreater(width, 1000)
        self.assertGreater(height, 500)

    def test_the_pdf_holds_every_name_on_one_page(self):
        pages, width, height, text = read_pdf(self.path("out/diagram.pdf"))
        self.assertEqual(pages, 1)
        self.assertEqual([name for name in sorted(self.names) if name not in text], [])
        svg_width, svg_height, _ = read_svg(self.path("out/diagram.svg"))
        self.assertAlmostEqual(width / height, svg_width / svg_height, places=2)

    def test_the_png_opens_and_is_the_size_of_the_svg(self):
        width, height, pixels = read_png(self.path("out/diagram.png"))
        svg_width, svg_height, _ = read_svg(self.path("out/diagram.svg"))
        self.assertEqual((width, height), (svg_width, svg_height))
        self.assertGreater(len(set(pixels)), 50, "there is next to nothing on it")

    def test_the_code_is_what_generate_writes(self):
        done = call(FACTLINE, "generate", RETAIL, "-o", "by-hand", folder=self.folder)
        self.assertEqual(done.returncode, 0, done.stderr)
        written = files_below(self.path("out/generated"))
        self.assertEqual(written, files_below(self.path("by-hand")))
        self.assertEqual(filecmp.cmpfiles(self.path("out/generated"), self.path("by-hand"), written, False)[1:], ([], []))
        self.assertEqual([file for file in written if size_of(self.path("out/generated", file)) == 0], [])

    def test_every_project_is_whole(self):
        generated = self.path("out/generated")
        sql = [file for file in files_below(generated) if file.endswith(".sql")]
        self.assertIn("orders/postgresql/generated/outbox.sql", sql)
        for file in sql:
            makes = r"(?mi)^(DELETE FROM|DROP) " if file.endswith("narrow.sql") else r"(?mi)^CREATE TABLE "
            self.assertRegex(text_of(generated, file), makes, file)
        projects = [name for name in os.listdir(generated) if os.path.isdir(os.path.join(generated, name, "cpp"))]
        self.assertGreater(len(projects), 2)
        for project in projects:
            self.assertIn("project(", text_of(generated, project, "cpp/CMakeLists.txt"))
            self.assertIn("int main(", text_of(generated, project, "cpp/generated/main.cpp"))
            self.assertTrue(os.listdir(os.path.join(generated, project, "cpp/handlers")), project)


class ASecondTime(InAFolder):
    def test_nothing_is_built_and_the_same_is_written(self):
        first = self.run_headless(MENDED, "-o", "first")
        self.assertEqual(first.returncode, 0, first.stderr)
        before, logged = programs(), size_of(BUILD_LOG)
        second = self.run_headless(MENDED, "-o", "second")
        self.assertEqual(second.returncode, 0, second.stderr)
        self.assertEqual(programs(), before)
        self.assertIn("ninja: no work to do.", text_of(BUILD_LOG, start=logged))
        self.assertNotIn("building", second.stderr)
        files = files_below(self.path("first"))
        self.assertEqual(files, files_below(self.path("second")))
        self.assertEqual(filecmp.cmpfiles(self.path("first"), self.path("second"), files, False)[1:], ([], []))

    def test_into_the_same_folder_nothing_changes(self):
        first = self.run_headless(MENDED, "--output", "deep/down/out")
        self.assertEqual(first.returncode, 0, first.stderr)
        self.assertRegex(first.stdout, r"(?m)^\d+ created$")
        again = self.run_headless(MENDED, "--output", "deep/down/out")
        self.assertEqual(again.returncode, 0, again.stderr)
        self.assertNotRegex(again.stdout, r"(?m)^(created|changed|refused) ")


class WithABrokenModel(InAFolder):
    def model(self, text):
        with open(self.path("broken.factline.yaml"), "w", encoding="utf-8") as file:
            file.write(text)
        return "broken.factline.yaml"

    def test_what_could_be_read_is_written(self):
        done = self.run_headless(
            self.model("factline: 1\nmodle: Shop\ncontexts: {orders: {facts: {order: {key: [orderId]}}}}\n"), "-o", "part")
        self.assertEqual(done.returncode, 2)
        self.assertIn("broken.factline.yaml:2:1: ", done.stderr)
        self.assertIn("did you mean `model`?", done.stderr)
        self.assertIn("what could be read", done.stderr)
        self.assertIn(self.path("part/diagram.svg"), done.stdout)
        self.assertIn("order", read_svg(self.path("part/diagram.svg"))[2])
        self.assertGreater(min(read_png(self.path("part/diagram.png"))[:2]), 50)
        self.assertIn("order", read_pdf(self.path("part/diagram.pdf"))[3])
        self.assertIn("1 problem in reading", text_of(self.folder, "part/findings.txt"))

    def test_where_nothing_could_be_read_nothing_is_promised(self):
        done = self.run_headless(self.model("contexts: ["), "-o", "none")
        self.assertEqual(done.returncode, 2)
        self.assertIn("broken.factline.yaml:1:", done.stderr)
        self.assertNotIn("is drawn", done.stderr)
        self.assertEqual(os.listdir(self.path("none")), ["findings.txt"])
        self.assertIn(self.path("none/findings.txt"), done.stdout)
        for name in ("diagram", "generated"):
            self.assertNotIn(self.path("none", name), done.stdout)

    def test_old_pictures_are_not_passed_off_as_new(self):
        self.assertEqual(self.run_headless(MENDED, "-o", "old").returncode, 0)
        done = self.run_headless(self.model("contexts: ["), "-o", "old")
        self.assertEqual(done.returncode, 2)
        self.assertNotIn("is drawn", done.stderr)
        self.assertNotIn("Diagram:", done.stdout)
        self.assertIn("was left as it is", done.stderr)

    def test_a_folder_without_a_model(self):
        done = self.run_headless(".", "-o", "none-either")
        self.assertEqual(done.returncode, 2)
        self.assertIn("has no model.factline.yaml", done.stderr)
        self.assertNotIn("is drawn", done.stderr)


class WithWrongWords(InAFolder):
    def refused(self, *words):
        done = self.run_headless(*words)
        self.assertEqual(done.returncode, 2, done.stderr)
        self.assertEqual(done.stdout, "")
        self.assertEqual(os.listdir(self.folder), self.there)
        return done.stderr

    def setUp(self):
        open(self.path("a-file"), "w", encoding="utf-8").close()
        self.there = os.listdir(self.folder)

    def test_each_is_told(self):
        self.assertIn("no-such-file.yaml", self.refused("no-such-file.yaml"))
        self.assertIn("-o needs a folder", self.refused(RETAIL, "-o"))
        self.assertIn("-o needs a folder", self.refused(RETAIL, "-o", ""))
        self.assertIn("--output needs a folder", self.refused("--output"))
        self.assertIn("a-file", self.refused(RETAIL, "-o", "a-file"))
        self.assertIn("one model at a time", self.refused(RETAIL, MENDED))
        unknown = self.refused("--frobnicate")
        self.assertIn("--frobnicate", unknown)
        self.assertIn("installer/run [--headless]", unknown)

    def test_help_is_printed(self):
        done = self.run_headless("--help")
        self.assertEqual((done.returncode, done.stderr), (0, ""))
        self.assertIn("installer/run [--headless] [MODEL] [-o DIR]", done.stdout)


if __name__ == "__main__":
    unittest.main(verbosity=2)
