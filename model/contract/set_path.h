// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <string_view>

#include "base/result.h"
#include "domain/model.h"

namespace factline::contract {

/// The model with one value set, for trying things out. `path`: the keys down to it as the language nests
/// them, with dots between (`contexts.orders.publishing.lag.poll`,
/// `contexts.billing.views.orders.fedBy.orders/OrderPlaced.lag`); a number picks one of several hops of a lag
/// (`lag.0.p99`). Keys that are not there yet are added. `value`: as the language writes it. An error where
/// the path leads nowhere or the value is none that it can have.
Result<Model> withValueAt(const Model& model, std::string_view path, std::string_view value);

/// The model with every value set that a scenario sets, in its order; the outages it assumes are not part of
/// a model. The error says which of its paths it is about.
Result<Model> withScenario(const Model& model, const Scenario& scenario);

/// A lag as the language writes it, on one line: what withValueAt takes at `...lag`.
std::string writtenLag(const Lag& lag);

} // namespace factline::contract
