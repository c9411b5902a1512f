// Generated from the model: changes made here are refused on the next run.
// Consumer process of the context billing.
#include <atomic>
#include <chrono>
#include <csignal>
#include <cstdlib>
#include <string>

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

std::chrono::milliseconds milliseconds(const char* name, const char* otherwise) {
    return std::chrono::milliseconds(std::atoll(setting(name, otherwise).c_str()));
}

enum class Mode { Consume, Replay, Rebuild };

/// To rebuild is to read all of it once more for the views of a fresh schema: in a group of its own, no faster than is
/// allowed, and without policies, whose effects others have seen already.
int run(Mode mode) {
    using namespace consumer;
    const bool rebuild = mode == Mode::Rebuild;
    const std::string group = setting("KAFKA_GROUP", "billing") + (rebuild ? ".rebuild" : "");
    Metrics metrics;
    Database database(setting("DATABASE_URL", ""), milliseconds("DATABASE_TIMEOUT_MS", "30000"));
    const auto liveWithin = milliseconds("LIVE_MS", "120000");
    const ApplierOptions options{group, setting("FIRST_SEEN", "gap") == "accept"};
    const Handlers handlers = makeHandlers();
    std::vector<Consumer> consumers = makeConsumers(handlers);
    if (rebuild) std::erase_if(consumers, [](const Consumer& consumer) { return !consumer.projection; });
    Applier applier(database, std::move(consumers), options, metrics);
    if (mode == Mode::Replay) {
        const int count = applier.replay();
        log("info", "replayed parked events", { {"events", std::to_string(count)} });
        return 0;
    }
    const int perSecond = rebuild ? std::atoi(setting("REBUILD_PER_SECOND", "0").c_str()) : 0;
    KafkaConsumer kafka({setting("KAFKA_BROKERS", "localhost:9092"), group, setting("KAFKA_PROPERTIES", ""), perSecond},
                        applier, metrics);
    const HttpServer server(setting("METRICS_ADDRESS", "0.0.0.0"),
                            static_cast<std::uint16_t>(std::atoi(setting("METRICS_PORT", "9464").c_str())),
                            {[&] {
                                 metrics.set("rebuilding", group, rebuild && !kafka.caughtUp() ? 1 : 0);
                                 return metrics.render();
                             },
                             [&] { return kafka.sinceTurn() < liveWithin; }, [&] { return kafka.alive(); }});
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
    const std::string option = argc > 1 ? argv[1] : "";
    if (argc > 2 || (argc == 2 && option != "--replay" && option != "--rebuild")) {
        consumer::log("error", "usage: consumer [--replay | --rebuild]", {});
        return 2;
    }
    try {
        return run(option == "--replay" ? Mode::Replay : option == "--rebuild" ? Mode::Rebuild : Mode::Consume);
    } catch (const std::exception& error) {
        consumer::log("error", error.what(), {});
        return 1;
    }
}
