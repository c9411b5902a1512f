# SPDX-License-Identifier: Apache-2.0
""".ci/check-style with tools that only write down what they were asked.

Usage: test_check_style.py
"""

import os
import shutil
import subprocess
import tempfile
import unittest

ROOT = os.path.realpath(os.path.join(os.path.dirname(os.path.abspath(__file__)), "../.."))


class CheckStyle(unittest.TestCase):
    def setUp(self):
        temporary = tempfile.TemporaryDirectory()
        self.addCleanup(temporary.cleanup)
        self.folder = temporary.name
        for name in (".ci/check-style", ".ci/changed-files"):
            os.makedirs(self.path(os.path.dirname(name)), exist_ok=True)
            shutil.copy(os.path.join(ROOT, name), self.path(name))
        self.program("installer/ensure-packages", "")
        for tool in ("clang-format", "cmake"):
            self.program(f"bin/{tool}", f'echo "{tool} $*" >>called\n')
        self.program("bin/clang-tidy", 'echo "clang-tidy $4" >>called\nif grep -q bad "$4"; then\n'
                                       '    echo "$4:1:1: error: bad"\n    echo "7 warnings generated." >&2\n    exit 1\nfi\n')
        for name in ("model/a.cpp", "model/a.h", "model/b.h", "app/c.cpp", "tests/tst_d.cpp", "tests/cases/e.cpp", "f.md"):
            self.write(name, "")

    def path(self, name):
        return os.path.join(self.folder, name)

    def write(self, name, text):
        os.makedirs(os.path.dirname(self.path(name)), exist_ok=True)
        with open(self.path(name), "w", encoding="utf-8") as file:
            file.write(text)

    def program(self, name, text):
        self.write(name, "#!/usr/bin/env bash\n" + text)
        os.chmod(self.path(name), 0o755)

    def style(self, *words, **environment):
        environment = {**os.environ, "PATH": f"{self.path('bin')}:{os.environ['PATH']}", **environment}
        done = subprocess.run([self.path(".ci/check-style"), *words], env=environment, capture_output=True, text=True)
        called = []
        if os.path.exists(self.path("called")):
            with open(self.path("called"), encoding="utf-8") as file:
                called = file.read().splitlines()
        return done, called

    def test_what_each_tool_is_given(self):
        for words in ((), ("--all",)):
            done, called = self.style(*words)
            self.assertEqual(done.returncode, 0, done.stderr)
            formatted = next(line for line in called if line.startswith("clang-format"))
            self.assertEqual(sorted(word for word in formatted.split() if "/" in word),
                             ["app/c.cpp", "model/a.cpp", "model/a.h", "model/b.h", "tests/tst_d.cpp"])
            self.assertEqual(sorted(line for line in called if line.startswith("clang-tidy")),
                             ["clang-tidy app/c.cpp", "clang-tidy model/a.cpp"])
            self.assertIn("5 files well formatted, clang-tidy looked at 2 of 2 sources", done.stdout)
            os.remove(self.path("called"))

    def test_a_finding_fails_and_the_others_are_looked_at(self):
        self.write("app/c.cpp", "bad")
        done, called = self.style()
        self.assertEqual(done.returncode, 1)
        self.assertIn("app/c.cpp:1:1: error: bad", done.stdout)
        self.assertNotIn("warnings generated", done.stdout + done.stderr)
        self.assertIn("clang-tidy model/a.cpp", called)

    def test_a_file_out_of_form_fails(self):
        self.program("bin/clang-format", "exit 1\n")
        self.assertEqual(self.style()[0].returncode, 1)

    def test_it_tells_what_it_had_no_time_for(self):
        done, called = self.style(STYLE_SECONDS="0")
        self.assertEqual(done.returncode, 0, done.stderr)
        self.assertNotIn("clang-tidy", " ".join(called))
        self.assertIn("clang-tidy looked at 0 of 2 sources", done.stdout)
        self.assertIn("    app/c.cpp\n    model/a.cpp\n", done.stdout)

    def test_nothing_to_look_at(self):
        for name in ("model", "app"):
            shutil.rmtree(self.path(name))
        self.assertIn("nothing for clang-tidy", self.style()[0].stdout)
        shutil.rmtree(self.path("tests"))
        done, called = self.style()
        self.assertEqual((done.returncode, done.stdout), (0, "style: no C++ file changed\n"))


if __name__ == "__main__":
    unittest.main(verbosity=2)
