// SPDX-License-Identifier: Apache-2.0
#include "lint/registry.h"

#include <algorithm>
#include <array>
#include <fmt/format.h>
#include <vector>

#include "base/resources.h"

// Every rule, one line each, sorted by id. A rule is the function of its name in rules/.
#define FACTLINE_RULES(rule)                                                                                 \
    rule(claimCircle);                                                                                       \
    rule(claimContradiction);                                                                                \
    rule(clickbaitEvent);                                                                                    \
    rule(commandDressedAsEvent);                                                                             \
    rule(consumerNotIdempotent);                                                                             \
    rule(consumerOverloaded);                                                                                \
    rule(consumerVersionBehind);                                                                             \
    rule(crudEventName);                                                                                     \
    rule(decisionLagExceeded);                                                                               \
    rule(decisionOnStaleView);                                                                               \
    rule(dualWritePublish);                                                                                  \
    rule(eventAnnouncesForeignFact);                                                                         \
    rule(eventAnnouncesNothing);                                                                             \
    rule(eventAssertsForeignClaim);                                                                          \
    rule(eventMultiFact);                                                                                    \
    rule(eventNameNotPast);                                                                                  \
    rule(eventOrphan);                                                                                       \
    rule(eventSemanticallyAmbiguous);                                                                        \
    rule(eventUnowned);                                                                                      \
    rule(factForeignWriter);                                                                                 \
    rule(factMultipleOwners);                                                                                \
    rule(factReadNeverAnnounced);                                                                            \
    rule(factUnowned);                                                                                       \
    rule(freshnessAtRisk);                                                                                   \
    rule(freshnessImpossible);                                                                               \
    rule(freshnessUnknown);                                                                                  \
    rule(genericChangeEvent);                                                                                \
    rule(homonymAcrossContexts);                                                                             \
    rule(hotPartition);                                                                                      \
    rule(meaningContradicted);                                                                               \
    rule(meaningDenied);                                                                                     \
    rule(meaningForeignClaim);                                                                               \
    rule(meaningUndeclared);                                                                                 \
    rule(meaningUnspecified);                                                                                \
    rule(meaningWeaker);                                                                                     \
    rule(nameDefinitionVerbMismatch);                                                                        \
    rule(nameMalformed);                                                                                     \
    rule(nameTaken);                                                                                         \
    rule(nullableOverload);                                                                                  \
    rule(orderingKeyMissing);                                                                                \
    rule(partitionKeyMismatch);                                                                              \
    rule(payloadForeignFact);                                                                                \
    rule(poisonMessageHalts);                                                                                \
    rule(privateEventConsumed);                                                                              \
    rule(propagationCircle);                                                                                 \
    rule(propertySourcing);                                                                                  \
    rule(reconciliationMasksDefects);                                                                        \
    rule(referenceUnresolved);                                                                               \
    rule(relianceUndeclared);                                                                                \
    rule(retentionShorterThanRecovery);                                                                      \
    rule(sensitiveFieldLeak);                                                                                \
    rule(stateName);                                                                                         \
    rule(subscriptionOffMap);                                                                                \
    rule(synchronousCoupling);                                                                               \
    rule(synonymEvents);                                                                                     \
    rule(tableMutationLeak);                                                                                 \
    rule(technicalTermInName);                                                                               \
    rule(timestampAsOrder);                                                                                  \
    rule(viewWithoutReconciliation);                                                                         \
    rule(viewsDisagreeTooLong);                                                                              \
    rule(waiverExpired);                                                                                     \
    rule(waiverUnused);                                                                                      \
    rule(waiverWithoutReason);

namespace factline::lint {

#define FACTLINE_DECLARE(rule) Rule rule()
FACTLINE_RULES(FACTLINE_DECLARE)
#undef FACTLINE_DECLARE

std::span<const Rule> rules() {
#define FACTLINE_ADD(rule) list.push_back(rule())
    static const std::vector<Rule> all = [] {
        std::vector<Rule> list;
        FACTLINE_RULES(FACTLINE_ADD)
        return list;
    }();
#undef FACTLINE_ADD
    return all;
}

const Rule* findRule(std::string_view id) {
    const auto all = rules();
    const auto found = std::ranges::lower_bound(all, id, {}, &Rule::id);
    return found == all.end() || found->id != id ? nullptr : &*found;
}

std::string_view basisName(RuleBasis basis) {
    static constexpr std::array<std::string_view, 3> names{"structural", "declared", "lexical"};
    return names.at(static_cast<std::size_t>(basis));
}

std::string_view pageOf(const Rule& rule) {
    return findResource(fmt::format("rules/{}.md", rule.id)).value_or(std::string_view{});
}

} // namespace factline::lint
