# SPDX-License-Identifier: Apache-2.0
"""Stands between a client and a server, and can swallow all that either says: as a host that is gone without a word."""

import contextlib
import socket
import threading


class Proxy:
    def __init__(self, port):
        self.target = port
        self.epoch = 0  # grows with each silence: what was connected before stays silent
        self.silent = False
        self.listener = socket.create_server(("127.0.0.1", 0))
        self.port = self.listener.getsockname()[1]
        self.open = []

    def __enter__(self):
        threading.Thread(target=self._accept, daemon=True).start()
        return self

    def __exit__(self, *_):
        self.listener.close()
        for wire in self.open:
            with contextlib.suppress(OSError):
                wire.shutdown(socket.SHUT_RDWR)
            wire.close()

    def swallow(self, silent):
        """Connections of before, and those that come meanwhile, never hear anything again."""
        if silent:
            self.epoch += 1
        self.silent = silent

    def _accept(self):
        while True:
            try:
                client, _ = self.listener.accept()
            except OSError:
                return
            self.open.append(client)
            if self.silent:
                continue  # the system acknowledges what it says
            server = socket.create_connection(("127.0.0.1", self.target))
            self.open.append(server)
            for source, sink in ((client, server), (server, client)):
                threading.Thread(target=self._pass_on, args=(source, sink, self.epoch), daemon=True).start()

    def _pass_on(self, source, sink, epoch):
        with contextlib.suppress(OSError):
            while data := source.recv(65536):
                if epoch == self.epoch:
                    sink.sendall(data)
            if epoch == self.epoch:
                sink.shutdown(socket.SHUT_WR)
