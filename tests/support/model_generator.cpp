// SPDX-License-Identifier: Apache-2.0
// Longer than most files: one short function for each kind of element, and every field of the language in
// them.
#include "support/model_generator.h"

#include <algorithm>
#include <set>

namespace factline::testing {

namespace {

const char* const contextNames[] = {"orders", "billing", "erp", "price-list", "größe"};
const char* const thingNames[] = {"order", "invoice", "stock-on-hand", "price", "preis-größe"};
const char* const eventNames[] = {"OrderCompleted", "InvoiceIssued", "StockAdjusted", "PriceChanged"};
const char* const channelNames[] = {"orders.order", "billing.invoice", "erp.stock"};
const char* const claimNames[] = {"order.checkout-finished", "payment.captured", "invoice.issuable",
                                  "stock.counted"};
const char* const typeNames[] = {"OrderLine", "Money", "Address"};
const char* const stageNames[] = {"today", "side-by-side", "retired"};

template<std::size_t N>
std::string name(const char* const (&pool)[N]) {
    if (rarely(40)) return {};
    if (rarely(25)) {
        std::string odd = *oddTexts();
        std::erase_if(odd, [](char c) { return c == '/' || c == '\\'; }); // in no name
        if (!odd.empty() && odd != "." && odd != "..") return odd;
    }
    return oneOf(pool);
}

template<std::size_t N>
Ref ref(const char* const (&pool)[N]) {
    return {oneOf(contextNames), rarely(12) ? "gone" : oneOf(pool)};
}

std::size_t few(std::size_t most) {
    return number<std::size_t>(0, most + 1);
}

template<typename Make>
auto many(std::size_t most, Make make) {
    std::vector<decltype(make())> list;
    for (std::size_t i = few(most); i > 0; --i)
        list.push_back(make());
    using Item = typename decltype(list)::value_type;
    const auto same = [](const Item& a, const Item& b) {
        if constexpr (std::is_same_v<Item, Reliance>)
            return a.claim == b.claim && a.finality == b.finality;
        else if constexpr (std::is_same_v<Item, std::string> || std::is_same_v<Item, Ref>)
            return a == b;
        else
            return false; // only names may stand once only
    };
    for (auto item = list.begin(); item != list.end();)
        item = std::any_of(list.begin(), item, [&](const Item& earlier) { return same(earlier, *item); })
                   ? list.erase(item)
                   : std::next(item);
    return list;
}

template<typename Make>
auto maybe(Make make) {
    return rarely(2) ? std::optional<decltype(make())>(make()) : std::nullopt;
}

std::string text() {
    return rarely(2) ? std::string{} : *oddTexts();
}
std::string filledText() {
    return *rc::gen::nonEmpty(oddTexts());
}

template<typename E>
E anyOf() {
    const auto& list = Words<E>::list;
    return list[number<std::size_t>(0, list.size())].first;
}

/// Keeps the first of each key, as a mapping must.
template<typename T, typename Key>
std::vector<T> distinct(std::vector<T> list, Key key) {
    std::set<decltype(key(list.front()))> seen;
    std::erase_if(list, [&](const T& item) { return !seen.insert(key(item)).second; });
    return list;
}

/// Gives out ids in the order of making.
class Maker {
public:
    std::uint32_t nextId = 1;

    template<typename T>
    T element(std::string called) {
        T made;
        made.id = {nextId++};
        made.name = std::move(called);
        if (rarely(8)) made.formerly = many(2, [] { return std::string(oneOf(eventNames)); });
        if (rarely(8)) made.since = oneOf(stageNames);
        if (rarely(10)) made.until = oneOf(stageNames);
        if (rarely(8)) made.hotspots = many(2, filledText);
        if (rarely(10)) made.waivers = many(2, [] { return waiver(false); });
        return made;
    }

    static Waiver waiver(bool atRoot) {
        Waiver made{.rule = "event-orphan", .reason = text(), .by = text()};
        if (atRoot) made.element = toString(ref(eventNames));
        if (rarely(2))
            made.until = std::chrono::year(number(1990, 2100)) / static_cast<unsigned>(number(1, 13)) /
                         static_cast<unsigned>(number(1, 29));
        return made;
    }

    static std::vector<ClaimName> claims() {
        return many(2, [] { return std::string(oneOf(claimNames)); });
    }
    static std::vector<Ref> facts() {
        return many(2, [] { return ref(thingNames); });
    }
    static std::vector<Ref> events() {
        return many(2, [] { return ref(eventNames); });
    }
    static Rate rate() {
        const char units[] = {'s', 'm', 'h', 'd'};
        return {number(1, 100000) / 4.0, oneOf(units)};
    }

    Claim claim() {
        auto made = element<Claim>(name(claimNames));
        if (!rarely(5)) made.of = ref(thingNames);
        made.text = text();
        made.implies = claims();
        made.excludes = claims();
        return made;
    }

    Fact fact() {
        auto made = element<Fact>(name(thingNames));
        made.means = text();
        made.key = many(2, filledText);
        made.writers = many(2, [] { return std::string(oneOf(contextNames)); });
        made.derivedFrom = facts();
        made.sensitivity = anyOf<Sensitivity>();
        made.retention = maybe([] { return *durations(); });
        made.changeRate = maybe(rate);
        if (rarely(4)) made.takesOver = ref(thingNames);
        return made;
    }

    Channel channel() {
        auto made = element<Channel>(name(channelNames));
        made.key = many(2, filledText);
        made.partitions = number<std::uint32_t>(1, 64);
        made.retention = maybe([] { return *durations(); });
        made.compacted = rarely(2);
        made.hottestKey = *shares();
        made.lag = *lags();
        return made;
    }

    static PayloadType type(int depth = 0) {
        using Kind = PayloadType::Kind;
        PayloadType made{.kind = static_cast<Kind>(number(0, depth < 2 ? 14 : 10))};
        switch (made.kind) {
        case Kind::Decimal:
            made.precision = number<std::uint8_t>(1, 65);
            made.scale = number<std::uint8_t>(0, made.precision);
            break;
        case Kind::Enum:
            made.options = {"A", "B-2", "größe"};
            break;
        case Kind::List:
        case Kind::Map:
            made.of.push_back(type(depth + 1));
            break;
        case Kind::Named:
            made.name = rarely(4) ? toString(ref(typeNames)) : oneOf(typeNames);
            break;
        default:
            break;
        }
        return made;
    }

    static std::vector<PayloadField> fields() {
        auto made = many(4, [] {
            const char* const names[] = {"orderId", "total", "note", "lines", "pricedAt", "größe"};
            PayloadField field{.name = oneOf(names), .type = type()};
            if (rarely(2)) return field; // the short form
            field.means = text();
            field.optional = rarely(2);
            field.defaultValue = maybe(filledText);
            field.sensitivity = maybe(anyOf<Sensitivity>);
            field.since = maybe([] { return number<std::uint32_t>(1, 9); });
            field.justifiedBy = text();
            field.copies = maybe([] { return CopyOf{ref(thingNames), rarely(2) ? "pricedAt" : ""}; });
            return field;
        });
        return distinct(std::move(made), [](const PayloadField& field) { return field.name; });
    }

    static Publishing publishing() { return {maybe(anyOf<PublishingMechanism>), *lags()}; }

    Event event() {
        auto made = element<Event>(name(eventNames));
        made.version = number<std::uint32_t>(1, 5);
        made.means = text();
        made.announces = facts();
        made.asserts = maybe(claims);
        made.denies = maybe(claims);
        made.finality = anyOf<Finality>();
        made.revokedBy = events();
        made.visibility = anyOf<Visibility>();
        made.compatibility = anyOf<Compatibility>();
        if (rarely(2)) made.channel = ref(channelNames);
        made.rate = maybe(rate);
        made.peak = maybe(rate);
        made.relays = rarely(3);
        made.mappedFrom = maybe([] { return TableMapping{filledText(), text()}; });
        made.publishing = maybe(publishing);
        if (made.publishing && !made.publishing->through && made.publishing->lag.empty())
            made.publishing.reset();
        made.payload = fields();
        return made;
    }

    TypeDefinition typeDefinition() {
        // A value object is a mapping of its fields: it has no place for what other elements carry.
        TypeDefinition made;
        made.id = {nextId++};
        made.name = name(typeNames);
        made.fields = fields();
        return made;
    }

    std::vector<Shared<Subscription>> subscriptions(bool withFields) {
        std::vector<Shared<Subscription>> list;
        std::set<Ref> taken;
        for (std::size_t i = few(3); i > 0; --i) {
            const Ref event = ref(eventNames);
            if (!taken.insert(event).second) continue;
            list.emplace_back(withFields ? subscription(event) : bareSubscription(event));
        }
        return list;
    }

    Subscription bareSubscription(const Ref& event) {
        Subscription made;
        made.id = {nextId++};
        made.event = event;
        return made;
    }

    Subscription subscription(const Ref& event) {
        auto made = element<Subscription>({});
        made.formerly.clear(); // its event names it
        made.event = event;
        made.version = maybe([] { return number<std::uint32_t>(1, 5); });
        made.reliesOn = maybe([] {
            return many(2, [] { return Reliance{oneOf(claimNames), maybe(anyOf<Finality>)}; });
        });
        made.understoodAs = text();
        made.lag = *lags();
        made.capacity = maybe([] { return Capacity{*durations(), number<std::uint32_t>(1, 9)}; });
        made.needsOrder = rarely(2);
        made.orderedBy = text();
        const OnDuplicate duplicates[] = {OnDuplicate::Undeclared, OnDuplicate::Ignored,
                                          OnDuplicate::AppliedAgain};
        made.onDuplicate = oneOf(duplicates);
        const OnFailure failures[] = {OnFailure::Undeclared, OnFailure::Park, OnFailure::Halt,
                                      OnFailure::Skip};
        made.onFailure = oneOf(failures);
        return made;
    }

    View view() {
        auto made = element<View>(name(thingNames));
        made.shows = facts();
        made.fedBy = subscriptions(true);
        if (rarely(2)) {
            made.freshness = Freshness{.within = *durations(), .forShare = *shares(), .window = *durations()};
            if (rarely(3)) made.freshness->from = ref(thingNames);
        }
        made.tellsFreshness = rarely(2);
        made.loss = *shares();
        if (rarely(2))
            made.reconciled = Reconciliation{.every = *durations(),
                                             .against = ref(thingNames),
                                             .grace = *durations(),
                                             .repair = *durations(),
                                             .coverage = *shares(),
                                             .repairs = anyOf<RepairMode>(),
                                             .upTo = maybe([] { return number<std::uint32_t>(1, 500); })};
        made.rebuild = maybe([] { return Rebuild{"channel", *durations()}; });
        return made;
    }

    Policy policy() {
        auto made = element<Policy>(name(thingNames));
        const bool fields = rarely(2);
        made.when = subscriptions(fields);
        made.whenForm = fields && !made.when.empty() ? WhenForm::Map : WhenForm::List;
        made.then = events();
        made.lag = *lags();
        if (rarely(3)) made.compensatedBy = ref(eventNames);
        made.endsWhen = text();
        return made;
    }

    Decision decision() {
        auto made = element<Decision>(name(thingNames));
        made.means = text();
        made.reads = distinct(many(3,
                                   [] {
                                       Read read{.target = ref(thingNames), .tolerates = *durations()};
                                       if (rarely(3)) read.tolerates.reset(), read.askOwner = true;
                                       if (rarely(3)) read.cache = *lags();
                                       return read;
                                   }),
                              [](const Read& read) { return read.target; });
        made.reversible = !rarely(3);
        made.thinkTime = *lags();
        return made;
    }

    Context context() {
        auto made = element<Context>(name(contextNames));
        std::erase(made.name, '/'); // could not be referred to
        made.title = text();
        made.kind = anyOf<ContextKind>();
        made.team = text();
        made.store = anyOf<Store>();
        made.relations = distinct(many(2,
                                       [] {
                                           return Relation{oneOf(contextNames), anyOf<RelationKind>()};
                                       }),
                                  [](const Relation& r) { return r.with; });
        made.publishing = maybe(publishing);
        if (made.publishing && !made.publishing->through && made.publishing->lag.empty())
            made.publishing.reset();
        made.survives = maybe([] { return *durations(); });
        made.lint = maybe(lint);
        if (made.lint && *made.lint == LintSettings{}) made.lint.reset();
        fill(made.facts, [this] { return fact(); });
        fill(made.channels, [this] { return channel(); });
        fill(made.events, [this] { return event(); });
        fill(made.types, [this] { return typeDefinition(); });
        fill(made.views, [this] { return view(); });
        fill(made.policies, [this] { return policy(); });
        fill(made.decisions, [this] { return decision(); });
        return made;
    }

    Audience audience() {
        auto made = element<Audience>(name(thingNames));
        made.sees = facts(); // views go by the same names
        if (!rarely(4)) made.of = ref(thingNames);
        made.mayDisagreeFor = maybe([] { return *durations(); });
        made.forShare = *shares();
        return made;
    }

    template<typename T, typename Make>
    void fill(std::vector<Shared<T>>& list, Make make, std::size_t most = 2) {
        for (std::size_t i = few(most); i > 0; --i)
            list.emplace_back(make());
    }

    static LintSettings lint() {
        const char* const rules[] = {"event-orphan", "fact-unowned", "meaning-denied"};
        LintSettings made{.preset = rarely(2) ? "standard" : ""};
        made.rules =
            distinct(many(2, [&] { return std::pair(std::string(oneOf(rules)), anyOf<Severity>()); }),
                     [](const auto& rule) { return rule.first; });
        return made;
    }

    Model model() {
        Model made;
        made.name = filledText();
        made.summary = text();
        fill(
            made.claims, [this] { return claim(); }, 3);
        fill(
            made.contexts, [this] { return context(); }, 3);
        fill(made.audiences, [this] { return audience(); });
        if (rarely(2))
            made.migration =
                Migration{{std::begin(stageNames), std::end(stageNames)}, rarely(2) ? "today" : ""};
        made.hotspots = many(2, filledText);
        made.waivers = many(2, [] { return waiver(true); });
        made.lint = maybe(lint);
        if (made.lint && *made.lint == LintSettings{}) made.lint.reset();
        made.scenarios = distinct(many(2, scenario), [](const Scenario& s) { return s.name; });
        made.nextId = nextId;
        return made;
    }

    static Scenario scenario() {
        const char* const names[] = {"black-friday", "outage"};
        Scenario made{.name = oneOf(names)};
        made.set = distinct(many(2,
                                 [] {
                                     const Ref event = ref(eventNames);
                                     return std::pair("contexts." + event.context + ".events." + event.name +
                                                          ".rate",
                                                      std::string("40/s"));
                                 }),
                            [](const auto& pair) { return pair.first; });
        made.outage =
            distinct(many(2, [] { return std::pair(std::string(oneOf(contextNames)), *durations()); }),
                     [](const auto& pair) { return pair.first; });
        return made;
    }
};

} // namespace

rc::Gen<std::string> oddTexts() {
    return rc::gen::exec([] {
        const char* const pieces[] = {"What was asked for",
                                      "Gross, in the order's currency.",
                                      ": ",
                                      " #",
                                      "#",
                                      "[",
                                      "]",
                                      "{",
                                      "}",
                                      ",",
                                      "?",
                                      "? ",
                                      "\"",
                                      "'",
                                      "\n",
                                      "\t",
                                      "ß",
                                      "日本",
                                      "🙂",
                                      "- ",
                                      "true",
                                      "null",
                                      "~",
                                      "12",
                                      "0x1F",
                                      "|",
                                      ">",
                                      "%",
                                      "@",
                                      "&",
                                      "*",
                                      "!",
                                      "\\",
                                      " ",
                                      "<<",
                                      "=",
                                      "---",
                                      "2001-01-01",
                                      "1e3",
                                      ".inf",
                                      "a:b",
                                      ":",
                                      "-",
                                      "\n\n",
                                      "  \n",
                                      "no",
                                      "\u00a0",
                                      "`",
                                      "a/b"};
        std::string made;
        const std::size_t counts[] = {0, 1, 1, 1, 1, 2, 2, 3, 4, 6};
        for (std::size_t i = oneOf(counts); i > 0; --i)
            made += oneOf(pieces);
        return made;
    });
}

rc::Gen<Model> models() {
    return rc::gen::exec([] { return Maker().model(); });
}

} // namespace factline::testing
