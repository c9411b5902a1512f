// SPDX-License-Identifier: Apache-2.0
// librdkafka's own mock cluster with the topics given as NAME:PARTITIONS, filled from standard input: one
// JSON object a line {"topic", "partition", "key", "payload", "headers": {}}. First prints the brokers'
// addresses, then a line with the offset for each record. Ends with its input.
#include <iostream>
#include <string>

#include <librdkafka/rdkafka.h>
#include <librdkafka/rdkafka_mock.h>
#include <nlohmann/json.hpp>

namespace {

std::string bytes(const std::string& hex) {
    std::string result;
    for (std::size_t i = 2; i + 1 < hex.size(); i += 2)
        result += static_cast<char>(std::stoi(hex.substr(i, 2), nullptr, 16));
    return result;
}

void onDelivery(rd_kafka_t*, const rd_kafka_message_t* message, void*) {
    std::cout << (message->err ? rd_kafka_err2str(message->err) : std::to_string(message->offset))
              << std::endl;
}

} // namespace

int main(int argc, char** argv) {
    char problem[512];
    rd_kafka_conf_t* settings = rd_kafka_conf_new();
    rd_kafka_conf_set(settings, "test.mock.num.brokers", "1", problem, sizeof problem);
    rd_kafka_conf_set_dr_msg_cb(settings, onDelivery);
    rd_kafka_t* producer = rd_kafka_new(RD_KAFKA_PRODUCER, settings, problem, sizeof problem);
    rd_kafka_mock_cluster_t* cluster = rd_kafka_handle_mock_cluster(producer);
    for (int i = 1; i < argc; ++i) {
        const std::string topic = argv[i];
        const auto colon = topic.rfind(':');
        rd_kafka_mock_topic_create(cluster, topic.substr(0, colon).c_str(),
                                   std::stoi(topic.substr(colon + 1)), 1);
    }
    std::cout << rd_kafka_mock_cluster_bootstraps(cluster) << std::endl;
    for (std::string line; std::getline(std::cin, line);) {
        const auto json = nlohmann::json::parse(line);
        const std::string payload = bytes(json["payload"]);
        const std::string key = bytes(json["key"]);
        rd_kafka_headers_t* headers = rd_kafka_headers_new(8);
        for (const auto& [name, value] : json["headers"].items()) {
            const std::string text = bytes(value);
            rd_kafka_header_add(headers, name.c_str(), -1, text.data(), static_cast<ssize_t>(text.size()));
        }
        rd_kafka_producev(
            producer, RD_KAFKA_V_TOPIC(json["topic"].get<std::string>().c_str()),
            RD_KAFKA_V_PARTITION(json["partition"].get<int>()), RD_KAFKA_V_KEY(key.data(), key.size()),
            RD_KAFKA_V_VALUE(const_cast<char*>(payload.data()), payload.size()), RD_KAFKA_V_HEADERS(headers),
            RD_KAFKA_V_MSGFLAGS(RD_KAFKA_MSG_F_COPY), RD_KAFKA_V_END);
        rd_kafka_flush(producer, 10000);
    }
    rd_kafka_destroy(producer);
}
