# SPDX-License-Identifier: Apache-2.0
"""How a generated service is built and started in each language. A toolchain that is missing says so."""

import glob
import os
import shutil
import sys

HERE = os.path.dirname(os.path.abspath(__file__))
sys.path.insert(0, os.path.join(HERE, ".."))
from support import python_clients  # noqa: E402
from support.programs import cache_folder, fetch, need, sh  # noqa: E402


class Language:
    """`project` is the folder that the target wrote; the handlers of the tests stand in handlers/<language>."""

    name = ""
    handler_folder = "handlers"

    def __init__(self, project):
        self.project = project
        self.environment = {}

    def build(self):
        """Puts the tests' handlers over the scaffolded ones and builds with the ecosystem's own tool."""
        for path in glob.glob(os.path.join(HERE, "handlers", self.name, "*")):
            shutil.copy(path, os.path.join(self.project, self.handler_folder))
        self.compile()

    def compile(self):
        raise NotImplementedError

    def command(self, verb):
        """consume, relay, replay, rebuild, or append (order ids on standard input)."""
        raise NotImplementedError

    def check(self):
        """That the project is whole as it was generated, with its scaffolded handlers, whatever the names are."""
        raise NotImplementedError

    def without_handler(self):
        """Takes a method away from the handler and gives what building or starting then says; None where it works."""
        raise NotImplementedError


class Python(Language):
    name = "python"

    def compile(self):
        self.site = os.path.join(self.project, "site")
        # The libraries are there already, in the versions that the project allows.
        sh(sys.executable, "-m", "pip", "install", "-q", "--no-deps", "--no-build-isolation", "--upgrade",
           "--disable-pip-version-check", "--target", self.site, self.project)
        self.environment = {"PYTHONPATH": self.site, "PYTHONDONTWRITEBYTECODE": "1"}

    def check(self):
        self.compile()
        package = next(name for name in os.listdir(self.site) if os.path.isdir(os.path.join(self.site, name)) and "dist-info" not in name)
        program = f"from {package} import dispatch, main, outbox; print(len(dispatch.consumers()))"
        return int(sh(sys.executable, "-c", program, env={**os.environ, **self.environment}))

    def command(self, verb):
        module = "orders_service.handlers.append_orders" if verb == "append" else "orders_service.main"
        return [sys.executable, "-m", module] + ([] if verb == "append" else [verb])

    def without_handler(self):
        path = os.path.join(self.site, "orders_service", "handlers", "order_status.py")
        with open(path) as file:
            text = file.read()
        with open(path, "w") as file:
            file.write(text.replace("on_order_cancelled", "on_something_else"))
        try:
            sh(*self.command("consume"), env={**os.environ, **self.environment}, timeout=60)
            return None
        except AssertionError as error:
            return str(error)
        finally:
            with open(path, "w") as file:
                file.write(text)


LANGUAGES = {language.name: language for language in (Python,)}
