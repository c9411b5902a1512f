# SPDX-License-Identifier: Apache-2.0
""".ci/changed-files in every form of checkout that a build server makes.

Usage: test_changed_files.py
"""

import os
import shutil
import subprocess
import tempfile
import unittest

ROOT = os.path.realpath(os.path.join(os.path.dirname(os.path.abspath(__file__)), "../.."))
SCRIPT = os.path.join(ROOT, ".ci/changed-files")


class Checkout:
    """A repository whose commit number N adds the file fN and changes the file `often`."""

    def __init__(self, folder):
        self.folder = folder
        os.makedirs(os.path.join(folder, ".ci"))
        shutil.copy(SCRIPT, os.path.join(folder, ".ci"))

    def sh(self, *command):
        environment = {key: value for key, value in os.environ.items() if not key.startswith("GIT_")}
        environment |= {"GIT_CONFIG_GLOBAL": os.devnull, "GIT_CONFIG_NOSYSTEM": "1", "LC_ALL": "C"}
        for who in ("AUTHOR", "COMMITTER"):
            environment |= {f"GIT_{who}_NAME": "a", f"GIT_{who}_EMAIL": "a@example.org"}
        return subprocess.run(command, cwd=self.folder, env=environment, capture_output=True, text=True)

    def git(self, *words):
        done = self.sh("git", *words)
        assert done.returncode == 0, f"git {words}: {done.stderr}"
        return done.stdout.strip()

    def write(self, name, text):
        with open(os.path.join(self.folder, name), "w", encoding="utf-8") as file:
            file.write(text)

    def commit(self, *numbers):
        for number in numbers:
            self.write(f"f{number}", "")
            self.write("often", f"{number}")
            self.git("add", "-A")
            self.git("commit", "-qm", f"{number}")
        return self

    def changed(self, *words):
        done = self.sh(".ci/changed-files", *words)
        assert done.returncode == 0, done.stderr
        return done.stdout.splitlines(), done.stderr


class ChangedFiles(unittest.TestCase):
    def setUp(self):
        temporary = tempfile.TemporaryDirectory()
        self.addCleanup(temporary.cleanup)
        self.folder = temporary.name

    def checkout(self, name="checkout"):
        made = Checkout(os.path.join(self.folder, name))
        made.git("init", "-q", "-b", "main")
        return made

    def clone(self, source, *words):
        target = Checkout(os.path.join(self.folder, f"clone{len(os.listdir(self.folder))}"))
        shutil.rmtree(target.folder)
        source.git("clone", "-q", *words, f"file://{source.folder}", target.folder)
        return target

    def test_a_branch_since_it_left_main(self):
        made = self.checkout().commit(1, 2)
        made.git("checkout", "-qb", "work")
        made.commit(3, 4)
        made.git("checkout", "-q", "main")
        made.commit(5)
        made.git("checkout", "-q", "work")
        files, told = made.changed()
        self.assertEqual(files, ["f4", "often", "f3"])
        self.assertIn("the branch left main", told)

    def test_a_branch_that_took_main_in(self):
        made = self.checkout().commit(1)
        made.git("checkout", "-qb", "work")
        made.write("mine", "")
        made.git("add", "mine")
        made.git("commit", "-qm", "mine")
        made.git("checkout", "-q", "main")
        made.commit(2)
        made.git("checkout", "-q", "work")
        made.git("merge", "-q", "--no-edit", "main")
        self.assertEqual(made.changed()[0], ["mine"])

    def test_a_detached_clone_of_a_branch(self):
        made = self.checkout().commit(1)
        made.git("checkout", "-qb", "work")
        made.commit(2)
        clone = self.clone(made, "--branch", "work")
        clone.git("checkout", "-q", "--detach")
        files, told = clone.changed()
        self.assertEqual(files, ["f2", "often"])
        self.assertIn("origin/", told)

    def test_on_main_since_the_last_tag(self):
        made = self.checkout().commit(1, 2)
        made.git("tag", "v1")
        made.commit(3)
        files, told = made.changed()
        self.assertEqual(files, ["f3", "often"])
        self.assertIn("v1", told)
        made.git("tag", "v2")  # a release is looked at as what led to it
        self.assertEqual(made.changed()[0], ["f3", "often"])

    def test_on_main_the_last_commits(self):
        made = self.checkout().commit(*range(30))
        files, told = made.changed()
        self.assertEqual(files, ["f29", "often"] + [f"f{n}" for n in range(28, 9, -1)])
        self.assertIn("20 commits", told)

    def test_on_main_ahead_of_its_origin(self):
        made = self.checkout().commit(1)
        clone = self.clone(made).commit(2)
        self.assertEqual(clone.changed()[0], ["f2", "often"])

    def test_what_is_not_committed_comes_first(self):
        made = self.checkout().commit(1)
        made.git("tag", "v1")
        made.commit(2)
        made.write("f1", "changed")
        made.write("größe", "")
        os.remove(os.path.join(made.folder, "f2"))
        self.assertEqual(made.changed()[0], ["f1", "größe", "often"])

    def test_a_base_of_ones_own(self):
        made = self.checkout().commit(1, 2, 3)
        self.assertEqual(made.changed("HEAD~1")[0], ["f3", "often"])
        done = made.sh(".ci/changed-files", "no-such")
        self.assertEqual(done.returncode, 2)
        self.assertIn("no-such", done.stderr)

    def test_a_shallow_clone(self):
        made = self.checkout().commit(1, 2, 3)
        everything = [".ci/changed-files", "f1", "f2", "f3", "often"]
        files, told = self.clone(made, "--depth", "1").changed()
        self.assertEqual(files, everything)
        self.assertIn("every file", told)
        self.assertEqual(self.clone(made, "--depth", "2").changed()[0], ["f3", "often"])
        made.git("checkout", "-qb", "work")
        made.commit(4)
        self.assertEqual(self.clone(made, "--depth", "1", "--branch", "work").changed()[0], everything[:-1] + ["f4", "often"])

    def test_one_commit_and_none(self):
        made = self.checkout()
        made.write("first", "")
        self.assertEqual(made.changed()[0], [".ci/changed-files", "first"])
        made.commit(1)
        self.assertEqual(made.changed()[0], [".ci/changed-files", "f1", "first", "often"])

    def test_no_repository(self):
        made = Checkout(os.path.join(self.folder, "plain"))
        made.write("source", "")
        os.makedirs(os.path.join(made.folder, "build"))
        made.write("build/output", "")
        files, told = made.changed()
        self.assertEqual(files, [".ci/changed-files", "source"])
        self.assertIn("every file", told)


if __name__ == "__main__":
    unittest.main(verbosity=2)
