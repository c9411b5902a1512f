// Generated from the model: changes made here are refused on the next run.
// Relay process of the context o'hara; DROP TABLE outbox_event; --.
#include <atomic>
#include <csignal>
#include <cstdlib>

#include "http.h"
#include "log.h"
#include "relay.h"

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

int run() {
    using namespace consumer;
    Metrics metrics;
    Database database(setting("DATABASE_URL", ""), milliseconds("DATABASE_TIMEOUT_MS", "30000"));
    const auto lease = milliseconds("RELAY_LEASE_MS", "30000");
    const auto liveWithin = milliseconds("LIVE_MS", "120000") + lease;
    Relay relay({setting("KAFKA_BROKERS", "localhost:9092"), setting("KAFKA_PROPERTIES", ""),
                 milliseconds("RELAY_POLL_MS", "500"), lease,
                 milliseconds("RELAY_DELIVERY_TIMEOUT_MS", "10000")},
                database, metrics);
    const HttpServer server(setting("METRICS_ADDRESS", "0.0.0.0"),
                            static_cast<std::uint16_t>(std::atoi(setting("METRICS_PORT", "9464").c_str())),
                            {[&] { return metrics.render(); }, [&] { return relay.sinceTurn() < liveWithin; },
                             [&] { return relay.alive(); }});
    log("info", "started", { {"port", std::to_string(server.port())} });
    relay.run(stop);
    log("info", "stopping", {});
    return 0;
}

} // namespace

int main() {
    struct sigaction action{};
    action.sa_handler = onSignal;
    sigaction(SIGTERM, &action, nullptr);
    sigaction(SIGINT, &action, nullptr);
    try {
        return run();
    } catch (const std::exception& error) {
        consumer::log("error", error.what(), {});
        return 1;
    }
}
