// Generated from the model: changes made here are refused on the next run.
package generated;

import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;

// The service of the context billing.
public final class Main {
    private static final List<String> COMMANDS = List.of("consume", "relay", "replay", "rebuild");

    private Main() {}

    public static void main(String[] arguments) {
        if (arguments.length != 1 || !COMMANDS.contains(arguments[0])) {
            Log.tell("error", "usage: service consume | relay | replay | rebuild");
            System.exit(2);
        }
        AtomicBoolean stop = new AtomicBoolean();
        CountDownLatch ended = new CountDownLatch(1);
        int[] status = {1};
        // SIGTERM runs this: the work ends first, and its status is that of the process.
        Runtime.getRuntime().addShutdownHook(new Thread(() -> {
            stop.set(true);
            try {
                Runtime.getRuntime().halt(ended.await(60, TimeUnit.SECONDS) ? status[0] : 1);
            } catch (InterruptedException error) {
                Runtime.getRuntime().halt(1);
            }
        }));
        try {
            run(arguments[0], stop);
            Log.tell("info", "stopping");
            status[0] = 0;
        } catch (Throwable error) { // an Error, too, such as a library that is missing
            Log.tell("error", error.getMessage(), "kind", error.getClass().getSimpleName());
        } finally {
            ended.countDown();
            System.exit(status[0]);
        }
    }

    private static void run(String command, AtomicBoolean stop) throws Exception {
        Settings settings = Settings.read();
        Metrics metrics = new Metrics();
        try (Database database = new Database(settings.jdbcUrl())) {
            if (command.equals("relay")) {
                Relay relay = new Relay(settings, database, metrics);
                try (StatusServer server = new StatusServer(settings.metricsAddress(), settings.metricsPort(), metrics::render, relay::live, relay::alive)) {
                    relay.run(stop);
                }
                return;
            }
            boolean rebuild = command.equals("rebuild");
            List<Consumer> consumers = Contract.consumers().stream().filter(consumer -> !rebuild || consumer.projection()).toList();
            Applier applier = new Applier(database, consumers, settings.group(), settings.acceptFirstSeen(), metrics);
            if (command.equals("replay")) Log.tell("info", "replayed parked events", "events", applier.replay());
            else consume(settings, applier, metrics, stop, rebuild);
        }
    }

    /**
     * Reads until it is told to stop. To rebuild is to read all of it once more for the views of a fresh schema: in a group of its
     * own, no faster than is allowed, and without policies, whose effects others have seen already.
     */
    private static void consume(Settings settings, Applier applier, Metrics metrics, AtomicBoolean stop, boolean rebuild) throws Exception {
        String group = rebuild ? settings.group() + ".rebuild" : settings.group();
        Reader reader = new Reader(settings, group, applier, metrics, rebuild ? settings.rebuildPerSecond() : 0);
        try (StatusServer server = new StatusServer(settings.metricsAddress(), settings.metricsPort(), () -> {
            metrics.set("factline_consumer_rebuilding", rebuild && !reader.caughtUp() ? 1 : 0, "consumer", group);
            return metrics.render();
        }, reader::live, reader::alive)) {
            reader.run(stop);
        }
    }
}
