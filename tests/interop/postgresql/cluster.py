# SPDX-License-Identifier: Apache-2.0
"""A PostgreSQL cluster in a temporary folder, on a Unix socket only, gone at the end whatever happens."""

import glob
import os
import pwd
import shutil
import signal
import subprocess
import tempfile


def _program(name):
    found = sorted(glob.glob(f"/usr/lib/postgresql/*/bin/{name}"), key=lambda p: int(p.split("/")[4]))
    path = found[-1] if found else shutil.which(name)
    if not path:
        raise SystemExit(f"{name} is missing: install the package postgresql")
    return path


def _server_user():
    names = {entry.pw_name for entry in pwd.getpwall()}
    return "postgres" if "postgres" in names else "nobody"


def _as_server(command):
    """The server refuses to run as root; then it runs as postgres, or as nobody."""
    if os.geteuid() != 0:
        return command
    user = _server_user()
    return ["setpriv", f"--reuid={user}", f"--regid={pwd.getpwnam(user).pw_gid}", "--clear-groups"] + command


class Cluster:
    """Starts on entry, stops on exit. On a Unix socket; with a port on 127.0.0.1, too, for clients that know nothing else."""

    def __init__(self, port=None):
        self.port = port

    def __enter__(self):
        self.folder = tempfile.mkdtemp(prefix="flpg", dir="/tmp")
        if os.geteuid() == 0:
            shutil.chown(self.folder, _server_user())
        os.chmod(self.folder, 0o755)
        self.data = os.path.join(self.folder, "data")
        signal.signal(signal.SIGTERM, lambda *_: (_ for _ in ()).throw(SystemExit(1)))
        try:
            self._run(_program("initdb"), "-D", self.data, "-U", "postgres", "-A", "trust", "-E", "UTF8", "--locale=C", "--no-sync")
            self.start()
        except BaseException:
            self.__exit__()
            raise
        return self

    def __exit__(self, *_):
        subprocess.run(_as_server([_program("pg_ctl"), "-D", self.data, "-m", "immediate", "-w", "stop"]),
                       capture_output=True, cwd="/")
        shutil.rmtree(self.folder, ignore_errors=True)

    def start(self):
        listen = "127.0.0.1" if self.port else ""
        options = (f"-c listen_addresses='{listen}' -p {self.port or 5432} -c unix_socket_directories={self.folder} -c fsync=off "
                   "-c synchronous_commit=off -c full_page_writes=off -c max_connections=60 -c wal_level=logical")
        self._run(_program("pg_ctl"), "-D", self.data, "-l", os.path.join(self.folder, "log"), "-o", options, "-w", "start")

    def stop(self):
        self._run(_program("pg_ctl"), "-D", self.data, "-m", "fast", "-w", "stop")

    def url(self, schema="public"):
        return f"host={self.folder} port={self.port or 5432} user=postgres dbname=postgres options='-c search_path={schema}'"

    def _run(self, *command):
        done = subprocess.run(_as_server(list(command)), capture_output=True, text=True, cwd="/")
        if done.returncode != 0:
            raise SystemExit(f"{command[0]} failed: {done.stdout}{done.stderr}")


class SqlError(Exception):
    pass


def _psql(url):
    return [_program("psql"), "-X", "-q", "-A", "-t", "-F", "\t", "-v", "ON_ERROR_STOP=1", "-d", url]


def run(url, sql):
    """Runs statements and gives the rows of the last ones as lists of text; an SqlError where PostgreSQL objects."""
    done = subprocess.run(_psql(url), input=sql, capture_output=True, text=True)
    if done.returncode != 0:
        raise SqlError(done.stderr.strip())
    return [line.split("\t") for line in done.stdout.splitlines()]


def run_file(url, path):
    done = subprocess.run(_psql(url) + ["-f", path], capture_output=True, text=True)
    if done.returncode != 0:
        raise SqlError(f"{path}: {done.stderr.strip()}")


class Session:
    """One connection that stays open, for transactions that overlap."""

    def __init__(self, url):
        self.process = subprocess.Popen(_psql(url), stdin=subprocess.PIPE, stdout=subprocess.PIPE,
                                        stderr=subprocess.STDOUT, text=True)

    def send(self, sql):
        """Starts statements without waiting for them."""
        self.process.stdin.write(sql + ";\n\\echo --done--\n")
        self.process.stdin.flush()

    def wait(self):
        lines = []
        for line in self.process.stdout:
            if line.strip() == "--done--":
                return [row.split("\t") for row in lines]
            lines.append(line.rstrip("\n"))
        raise SqlError("\n".join(lines))

    def run(self, sql):
        self.send(sql)
        return self.wait()

    def close(self):
        self.process.stdin.close()
        self.process.wait()
        self.process.stdout.close()
