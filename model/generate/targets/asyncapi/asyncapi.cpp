// SPDX-License-Identifier: Apache-2.0
#include "generate/targets/asyncapi/asyncapi.h"

#include <fmt/format.h>

#include "generate/object_of.h"
#include "generate/promises.h"
#include "generate/wire_headers.h"

namespace factline::generate::asyncapi {

namespace {

using Json = OrderedJson;

constexpr const char* kafka = "0.5.0"; ///< version of AsyncAPI's bindings for Kafka

/// One context as an AsyncAPI document: channels and messages once each, whoever sends them.
class Document {
public:
    /// `most`: messages that there may be.
    Document(const Request& request, std::size_t most)
        : m_request(request)
        , m_schemas(request.lookup, "#/components/schemas/")
        , m_channels(objectFor(most))
        , m_operations(objectFor(most))
        , m_messages(objectFor(most))
        , m_payloads(objectFor(most)) {}

    void send(const Wire& wire) { operation("send", "send" + pascalIdentifier(wire.event->name), {wire}); }

    void receive(const ConsumerPlan& plan) {
        std::map<const Channel*, std::vector<Wire>> byChannel;
        std::vector<const Channel*> order;
        for (const auto& input : plan.inputs) {
            auto& wires = byChannel[input.wire.channel];
            if (wires.empty()) order.push_back(input.wire.channel);
            wires.push_back(input.wire);
        }
        for (const Channel* channel : order)
            operation("receive", "receiveFor" + pascalIdentifier(plan.name), byChannel[channel]);
    }

    bool isEmpty() const { return m_operations.empty(); }

    /// Once, at the end.
    Json take() {
        const Context& context = m_request.context;
        std::uint32_t newest = 1;
        for (const auto& event : context.events)
            newest = std::max(newest, event->version);
        Json info = objectOf({{"title", context.title.empty() ? context.name : context.title},
                              {"version", fmt::format("{}.0.0", newest)}});
        if (!context.team.empty()) info["contact"] = objectOf({{"name", context.team}});
        Json components = objectFor(2);
        components["messages"] = std::move(m_messages);
        m_payloads.update(m_schemas.definitions());
        components["schemas"] = std::move(m_payloads);
        Json document = objectFor(6);
        document["asyncapi"] = "3.0.0";
        document["info"] = std::move(info);
        document["defaultContentType"] = "application/json";
        document["channels"] = std::move(m_channels);
        document["operations"] = std::move(m_operations);
        document["components"] = std::move(components);
        return document;
    }

private:
    void operation(const char* action, const std::string& wish, const std::vector<Wire>& wires) {
        const std::string channel = channelOf(wires.front());
        Json messages = Json::array();
        for (const Wire& wire : wires)
            messages.push_back(objectOf(
                {{"$ref", fmt::format("#/channels/{}/messages/{}", channel, messageOf(channel, wire))}}));
        m_operations[m_operationNames.take(wish, wish).identifier] =
            objectOf({{"action", action},
                      {"channel", objectOf({{"$ref", "#/channels/" + channel}})},
                      {"messages", std::move(messages)}});
    }

    std::string channelOf(const Wire& wire) {
        const auto [found, isNew] = m_channelNames.try_emplace(wire.channel);
        if (!isNew) return found->second;
        found->second = m_channelScope.take(memberIdentifier(wire.topic), wire.topic).identifier;
        Json settings =
            objectOf({{"cleanup.policy", Json::array({wire.channel->compacted ? "compact" : "delete"})}});
        if (wire.channel->retention)
            settings["retention.ms"] =
                std::chrono::duration_cast<std::chrono::milliseconds>(*wire.channel->retention).count();
        m_channels[found->second] = objectOf(
            {{"address", wire.topic},
             {"messages", Json::object()},
             {"bindings",
              objectOf(
                  {{"kafka", objectOf({{"topic", wire.topic},
                                       {"partitions", std::max<std::uint32_t>(wire.channel->partitions, 1)},
                                       {"topicConfiguration", std::move(settings)},
                                       {"bindingVersion", kafka}})}})}});
        return found->second;
    }

    /// The message of an event, also listed under the channel.
    std::string messageOf(const std::string& channel, const Wire& wire) {
        const auto [found, isNew] = m_messageNames.try_emplace(wire.event);
        if (isNew) {
            found->second =
                m_messageScope.take(pascalIdentifier(wire.event->name), wire.event->name).identifier;
            m_messages[found->second] = message(wire, found->second);
        }
        m_channels[channel]["messages"][found->second] =
            objectOf({{"$ref", "#/components/messages/" + found->second}});
        return found->second;
    }

    Json message(const Wire& wire, const std::string& name) {
        const std::string schema = m_schemas.take(name + "Payload");
        m_payloads[schema] = m_schemas.payload(*wire.publisher, *wire.event);
        Json result = objectFor(9);
        result["name"] = wire.event->name;
        result["title"] = wire.event->name;
        if (!wire.event->means.empty()) result["summary"] = wire.event->means;
        result["contentType"] = "application/json";
        result["headers"] = headerSchema(wire);
        result["payload"] = objectOf({{"$ref", "#/components/schemas/" + schema}});
        result["correlationId"] = objectOf({{"location", "$message.header#/ce_correlationid"}});
        Json payload = samplePayload(m_request.lookup, *wire.publisher, *wire.event);
        Json headers = sampleHeaders(wire, sampleKey(wire, payload));
        result["examples"].push_back(
            objectOf({{"headers", std::move(headers)}, {"payload", std::move(payload)}}));
        result["bindings"] = objectOf(
            {{"kafka", objectOf({{"key", objectOf({{"type", "string"}})}, {"bindingVersion", kafka}})}});
        return result;
    }

    const Request& m_request;
    PayloadSchemas m_schemas;
    NameScope m_channelScope, m_messageScope, m_operationNames;
    std::map<const Channel*, std::string> m_channelNames;
    std::map<const Event*, std::string> m_messageNames;
    Json m_channels;
    Json m_operations;
    Json m_messages;
    Json m_payloads;
};

Result<Output> render(const Request& request) {
    Output output;
    const auto sent = eventsOnChannels(request, "asyncapi", output.omitted);
    const auto plans = consumersOf(request.lookup, request.context, "asyncapi", output.omitted);
    std::size_t most = sent.size();
    for (const ConsumerPlan& plan : plans)
        most += plan.inputs.size();
    Document document(request, most);
    for (const Wire& wire : sent)
        document.send(wire);
    for (const ConsumerPlan& plan : plans)
        document.receive(plan);
    if (document.isEmpty()) return output;
    if (const auto done = addDocument(request, "generated/asyncapi.json", "asyncapi/asyncapi.json.mustache",
                                      document.take(), output);
        !done)
        return tl::unexpected(done.error());
    return output;
}

} // namespace

const Target target{"asyncapi",
                    Phrase::words("What the context sends and receives, as an AsyncAPI 3.0 document"),
                    neverByDefault, render};

} // namespace factline::generate::asyncapi
