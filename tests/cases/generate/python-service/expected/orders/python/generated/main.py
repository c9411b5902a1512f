# Generated from the model: changes made here are refused on the next run.
# The service of the context orders.
import signal
import sys
import threading

from .applier import Applier
from .consumer import KafkaReader
from .database import Database
from .dispatch import consumers
from .log import log
from .metrics import Metrics
from .relay import Relay
from .settings import Settings
from .status_server import StatusServer

USAGE = "usage: orders-service consume | relay | replay | rebuild"


def consume(settings: Settings, applier: Applier, metrics: Metrics, stop: threading.Event, rebuild: bool) -> None:
    """Reads until it is told to stop. To rebuild is to read all of it once more for the views of a fresh schema: in a group of
    its own, no faster than is allowed, and without policies, whose effects others have seen already."""
    group = settings.group + ".rebuild" if rebuild else settings.group
    reader = KafkaReader(settings, group, applier, metrics, settings.rebuild_per_second if rebuild else 0)

    def told() -> str:
        metrics.set("factline_consumer_rebuilding", float(rebuild and not reader.caught_up), consumer=group)
        return metrics.render()

    server = StatusServer(settings.metrics_address, settings.metrics_port, told, reader.live, reader.alive)
    log("info", "started", group=group, port=server.port)
    reader.run(stop)
    server.close()


def relay(settings: Settings, database: Database, metrics: Metrics, stop: threading.Event) -> None:
    relaying = Relay(settings, database, metrics)
    server = StatusServer(settings.metrics_address, settings.metrics_port, metrics.render, relaying.live, relaying.alive)
    log("info", "started", port=server.port)
    relaying.run(stop)
    server.close()


def run(command: str) -> None:
    stop = threading.Event()
    for number in (signal.SIGTERM, signal.SIGINT):
        signal.signal(number, lambda *_: stop.set())
    settings, metrics = Settings(), Metrics()
    database = Database(settings.database_url, settings.database_timeout)
    if command == "relay":
        relay(settings, database, metrics, stop)
    else:
        mine = [consumer for consumer in consumers() if command != "rebuild" or consumer.projection]
        applier = Applier(database, mine, settings.group, settings.accept_first_seen, metrics)
        if command == "replay":
            log("info", "replayed parked events", events=applier.replay())
        else:
            consume(settings, applier, metrics, stop, command == "rebuild")
    log("info", "stopping")
    database.close()


def main() -> None:
    if len(sys.argv) != 2 or sys.argv[1] not in ("consume", "relay", "replay", "rebuild"):
        log("error", USAGE)
        sys.exit(2)
    try:
        run(sys.argv[1])
    except Exception as error:  # the last word of the process
        log("error", str(error) or type(error).__name__, kind=type(error).__name__)
        sys.exit(1)


if __name__ == "__main__":
    main()
