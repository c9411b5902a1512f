# SPDX-License-Identifier: Apache-2.0
"""The generated consumer in C++ compiles as it is delivered: the whole project of one context of the retail example by
its own CMakeLists.txt, of the others what differs from it.

Usage: test_scaffold.py GENERATE_FILES
"""

import filecmp
import os
import shutil
import subprocess
import sys
import tempfile
import unittest
from multiprocessing.pool import ThreadPool

HERE = os.path.dirname(os.path.abspath(__file__))
EXAMPLE = os.path.join(HERE, "../../../examples/retail.factline.yaml")
STRICT = ["-Wall", "-Wextra", "-Werror", "-O0"]
GENERATE = None


def sh(*command):
    done = subprocess.run(command, capture_output=True, text=True)
    if done.returncode != 0:
        raise AssertionError(f"{' '.join(command)}\n{done.stdout[-6000:]}{done.stderr[-6000:]}")
    return done.stdout


class Delivered(unittest.TestCase):
    def test_retail_compiles_as_generated(self):
        with tempfile.TemporaryDirectory() as folder:
            files = os.path.join(folder, "files")
            sh(GENERATE, EXAMPLE, files)
            projects = sorted(os.path.join(files, context, "cpp") for context in os.listdir(files)
                              if os.path.isdir(os.path.join(files, context, "cpp")))
            self.assertGreater(len(projects), 2)
            whole = max(projects, key=lambda project: len(os.listdir(os.path.join(project, "handlers"))))
            launcher = ["-DCMAKE_CXX_COMPILER_LAUNCHER=ccache"] if shutil.which("ccache") else []
            build = os.path.join(folder, "build")
            os.environ.update(CCACHE_BASEDIR=folder, CCACHE_NOHASHDIR="1")
            sh("cmake", "-G", "Ninja", "-S", whole, "-B", build, "-DCMAKE_BUILD_TYPE=None",
               "-DCMAKE_CXX_FLAGS=" + " ".join(STRICT), *launcher)
            sh("cmake", "--build", build, "-j2")
            started = subprocess.run([os.path.join(build, "consumer"), "--nonsense"], capture_output=True, text=True)
            self.assertEqual(2, started.returncode, started.stderr)
            self.assertIn("usage: consumer", started.stderr)

            commands = []
            for project in projects:
                if project == whole:
                    continue
                differing = [f"handlers/{name}" for name in os.listdir(os.path.join(project, "handlers"))]
                for name in sorted(os.listdir(os.path.join(project, "generated"))):
                    if name.endswith((".cpp", ".h")) and not filecmp.cmp(os.path.join(project, "generated", name),
                                                                        os.path.join(whole, "generated", name), shallow=False):
                        differing.append(f"generated/{name}")
                sources = [os.path.join(project, name) for name in sorted(differing) if name.endswith(".cpp")]
                self.assertTrue(any(name.endswith("dispatch.cpp") for name in sources), sources)
                commands += [["g++", "-std=c++20", *STRICT, "-fsyntax-only", "-I/usr/include/postgresql",
                              "-I", f"{project}/generated", source] for source in sources]
            with ThreadPool(2) as pool:
                pool.map(lambda command: sh(*command), commands, chunksize=1)


if __name__ == "__main__":
    GENERATE = os.path.abspath(sys.argv.pop(1))
    unittest.main(verbosity=1)
