# SPDX-License-Identifier: Apache-2.0
"""The generated schemas, read by the parsers that others use; examples must fit them, and what is broken must not.

Usage: test_schemas.py GENERATE_FILES SOURCE_TREE
"""

import glob
import hashlib
import json
import os
import shutil
import subprocess
import sys
import tempfile
import unittest

sys.path.insert(0, os.path.join(os.path.dirname(os.path.abspath(__file__)), ".."))
from support import node  # noqa: E402
from support.programs import cache_folder, fetch, sh  # noqa: E402

HERE = os.path.dirname(os.path.abspath(__file__))
LIBRARIES = ["fastavro==1.9.7", "cloudevents==1.11.0", "jsonschema==4.23.0", "rfc3339-validator==0.1.4"]
GENERATE, SOURCE = sys.argv[1], sys.argv[2]
MODELS = [os.path.join(SOURCE, path) for path in (
    "tests/cases/generate/json-schema-shop/model.factline.yaml", "tests/interop/postgresql/odd.factline.yaml",
    "tests/interop/postgresql/shop.factline.yaml", "examples/retail.factline.yaml", "examples/airport.factline.yaml")]


def python():
    """A python that has the libraries, in an environment made once a machine."""
    version = hashlib.sha256(repr((LIBRARIES, sys.version_info[:2])).encode()).hexdigest()[:12]
    folder = os.path.join(cache_folder("schemas"), version)
    program = os.path.join(folder, "bin", "python")
    if not os.path.exists(os.path.join(folder, "complete")):
        fetch("the Python libraries", sys.executable, "-m", "venv", folder)
        fetch("the Python libraries", program, "-m", "pip", "install", "-q", *LIBRARIES)
        open(os.path.join(folder, "complete"), "w").close()
    return program


def parser():
    """A folder with @asyncapi/parser in it, and the environment to run it in."""
    env = node.environment()
    with open(os.path.join(HERE, "package.json"), "rb") as file:
        version = hashlib.sha256(file.read()).hexdigest()[:12]
    folder = os.path.join(cache_folder("asyncapi"), version)
    os.makedirs(folder, exist_ok=True)
    for name in ("package.json", "parse.mjs"):
        shutil.copy(os.path.join(HERE, name), folder)
    if not os.path.exists(os.path.join(folder, "complete")):
        fetch("@asyncapi/parser", "npm", "install", "--no-audit", "--no-fund", "--no-package-lock", "--ignore-scripts",
              cwd=folder, env=env)
        open(os.path.join(folder, "complete"), "w").close()
    return folder, env


def generate(target, folder):
    """The files of a target for all models."""
    for number, model in enumerate(MODELS):
        sh(GENERATE, model, os.path.join(folder, str(number)), target)
    files = sorted(path for path in glob.glob(f"{folder}/**", recursive=True) if os.path.isfile(path))
    assert files
    return files


class Schemas(unittest.TestCase):
    def setUp(self):
        self.folder = tempfile.mkdtemp(prefix="flschema", dir="/tmp")
        self.addCleanup(shutil.rmtree, self.folder)

    def test_asyncapi_is_read_by_its_own_parser(self):
        folder, env = parser()
        parse = ["node", os.path.join(folder, "parse.mjs")]
        files = generate("asyncapi", self.folder)
        said = sh(*parse, *files, env=env)
        self.assertIn("send orders.order OrderPlaced", said)
        self.assertIn("receive orders.order OrderPlaced", said)
        with open(files[0]) as file:
            document = json.load(file)
        next(iter(document["operations"].values()))["channel"]["$ref"] = "#/channels/none"
        broken = os.path.join(self.folder, "broken.json")
        with open(broken, "w") as file:
            json.dump(document, file)
        self.assertEqual(1, subprocess.run([*parse, broken], capture_output=True, env=env).returncode)

    def test_avro_is_read_and_carries_what_it_says(self):
        sh(python(), "-B", os.path.join(HERE, "read_schemas.py"), "avro", *generate("avro", self.folder))

    def test_examples_fit_the_json_schemas(self):
        folders = [os.path.join(self.folder, name) for name in ("schema", "events")]
        generate("json-schema", folders[0])
        generate("cloudevents", folders[1])
        said = sh(python(), "-B", os.path.join(HERE, "read_schemas.py"), "json", *folders)
        self.assertGreater(int(said.split()[0]), 30)


if __name__ == "__main__":
    unittest.main(argv=sys.argv[:1])
