# SPDX-License-Identifier: Apache-2.0
"""A MariaDB server in a temporary folder, on a Unix socket only, gone at the end whatever happens."""

import os
import pwd
import shutil
import signal
import subprocess
import tempfile


def _program(*names):
    for name in names:
        path = shutil.which(name) or shutil.which(name, path="/usr/sbin:/usr/local/sbin")
        if path:
            return path
    raise SystemExit(f"{names[0]} is missing: install the package mariadb-server")


def _user():
    if os.geteuid() != 0:
        return pwd.getpwuid(os.geteuid()).pw_name
    return "mysql" if "mysql" in {entry.pw_name for entry in pwd.getpwall()} else "nobody"


class SqlError(Exception):
    pass


class Server:
    """Starts on entry, stops on exit."""

    def __enter__(self):
        self.folder = tempfile.mkdtemp(prefix="flmy", dir="/tmp")
        if os.geteuid() == 0:
            shutil.chown(self.folder, _user())
        os.chmod(self.folder, 0o755)
        # A server that starts clears what others have put into a folder for temporary tables.
        self.environment = {**os.environ, "TMPDIR": self.folder}
        self.socket = os.path.join(self.folder, "sock")
        self.process = None
        signal.signal(signal.SIGTERM, lambda *_: (_ for _ in ()).throw(SystemExit(1)))
        try:
            done = subprocess.run(
                [_program("mariadb-install-db"), "--no-defaults", f"--datadir={self.folder}/data", f"--user={_user()}",
                 "--auth-root-authentication-method=normal", "--skip-test-db"], capture_output=True, text=True, cwd="/",
                env=self.environment)
            if done.returncode != 0:
                raise SystemExit(f"mariadb-install-db failed: {done.stdout}{done.stderr}")
            self.start()
        except BaseException:
            self.__exit__()
            raise
        return self

    def start(self):
        with open(os.path.join(self.folder, "log"), "ab") as log:
            self.process = subprocess.Popen(
                [_program("mariadbd"), "--no-defaults", f"--datadir={self.folder}/data", f"--user={_user()}",
                 f"--socket={self.socket}", "--skip-networking", f"--pid-file={self.folder}/pid",
                 "--innodb-flush-log-at-trx-commit=0", "--innodb-buffer-pool-size=64M", "--innodb-log-file-size=16M",
                 "--log-bin=bin", "--binlog-format=ROW", "--server-id=1"],
                stdout=log, stderr=log, cwd="/", env=self.environment)
        for _ in range(600):
            if self.process.poll() is None and subprocess.run(
                    self._client("mysql") + ["-e", "SELECT 1"], capture_output=True).returncode == 0:
                return
            if self.process.poll() is not None:
                break
            try:
                self.process.wait(0.1)
            except subprocess.TimeoutExpired:
                pass
        with open(os.path.join(self.folder, "log"), errors="replace") as log:
            raise SystemExit("the server did not start: " + log.read()[-3000:])

    def __exit__(self, *_):
        if self.process:
            self.process.kill()
            self.process.wait()
        shutil.rmtree(self.folder, ignore_errors=True)

    def _client(self, database):
        return [_program("mariadb"), "--no-defaults", f"--socket={self.socket}", "--user=root", "--batch", "--raw",
                "--skip-column-names", "--default-character-set=utf8mb4", database]

    def run(self, database, sql):
        """Runs statements and gives all rows as lists of text; an SqlError where the server objects."""
        done = subprocess.run(self._client(database), input=sql, capture_output=True, text=True)
        if done.returncode != 0:
            raise SqlError(done.stderr.strip())
        return [line.split("\t") for line in done.stdout.splitlines()]

    def run_file(self, database, path):
        with open(path) as file:
            return self.run(database, file.read())

    def session(self, database):
        """One connection that stays open, for transactions that overlap."""
        return Session(self._client(database) + ["--unbuffered"])


class Session:
    def __init__(self, command):
        self.process = subprocess.Popen(command, stdin=subprocess.PIPE, stdout=subprocess.PIPE,
                                        stderr=subprocess.STDOUT, text=True)

    def send(self, sql):
        self.process.stdin.write(sql + ";\nSELECT '--done--';\n")
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
