# SPDX-License-Identifier: Apache-2.0
"""How a generated service is built and started in each language. A toolchain that is missing says so."""

import contextlib
import glob
import os
import shutil
import sys

HERE = os.path.dirname(os.path.abspath(__file__))
sys.path.insert(0, os.path.join(HERE, ".."))
from support import node, python_clients  # noqa: E402
from support.programs import cache_folder, fetch, need, sh  # noqa: E402


@contextlib.contextmanager
def rewritten(path, *replacements):
    """A file with other words in it, for a while."""
    with open(path) as file:
        text = file.read()
    changed = text
    for old, new in replacements:
        changed = changed.replace(old, new)
    with open(path, "w") as file:
        file.write(changed)
    try:
        yield
    finally:
        with open(path, "w") as file:
            file.write(text)


def complaint(*command, **options):
    """What a program says that fails; None where it works."""
    try:
        sh(*command, **options)
        return None
    except AssertionError as error:
        return str(error)


class Language:
    """`project` is the folder that the target wrote; the handlers of the tests stand in handlers/<language>."""

    name = ""
    handler_folder = "handlers"

    def __init__(self, project):
        self.project = project
        self.environment = {}

    def database_url(self, stage, schema=None):
        return stage.url(schema)

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

    def without_a_library(self, verb):
        """The command in a place where a library is missing; None where what is built has them all in it."""
        return None

    def check(self):
        """That the project is whole as it was generated, with its scaffolded handlers, whatever the names are."""
        raise NotImplementedError

    def refusal(self):
        """What building or starting says with a generated part that was written anew; None where it works."""
        raise NotImplementedError

    def restore(self):
        """Where that took the place of what was built: builds anew."""


class Python(Language):
    name = "python"

    def restore(self):
        self.compile()

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

    def refusal(self):
        self.compile()
        return complaint(*self.command("consume"), env={**os.environ, **self.environment}, timeout=60)


class Cpp(Language):
    name = "cpp"

    def compile(self):
        need("cmake", "ninja", "g++")
        self.folder = os.path.join(self.project, "build")
        # The tests' own producer stands beside the service, in a project around it.
        around = os.path.join(self.project, "around")
        os.makedirs(around, exist_ok=True)
        with open(os.path.join(around, "CMakeLists.txt"), "w") as file:
            file.write(f"""cmake_minimum_required(VERSION 3.16)
project(around CXX)
set(CMAKE_CXX_FLAGS "-O1 -Wall -Wextra -Wpedantic -Wshadow -Werror")
add_subdirectory({self.project} service)
if(EXISTS {self.project}/generated/outbox.h AND EXISTS {self.project}/handlers/order_status.cpp)
  add_executable(append_orders {HERE}/append/append_orders.cpp)
  set_target_properties(append_orders PROPERTIES CXX_STANDARD 20)
  target_link_libraries(append_orders kafka_core)
endif()
""")
        launcher = ["-DCMAKE_CXX_COMPILER_LAUNCHER=ccache"] if shutil.which("ccache") else []
        environment = {**os.environ, "CCACHE_BASEDIR": self.project, "CCACHE_NOHASHDIR": "1"}
        sh("cmake", "-G", "Ninja", "-S", around, "-B", self.folder, "-DCMAKE_BUILD_TYPE=None", *launcher, env=environment)
        sh("cmake", "--build", self.folder, "-j2", env=environment)

    def check(self):
        self.compile()

    def command(self, verb):
        service = os.path.join(self.folder, "service")
        return {"consume": [os.path.join(service, "consumer")], "replay": [os.path.join(service, "consumer"), "--replay"],
                "rebuild": [os.path.join(service, "consumer"), "--rebuild"], "relay": [os.path.join(service, "relay")],
                "append": [os.path.join(self.folder, "append_orders")]}[verb]

    def refusal(self):
        return complaint("g++", "-std=c++20", "-fsyntax-only", "-I/usr/include/postgresql", f"-I{self.project}/generated",
                         os.path.join(self.project, "handlers", "order_status.cpp"))


class Go(Language):
    name = "go"

    def compile(self):
        need("go")
        self.program = os.path.join(self.project, "service")
        environment = {**os.environ, "GOFLAGS": "-mod=mod -buildvcs=false"}
        fetch("the Go modules", "go", "mod", "tidy", cwd=self.project, env=environment)
        sh("go", "vet", "./...", cwd=self.project, env=environment)
        sh("go", "build", "-o", self.program, ".", cwd=self.project, env=environment)
        if os.path.exists(os.path.join(self.project, "handlers", "order_status_handler.go")):
            os.makedirs(os.path.join(self.project, "append"), exist_ok=True)
            shutil.copy(os.path.join(HERE, "append", "append_orders.go"), os.path.join(self.project, "append", "main.go"))
            sh("go", "build", "-o", os.path.join(self.project, "append_orders"), "./append", cwd=self.project, env=environment)

    def check(self):
        self.compile()

    def command(self, verb):
        return [os.path.join(self.project, "append_orders")] if verb == "append" else [self.program, verb]

    def refusal(self):
        return complaint("go", "build", "-o", os.devnull, ".", cwd=self.project,
                         env={**os.environ, "GOFLAGS": "-mod=mod -buildvcs=false"})


class Java(Language):
    name = "java"

    def database_url(self, stage, schema=None):
        return stage.address(schema)  # JDBC knows no Unix sockets

    def compile(self):
        need("java", "javac", "mvn")
        fetch("the Java libraries", "mvn", "-q", "-B", "package", cwd=self.project)

    def check(self):
        self.compile()

    def command(self, verb):
        jar = os.path.join(self.project, "target", "service.jar")
        java = ["java", "-Xmx192m", "-XX:+UseSerialGC", "-XX:TieredStopAtLevel=1", "-Xshare:auto"]
        return [*java, "-cp", jar, "handlers.AppendOrders"] if verb == "append" else [*java, "-jar", jar, verb]

    def without_a_library(self, verb):
        target = os.path.join(self.project, "target")
        libraries = [jar for jar in glob.glob(os.path.join(target, "lib", "*.jar")) if "kafka-clients" not in os.path.basename(jar)]
        return ["java", "-Xmx192m", "-cp", os.pathsep.join([os.path.join(target, "classes"), *libraries]), "generated.Main", verb]

    def refusal(self):
        sources = [source for folder in ("generated", "handlers") for source in glob.glob(os.path.join(self.project, folder, "*.java"))]
        return complaint("javac", "-d", os.path.join(self.project, "target", "anew"), "-cp", os.path.join(self.project, "target", "lib", "*"),
                         "--release", "17", *sources)


class TypeScript(Language):
    name = "typescript"
    compiler = ("npm", "run", "--silent", "build")

    def restore(self):
        self.tsc()

    def database_url(self, stage, schema=None):
        return stage.address(schema)

    def compile(self):
        self.environment = {"PATH": node.environment()["PATH"]}
        modules = os.path.join(self.project, "node_modules")
        if not os.path.exists(modules):
            os.symlink(node.modules(self.project), modules)
        self.tsc()

    def tsc(self):
        sh(*self.compiler, cwd=self.project, env=node.environment())

    def check(self):
        self.compile()

    def command(self, verb):
        program = ["node", "--max-old-space-size=192"]
        dist = os.path.join(self.project, "dist")
        return [*program, os.path.join(dist, "handlers", "append-orders.js")] if verb == "append" else [*program, os.path.join(dist, "generated", "main.js"), verb]

    def refusal(self):
        return complaint(*self.compiler, cwd=self.project, env=node.environment())


LANGUAGES = {language.name: language for language in (TypeScript, Python, Cpp, Go, Java)}
