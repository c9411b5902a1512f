// Generated from the model: changes made here are refused on the next run.
// Consumer process of the context billing.
#include <atomic>
#include <csignal>
#include <cstdlib>
#include <cstring>

#include "applier.h"
#include "dispatch.h"
#include "http.h"
#include "kafka.h"
#include "log.h"

namespace {

std::atomic<bool> stop{false};

void onSignal(int) { stop = true; }

std::string setting(const char* name, const char* otherwise) {
    const char* value = std::getenv(name);
    return value && *value ? value : otherwise;
}

int run(bool replayOnly) {
    using namespace consumer;
    const std::string group = setting("KAFKA_GROUP", "billing");
    Metrics metrics;
    Database database(setting("DATABASE_URL", ""));
    const ApplierOptions options{group, setting("FIRST_SEEN", "gap") == "accept"};
    const Handlers handlers = makeHandlers();
    Applier applier(database, makeConsumers(handlers), options, metrics);
    if (replayOnly) {
        const int count = applier.replay();
        log("info", "replayed parked events", { {"events", std::to_string(count)} });
        return 0;
    }
    KafkaConsumer kafka({setting("KAFKA_BROKERS", "localhost:9092"), group, setting("KAFKA_PROPERTIES", "")}, applier, metrics);
    const HttpServer server(setting("METRICS_ADDRESS", "0.0.0.0"),
                            static_cast<std::uint16_t>(std::atoi(setting("METRICS_PORT", "9464").c_str())),
                            {[&] { return metrics.render(); }, [&] { return kafka.alive(); }});
    log("info", "started", { {"group", group}, {"port", std::to_string(server.port())} });
    kafka.run(stop);
    log("info", "stopping", {});
    return 0;
}

} // namespace

int main(int argc, char** argv) {
    struct sigaction action{};
    action.sa_handler = onSignal;
    sigaction(SIGTERM, &action, nullptr);
    sigaction(SIGINT, &action, nullptr);
    if (argc > 2 || (argc == 2 && std::strcmp(argv[1], "--replay") != 0)) {
        consumer::log("error", "usage: consumer [--replay]", {});
        return 2;
    }
    try {
        return run(argc == 2);
    } catch (const std::exception& error) {
        consumer::log("error", error.what(), {});
        return 1;
    }
}
