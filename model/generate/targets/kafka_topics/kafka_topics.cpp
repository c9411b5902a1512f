// SPDX-License-Identifier: Apache-2.0
#include "generate/targets/kafka_topics/kafka_topics.h"

#include <algorithm>
#include <array>
#include <set>

#include "generate/document_text.h"
#include "generate/payload_schema.h"
#include "generate/promises.h"

namespace factline::generate::kafka_topics {

namespace {

using Json = OrderedJson;

constexpr std::size_t longest = 249; ///< what Kafka takes

bool isTopicName(std::string_view name) {
    return !name.empty() && name.size() <= longest && name != "." && name != ".." &&
           std::ranges::all_of(name, [](char c) {
               return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || (c >= '0' && c <= '9') ||
                      c == '.' || c == '_' || c == '-';
           });
}

Result<Output> render(const Request& request) {
    Output output;
    Json topics = Json::array();
    Json resources = Json::object();
    NameScope names('-');
    std::set<std::string_view> seen;
    for (const auto& channel : request.context.channels) {
        if (!isTopicName(channel->name) || !seen.insert(channel->name).second) {
            output.omitted.push_back(
                {keyOf(ElementKind::Channel, request.context.name, channel->name), "kafka-topics",
                 Phrase::of("Kafka takes letters, digits, `.`, `_` and `-` in the name of a topic, "
                            "each name once; give it such a name")});
            continue;
        }
        const std::string partitions = std::to_string(std::max<std::uint32_t>(channel->partitions, 1));
        Json config{{"cleanup.policy", channel->compacted ? "compact" : "delete"}};
        if (channel->retention)
            config["retention.ms"] = std::to_string(
                std::chrono::duration_cast<std::chrono::milliseconds>(*channel->retention).count());
        Json settings = Json::array();
        for (const auto& [key, value] : config.items())
            settings.push_back(
                {{"key", key}, {"value", value.get<std::string>()}, {"comma", !settings.empty()}});
        const std::string name = names.take(kebabName(channel->name, 55), channel->name).identifier;
        topics.push_back({{"topic", channel->name},
                          {"resource", name},
                          {"partitions", partitions},
                          {"settings", std::move(settings)}});
        config["min.insync.replicas"] = "${var.min_insync_replicas}";
        resources[name] = {{"name", channel->name},
                           {"partitions", std::max<std::uint32_t>(channel->partitions, 1)},
                           {"replication_factor", "${var.replication_factor}"},
                           {"config", std::move(config)}};
    }
    if (topics.empty()) return output;
    const Json terraform{
        {"terraform", Json{{"required_providers", Json{{"kafka", Json{{"source", "Mongey/kafka"}}}}}}},
        {"variable", Json{{"replication_factor", Json{{"type", "number"}, {"default", 3}}},
                          {"min_insync_replicas", Json{{"type", "number"}, {"default", 2}}}}},
        {"resource", Json{{"kafka_topic", std::move(resources)}}}};
    constexpr std::array files{WatchFile{"generated/strimzi.yaml", "kafka-topics/strimzi.yaml.mustache"},
                               WatchFile{"generated/topics.sh", "kafka-topics/topics.sh.mustache"},
                               WatchFile{"generated/topics.tf.json", "kafka-topics/topics.tf.json.mustache"}};
    return rendered(request, files,
                    {{"context", commentText(request.context.name)},
                     {"topics", std::move(topics)},
                     {"document", documentText(terraform)}},
                    std::move(output));
}

} // namespace

const Target target{"kafka-topics",
                    Phrase::words("The context's topics with partitions, retention and compaction, for "
                                  "kafka-topics, Terraform and Strimzi"),
                    neverByDefault, render};

} // namespace factline::generate::kafka_topics
