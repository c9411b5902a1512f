// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <chrono>
#include <optional>
#include <string>
#include <utility>
#include <vector>

#include "base/element.h"
#include "base/quantity.h"
#include "base/shared.h"
#include "domain/enums.h"
#include "domain/lag.h"
#include "domain/payload_type.h"

namespace factline {

using ClaimName = std::string;   ///< `subject.state`
using ContextName = std::string; ///< kebab-case
using StageName = std::string;

/// A finding that somebody has decided to live with, for a reason and until a day.
struct Waiver {
    std::string rule;
    std::string element; ///< in the root list: what it is about; on an element: empty
    std::string reason;
    std::string by;
    std::optional<std::chrono::year_month_day> until;
    bool operator==(const Waiver&) const = default;
};

/// What every named element carries.
struct Element {
    ElementId id;
    std::string name;                  ///< bare; a Subscription's is empty, its event names it
    std::vector<std::string> formerly; ///< earlier names, for compare and the sidecar
    StageName since;                   ///< first stage it exists in; empty: the first
    StageName until;                   ///< first stage it is gone from; empty: never
    std::vector<std::string> hotspots; ///< open questions, one line each
    std::vector<Waiver> waivers;
    bool operator==(const Element&) const = default;
};

/// Something an event may assert and a consumer may rely on. Only claims are compared, never text.
struct Claim : Element {
    Ref of; ///< the fact it is about; its context owns the claim
    std::string text;
    std::vector<ClaimName> implies;
    std::vector<ClaimName> excludes; ///< holds both ways
    bool operator==(const Claim&) const = default;
};

/// A thing that one bounded context decides about and others learn of.
struct Fact : Element {
    std::string means;
    std::vector<std::string> key;
    std::vector<ContextName> writers; ///< empty: the owner
    std::vector<Ref> derivedFrom;
    Sensitivity sensitivity = Sensitivity::None;
    std::optional<Duration> retention;
    std::optional<Rate> changeRate; ///< how often one entity changes
    Ref takesOver;                  ///< the fact of another context that moves here; empty: none
    bool operator==(const Fact&) const = default;
};

/// A stream that events travel on: a topic.
struct Channel : Element {
    std::vector<std::string> key;
    std::uint32_t partitions = 1;
    std::optional<Duration> retention;
    bool compacted = false;
    Share hottestKey{0};
    Lag lag;
    bool operator==(const Channel&) const = default;
};

/// How a commit becomes an event.
struct Publishing {
    std::optional<PublishingMechanism> through;
    Lag lag;
    bool operator==(const Publishing&) const = default;
};

/// A payload field's value copied from a fact of another context.
struct CopyOf {
    Ref fact;
    std::string asOf; ///< the payload field that says how old the copy is; empty: not told
    bool operator==(const CopyOf&) const = default;
};

/// One field of a payload or of a value object.
struct PayloadField {
    std::string name;
    PayloadType type;
    std::string means;
    bool optional = false;
    std::optional<std::string> defaultValue; ///< as written
    std::optional<Sensitivity> sensitivity;  ///< absent: the fact's
    std::optional<std::uint32_t> since;      ///< event version that brought it
    std::string justifiedBy;                 ///< why it may leave its context
    std::optional<CopyOf> copies;
    bool operator==(const PayloadField&) const = default;
};

/// Where a change-data-capture event comes from.
struct TableMapping {
    std::string table;
    std::string when;
    bool operator==(const TableMapping&) const = default;
};

/// What a context announces to others: something that has happened.
struct Event : Element {
    std::uint32_t version = 1;
    std::string means;
    std::vector<Ref> announces;
    std::optional<std::vector<ClaimName>> asserts; ///< absent: undeclared; empty: declared to assert nothing
    std::optional<std::vector<ClaimName>> denies;
    Finality finality = Finality::Revocable;
    std::vector<Ref> revokedBy;
    Visibility visibility = Visibility::Public;
    Compatibility compatibility = Compatibility::Backward;
    Ref channel; ///< empty: none
    std::optional<Rate> rate;
    std::optional<Rate> peak;
    bool relays = false; ///< announces or asserts what another context owns, on purpose
    std::optional<TableMapping> mappedFrom;
    std::optional<Publishing> publishing; ///< overrides the context's
    std::vector<PayloadField> payload;
    bool operator==(const Event&) const = default;
};

/// A value object used in payloads.
struct TypeDefinition : Element {
    std::vector<PayloadField> fields;
    bool operator==(const TypeDefinition&) const = default;
};

/// A claim that a consumer takes an event to make.
struct Reliance {
    ClaimName claim;
    std::optional<Finality> finality; ///< absent: any will do
    bool operator==(const Reliance&) const = default;
};

struct Capacity {
    Duration perMessage{};
    std::uint32_t consumers = 1;
    bool operator==(const Capacity&) const = default;
};

/// One consumer's side of one event: what it takes the event to mean and how it handles it.
struct Subscription : Element {
    Ref event;
    std::optional<std::uint32_t> version;
    std::optional<std::vector<Reliance>> reliesOn; ///< absent: undeclared
    std::string understoodAs;
    Lag lag;
    std::optional<Capacity> capacity;
    bool needsOrder = false;
    std::string orderedBy; ///< empty: `sequence` where order is needed
    OnDuplicate onDuplicate = OnDuplicate::Undeclared;
    OnFailure onFailure = OnFailure::Undeclared;
    bool operator==(const Subscription&) const = default;
};

/// A freshness promise: `for` of all changes are visible `within`.
struct Freshness {
    std::optional<Duration> within;
    Share forShare{0.99};
    Duration window = std::chrono::hours(28 * 24);
    Ref from; ///< measured from this fact further upstream; empty: from the change itself
    bool operator==(const Freshness&) const = default;
};

struct Reconciliation {
    std::optional<Duration> every;
    Ref against;
    Duration grace{};
    Duration repair{};
    Share coverage{1.0};
    RepairMode repairs = RepairMode::Manual;
    std::optional<std::uint32_t> upTo; ///< automatic repairs a run at the most; absent: no limit
    bool operator==(const Reconciliation&) const = default;
};

struct Rebuild {
    std::string from; ///< `channel`: those of its subscriptions; or the name of a channel
    std::optional<Duration> takes;
    bool operator==(const Rebuild&) const = default;
};

/// A read model: a promise to be wrong for a while.
struct View : Element {
    std::vector<Ref> shows;
    std::vector<Shared<Subscription>> fedBy;
    std::optional<Freshness> freshness;
    bool tellsFreshness = false;
    Share loss{0};
    std::optional<Reconciliation> reconciled;
    std::optional<Rebuild> rebuild;
    bool operator==(const View&) const = default;
};

/// How a policy's `when` is written: a list of events, or a map with the keys of `fedBy`.
enum class WhenForm : std::uint8_t { List, Map };

/// Whenever ... then ...: how an event leads to another one.
struct Policy : Element {
    WhenForm whenForm = WhenForm::List;
    std::vector<Shared<Subscription>> when;
    std::vector<Ref> then;
    Lag lag;
    Ref compensatedBy;    ///< event; empty: none
    std::string endsWhen; ///< why a circle through this policy ends
    bool operator==(const Policy&) const = default;
};

/// What a decision reads, and how old it may be.
struct Read {
    Ref target; ///< a view (own or another context's), or a fact that is asked for
    std::optional<Duration> tolerates;
    bool askOwner = false; ///< asked synchronously at the owner: fresh, but coupled
    Lag cache;
    bool operator==(const Read&) const = default;
};

/// A point where stale data costs money.
struct Decision : Element {
    std::string means;
    std::vector<Read> reads;
    bool reversible = true;
    Lag thinkTime;
    bool operator==(const Decision&) const = default;
};

struct Relation {
    ContextName with;
    RelationKind kind = RelationKind::Partnership;
    bool operator==(const Relation&) const = default;
};

/// Which rules count, and how much.
struct LintSettings {
    std::string preset;                                  ///< empty: inherited, in the end `standard`
    std::vector<std::pair<std::string, Severity>> rules; ///< rule id, severity
    bool operator==(const LintSettings&) const = default;
};

/// A bounded context: a border inside which words have one meaning.
struct Context : Element {
    std::string title;
    ContextKind kind = ContextKind::Supporting;
    std::string team;
    Store store = Store::None;
    std::vector<Relation> relations;
    std::optional<Publishing> publishing;
    std::optional<Duration> survives; ///< longest outage it must get over; absent: 5 min
    std::optional<LintSettings> lint;
    std::vector<Shared<Fact>> facts;
    std::vector<Shared<Channel>> channels;
    std::vector<Shared<Event>> events;
    std::vector<Shared<TypeDefinition>> types;
    std::vector<Shared<View>> views;
    std::vector<Shared<Policy>> policies;
    std::vector<Shared<Decision>> decisions;
    bool operator==(const Context&) const = default;
};

/// One pair of eyes that sees several views of one fact.
struct Audience : Element {
    std::vector<Ref> sees;
    Ref of;
    std::optional<Duration> mayDisagreeFor;
    Share forShare{0.99};
    bool operator==(const Audience&) const = default;
};

} // namespace factline
