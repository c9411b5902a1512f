// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <array>
#include <cstdint>
#include <optional>
#include <string_view>
#include <utility>

#include "base/finding.h"

namespace factline {

enum class ContextKind : std::uint8_t { Core, Supporting, Generic, Legacy, External };
enum class Store : std::uint8_t { None, PostgreSql, MySql, MariaDb, Sqlite, Oracle, SqlServer };
enum class PublishingMechanism : std::uint8_t { Outbox, Cdc, EventStore, DualWrite, Batch };
enum class Sensitivity : std::uint8_t { None, Personal, Confidential };
enum class Finality : std::uint8_t { Revocable, Final };
enum class Visibility : std::uint8_t { Public, Private };
/// What an event's schema promises between versions; transitive: against all earlier ones, not only the last.
enum class Compatibility : std::uint8_t {
    Backward,
    Forward,
    Full,
    None,
    BackwardTransitive,
    ForwardTransitive,
    FullTransitive,
};
enum class OnDuplicate : std::uint8_t { Undeclared, Ignored, AppliedAgain };
enum class OnFailure : std::uint8_t { Undeclared, Park, Halt, Skip };
enum class RepairMode : std::uint8_t { Manual, Automatic };
enum class Basis : std::uint8_t { Guess, Measured, Vendor, Default };
enum class LagClass : std::uint8_t { Transport, Processing, Semantic, Reconciliation, Decision };
enum class PollMode : std::uint8_t { FixedRate, FixedDelay };
/// DDD context map. In `relations: {payments: customer-supplier}` the context that says it is downstream, but
/// for open-host-service and published-language, which the upstream writes.
enum class RelationKind : std::uint8_t {
    Partnership,
    SharedKernel,
    CustomerSupplier,
    Conformist,
    AnticorruptionLayer,
    OpenHostService,
    PublishedLanguage,
    SeparateWays,
};

/// The words of an enumeration in the language, in the order of documentation. Specialised below.
template<typename E>
struct Words;

template<typename E, std::size_t N>
using WordList = std::array<std::pair<E, std::string_view>, N>;

template<>
struct Words<ContextKind> {
    static constexpr WordList<ContextKind, 5> list{{{ContextKind::Core, "core"},
                                                    {ContextKind::Supporting, "supporting"},
                                                    {ContextKind::Generic, "generic"},
                                                    {ContextKind::Legacy, "legacy"},
                                                    {ContextKind::External, "external"}}};
};
template<>
struct Words<Store> {
    static constexpr WordList<Store, 7> list{{{Store::PostgreSql, "postgresql"},
                                              {Store::MySql, "mysql"},
                                              {Store::MariaDb, "mariadb"},
                                              {Store::Sqlite, "sqlite"},
                                              {Store::Oracle, "oracle"},
                                              {Store::SqlServer, "sqlserver"},
                                              {Store::None, "none"}}};
};
template<>
struct Words<PublishingMechanism> {
    static constexpr WordList<PublishingMechanism, 5> list{{{PublishingMechanism::Outbox, "outbox"},
                                                            {PublishingMechanism::Cdc, "cdc"},
                                                            {PublishingMechanism::EventStore, "event-store"},
                                                            {PublishingMechanism::DualWrite, "dual-write"},
                                                            {PublishingMechanism::Batch, "batch"}}};
};
template<>
struct Words<Sensitivity> {
    static constexpr WordList<Sensitivity, 3> list{{{Sensitivity::None, "none"},
                                                    {Sensitivity::Personal, "personal"},
                                                    {Sensitivity::Confidential, "confidential"}}};
};
template<>
struct Words<Finality> {
    static constexpr WordList<Finality, 2> list{
        {{Finality::Final, "final"}, {Finality::Revocable, "revocable"}}};
};
template<>
struct Words<Visibility> {
    static constexpr WordList<Visibility, 2> list{
        {{Visibility::Public, "public"}, {Visibility::Private, "private"}}};
};
template<>
struct Words<Compatibility> {
    static constexpr WordList<Compatibility, 7> list{
        {{Compatibility::Backward, "backward"},
         {Compatibility::Forward, "forward"},
         {Compatibility::Full, "full"},
         {Compatibility::None, "none"},
         {Compatibility::BackwardTransitive, "backward-transitive"},
         {Compatibility::ForwardTransitive, "forward-transitive"},
         {Compatibility::FullTransitive, "full-transitive"}}};
};
template<>
struct Words<OnDuplicate> { // undeclared is the absence of the key
    static constexpr WordList<OnDuplicate, 2> list{
        {{OnDuplicate::Ignored, "ignored"}, {OnDuplicate::AppliedAgain, "applied-again"}}};
};
template<>
struct Words<OnFailure> {
    static constexpr WordList<OnFailure, 3> list{
        {{OnFailure::Park, "park"}, {OnFailure::Halt, "halt"}, {OnFailure::Skip, "skip"}}};
};
template<>
struct Words<RepairMode> {
    static constexpr WordList<RepairMode, 2> list{
        {{RepairMode::Automatic, "automatic"}, {RepairMode::Manual, "manual"}}};
};
template<>
struct Words<Basis> {
    static constexpr WordList<Basis, 4> list{{{Basis::Measured, "measured"},
                                              {Basis::Vendor, "vendor"},
                                              {Basis::Default, "default"},
                                              {Basis::Guess, "guess"}}};
};
template<>
struct Words<LagClass> {
    static constexpr WordList<LagClass, 5> list{{{LagClass::Transport, "transport"},
                                                 {LagClass::Processing, "processing"},
                                                 {LagClass::Semantic, "semantic"},
                                                 {LagClass::Reconciliation, "reconciliation"},
                                                 {LagClass::Decision, "decision"}}};
};
template<>
struct Words<PollMode> {
    static constexpr WordList<PollMode, 2> list{
        {{PollMode::FixedRate, "fixedRate"}, {PollMode::FixedDelay, "fixedDelay"}}};
};
template<>
struct Words<RelationKind> {
    static constexpr WordList<RelationKind, 8> list{
        {{RelationKind::Partnership, "partnership"},
         {RelationKind::SharedKernel, "shared-kernel"},
         {RelationKind::CustomerSupplier, "customer-supplier"},
         {RelationKind::Conformist, "conformist"},
         {RelationKind::AnticorruptionLayer, "anticorruption-layer"},
         {RelationKind::OpenHostService, "open-host-service"},
         {RelationKind::PublishedLanguage, "published-language"},
         {RelationKind::SeparateWays, "separate-ways"}}};
};
template<>
struct Words<Severity> {
    static constexpr WordList<Severity, 4> list{{{Severity::Off, "off"},
                                                 {Severity::Hint, "hint"},
                                                 {Severity::Warning, "warning"},
                                                 {Severity::Error, "error"}}};
};

/// The word for a value; empty for one that the language writes by leaving the key away.
template<typename E>
constexpr std::string_view word(E value) {
    for (const auto& [candidate, text] : Words<E>::list)
        if (candidate == value) return text;
    return {};
}

/// The value a word stands for; nothing for an unknown word.
template<typename E>
constexpr std::optional<E> fromWord(std::string_view text) {
    for (const auto& [value, candidate] : Words<E>::list)
        if (candidate == text) return value;
    return std::nullopt;
}

} // namespace factline
