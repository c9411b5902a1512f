// SPDX-License-Identifier: Apache-2.0
#include "contract/reading/special.h"

#include <map>

namespace factline::contract {

namespace {

// Entries of a map whose keys name something other than an element: each name counts once.
template<typename F>
void eachName(Reading& in, NodeIndex at, F&& each) {
    std::vector<std::pair<std::string_view, NodeIndex>> seen;
    in.eachEntry(at, [&](std::string_view key, NodeIndex keyNode, NodeIndex value) {
        for (const auto& [name, first] : seen)
            if (name == key) return in.givenTwice(keyNode, first);
        if (seen.size() < 200)
            seen.emplace_back(key, keyNode); // far more than people write; keeps this linear
        const std::string_view outer = std::exchange(in.key, key);
        each(key, keyNode, value);
        in.key = outer;
    });
}

void readPayload(Reading& in, NodeIndex mapping, std::vector<PayloadField>& into) {
    eachName(in, mapping, [&](std::string_view key, NodeIndex, NodeIndex value) {
        PayloadField field;
        field.name = key;
        if (in.node(value).kind == NodeKind::Mapping)
            readFields(in, value, field);
        else
            readValue(in, value, field.type);
        into.push_back(std::move(field));
    });
}

void readSubscription(Reading& in, NodeIndex keyNode, NodeIndex value, std::string_view event,
                      std::vector<Shared<Subscription>>& into) {
    Subscription subscription;
    subscription.id = in.enter(keyNode, value);
    subscription.event = parseRef(event, in.context);
    if (keyNode != value && in.mapping(value, Phrase::words("the keys of a subscription")))
        readFields(in, value, subscription);
    into.push_back(Shared<Subscription>(std::move(subscription)));
}

// The form of a hop is told by its first key that belongs to one form only.
std::optional<decltype(Hop::form)> lagFormOf(std::string_view key) {
    if (key == "fixed") return FixedLag{};
    if (key == "p50" || key == "p99" || key == "p99.9" || key == "max") return QuantileLag{};
    if (key == "poll" || key == "mode" || key == "work") return PollLag{};
    if (key == "cron" || key == "timeZone" || key == "run") return CronLag{};
    if (key == "window") return WindowLag{};
    return std::nullopt;
}

/// A form of a lag inside of a sentence.
constexpr Phrase::Words formIn(const FixedLag&) {
    return Phrase::words("a fixed lag");
}
constexpr Phrase::Words formIn(const QuantileLag&) {
    return Phrase::words("a lag by quantiles");
}
constexpr Phrase::Words formIn(const PollLag&) {
    return Phrase::words("a polling lag");
}
constexpr Phrase::Words formIn(const CronLag&) {
    return Phrase::words("a scheduled lag");
}
constexpr Phrase::Words formIn(const WindowLag&) {
    return Phrase::words("a windowed lag");
}

template<typename Form>
void readHopAs(Reading& in, NodeIndex at, Form& form, Hop& into) {
    auto seenForm = detail::noneSeen<fieldCount<Form>>();
    auto seenHop = detail::noneSeen<fieldCount<Hop>>();
    const std::string_view outer = in.key;
    in.eachEntry(at, [&](std::string_view key, NodeIndex keyNode, NodeIndex value) {
        if (detail::readMatching(in, key, keyNode, value, form, seenForm) ||
            detail::readMatching(in, key, keyNode, value, into, seenHop) || key.starts_with("x-"))
            return;
        if (lagFormOf(key)) {
            in.report(keyNode,
                      Phrase::of("`{}` does not go with {}: a lag has one form; write two hops as a list.",
                                 key, formIn(form)));
            return;
        }
        std::array<std::string_view, fieldCount<Form> + fieldCount<Hop>> known;
        constexpr auto own = keysOf<Form>();
        constexpr auto common = keysOf<Hop>();
        std::copy(common.begin(), common.end(), std::copy(own.begin(), own.end(), known.begin()));
        in.unknownKey(keyNode, Fields<Form>::noun, known);
    });
    in.key = outer;
    detail::reportMissing<Form>(in, at, Fields<Form>::noun, seenForm);
}

/// Quantiles rise with their share, and nothing is above max. The commonest slip is a pair that is swapped.
void reportFalling(Reading& in, NodeIndex at, const QuantileLag& lag) {
    struct Given {
        std::string_view key;
        std::optional<Duration> value;
    };
    const Given all[] = {{"p50", lag.p50}, {"p99", lag.p99}, {"p99.9", lag.p999}, {"max", lag.max}};
    const Given* before = nullptr;
    for (const Given& given : all) {
        if (!given.value) continue;
        if (before && *given.value < *before->value) {
            std::map<std::string_view, NodeIndex> nodes;
            in.eachEntry(at, [&](std::string_view key, NodeIndex, NodeIndex value) { nodes[key] = value; });
            const NodeIndex here = nodes[given.key];
            in.report(here, Phrase::of("`{}` ({}) is below `{}` ({}), which cannot be: swap them, or correct "
                                       "one of the two.",
                                       given.key, in.tree.scalar(here), before->key,
                                       in.tree.scalar(nodes[before->key])));
            return;
        }
        before = &given;
    }
}

constexpr Phrase::Words lagForms = Phrase::words(
    "{fixed: 250ms}, {p50: 13ms, p99: 32ms}, {poll: 500ms}, {cron: \"0 2 * * *\"} or {window: 30s}");

bool readHop(Reading& in, NodeIndex at, Hop& into) {
    if (in.node(at).kind != NodeKind::Mapping) {
        const bool scalar = in.node(at).kind == NodeKind::Scalar;
        if (scalar && parseDuration(in.tree.scalar(at)))
            in.wrong(at, Phrase::words("a lag"), Phrase::of("write {fixed: {}}.", in.tree.scalar(at)));
        else
            in.wrong(at, Phrase::of("a lag, as {}", lagForms));
        return false;
    }
    bool found = false;
    in.eachEntry(at, [&](std::string_view key, NodeIndex, NodeIndex) {
        if (const auto form = found ? std::nullopt : lagFormOf(key)) {
            into.form = *form;
            found = true;
        }
    });
    if (!found) {
        in.report(at, Phrase::of("This lag does not say how long; write {}.", lagForms));
        return false;
    }
    const std::size_t before = in.failures;
    std::visit([&](auto& form) { readHopAs(in, at, form, into); }, into.form);
    const auto* quantiles = std::get_if<QuantileLag>(&into.form);
    if (quantiles && in.failures == before) reportFalling(in, at, *quantiles);
    return in.failures == before;
}

} // namespace

void ReadForm<Lag>::read(Reading& in, NodeIndex at, Lag& into) {
    const auto add = [&](NodeIndex node) {
        Hop hop;
        if (readHop(in, node, hop)) into.push_back(std::move(hop));
    };
    if (in.node(at).kind != NodeKind::Sequence) return add(at);
    for (NodeIndex item = in.node(at).first; item != noNode; item = in.node(item).next)
        add(item);
}

void ReadForm<Reliance>::read(Reading& in, NodeIndex at, Reliance& into) {
    if (in.node(at).kind == NodeKind::Mapping)
        readFields(in, at, into);
    else
        readValue(in, at, into.claim);
}

void ReadForm<std::vector<PayloadField>>::read(Reading& in, NodeIndex at, std::vector<PayloadField>& into) {
    if (in.mapping(at, Phrase::words("names of fields, each with its type"))) readPayload(in, at, into);
}

void ReadForm<std::vector<Shared<TypeDefinition>>>::read(Reading& in, NodeIndex at,
                                                         std::vector<Shared<TypeDefinition>>& into) {
    if (!in.mapping(at, Phrase::words("names, each with its fields"))) return;
    in.eachEntry(at, [&](std::string_view key, NodeIndex keyNode, NodeIndex value) {
        TypeDefinition type;
        type.id = in.enter(keyNode, value);
        type.name = key;
        const std::string_view outer = std::exchange(in.key, key);
        if (in.mapping(value, Phrase::words("names of fields, each with its type")))
            readPayload(in, value, type.fields);
        in.key = outer;
        into.push_back(Shared<TypeDefinition>(std::move(type)));
    });
}

void ReadForm<std::vector<Shared<Subscription>>>::read(Reading& in, NodeIndex at,
                                                       std::vector<Shared<Subscription>>& into) {
    if (!in.mapping(at, Phrase::of("events, each with the keys of a subscription (Event: {})", "{}"))) return;
    in.eachEntry(at, [&](std::string_view key, NodeIndex keyNode, NodeIndex value) {
        const std::string_view outer = std::exchange(in.key, key);
        readSubscription(in, keyNode, value, key, into);
        in.key = outer;
    });
}

void ReadForm<ListOrMap>::read(Reading& in, NodeIndex at, Policy& into) {
    if (in.node(at).kind == NodeKind::Mapping) {
        into.whenForm = WhenForm::Map;
        return readValue(in, at, into.when);
    }
    if (!in.sequence(at, Phrase::words("a list of events, or events with the keys of a subscription")))
        return;
    for (NodeIndex item = in.node(at).first; item != noNode; item = in.node(item).next) {
        std::string_view event;
        if (in.text(item, Phrase::words("an event"), event))
            readSubscription(in, item, item, event, into.when);
    }
}

void ReadForm<std::vector<Read>>::read(Reading& in, NodeIndex at, std::vector<Read>& into) {
    if (!in.mapping(at, Phrase::of("views or facts, each with its own keys (completed-orders: {})", "{}")))
        return;
    eachName(in, at, [&](std::string_view key, NodeIndex, NodeIndex value) {
        Read read;
        read.target = parseRef(key, in.context);
        if (in.mapping(value, Phrase::words("keys of its own"))) readFields(in, value, read);
        into.push_back(std::move(read));
    });
}

void ReadForm<std::vector<Relation>>::read(Reading& in, NodeIndex at, std::vector<Relation>& into) {
    if (!in.mapping(at, Phrase::words("contexts, each with a relation (payments: customer-supplier)")))
        return;
    eachName(in, at, [&](std::string_view key, NodeIndex, NodeIndex value) {
        const std::size_t before = in.failures;
        Relation relation{std::string(key), {}};
        readValue(in, value, relation.kind);
        if (in.failures == before) into.push_back(std::move(relation));
    });
}

void ReadForm<std::vector<Scenario>>::read(Reading& in, NodeIndex at, std::vector<Scenario>& into) {
    if (!in.mapping(at, Phrase::words("names, each with its own keys"))) return;
    eachName(in, at, [&](std::string_view key, NodeIndex, NodeIndex value) {
        Scenario scenario;
        scenario.name = key;
        if (in.mapping(value, Phrase::words("keys of its own"))) readFields(in, value, scenario);
        into.push_back(std::move(scenario));
    });
}

void ReadForm<std::vector<Shared<Context>>>::read(Reading& in, NodeIndex at,
                                                  std::vector<Shared<Context>>& into) {
    if (!in.mapping(at, Phrase::words("names, each with its own keys"))) return;
    in.eachEntry(at, [&](std::string_view key, NodeIndex keyNode, NodeIndex value) {
        readOne(in, keyNode, value, key, into);
    });
}

void ReadForm<std::vector<Shared<Context>>>::readOne(Reading& in, NodeIndex keyNode, NodeIndex value,
                                                     std::string_view name,
                                                     std::vector<Shared<Context>>& into) {
    Context context;
    context.id = in.enter(keyNode, value);
    context.name = name;
    in.checkName(keyNode);
    const std::string_view outerContext = std::exchange(in.context, name);
    const std::string_view outer = std::exchange(in.key, name);
    if (in.mapping(value, Phrase::words("keys of its own"))) readFields(in, value, context);
    in.key = outer;
    in.context = outerContext;
    into.push_back(Shared<Context>(std::move(context)));
}

} // namespace factline::contract
