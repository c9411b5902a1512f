// SPDX-License-Identifier: Apache-2.0
// Feeds records straight into the generated Applier: one JSON object a line in, one line out.
// {"topic", "partition", "offset", "key", "payload", "headers": {}} applies a record; {"command": "replay"},
// {"command": "metrics"} and {"command": "caught-up"} do what they say.
#include <cstdlib>
#include <iostream>

#include "applier.h"
#include "dispatch.h"

using namespace consumer;

int main() {
    Metrics metrics;
    Database database(std::getenv("DATABASE_URL"));
    const Handlers handlers = makeHandlers();
    const char* firstSeen = std::getenv("FIRST_SEEN");
    Applier applier(database, makeConsumers(handlers),
                    {"test-group", firstSeen && std::string(firstSeen) == "accept"}, metrics);
    for (std::string line; std::getline(std::cin, line);) {
        const Json json = Json::parse(line);
        std::string answer = "ok";
        try {
            if (json.contains("command")) {
                if (json["command"] == "replay") answer = std::to_string(applier.replay());
                if (json["command"] == "caught-up")
                    applier.caughtUp({{"orders.order", 0}}, {{"orders.order", 0}});
                if (json["command"] == "metrics") {
                    applier.refreshMetrics();
                    answer = Json(metrics.render()).dump();
                }
            } else {
                Record record{
                    json["topic"], json["partition"], json["offset"], json["timestamp"], {}, {}, {}};
                if (json["key"].is_string()) record.key = fromHex(json["key"].get<std::string>());
                if (json["payload"].is_string()) record.payload = fromHex(json["payload"].get<std::string>());
                for (const auto& [name, value] : json["headers"].items())
                    record.headers.emplace_back(name, fromHex(value.get<std::string>()));
                applier.apply(record);
            }
        } catch (const TransientError& error) {
            answer = std::string("transient: ") + error.what();
        } catch (const HaltError& error) {
            answer = std::string("halt: ") + error.what();
        }
        for (char& c : answer)
            if (c == '\n') c = ' ';
        std::cout << answer << std::endl;
    }
}
