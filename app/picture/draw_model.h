// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <cstddef>
#include <filesystem>
#include <memory>
#include <optional>
#include <stop_token>
#include <string>
#include <vector>

#include "base/finding.h"
#include "base/result.h"
#include "contract/read.h"
#include "diagram/build.h"
#include "diagram/diagram.h"
#include "diagram/positions.h"
#include "domain/lookup.h"
#include "picture/layout_process.h"
#include "picture/measured_texts.h"
#include "picture/promises.h"

namespace factline::picture {

/// What to draw of a model and what to mark in it.
struct DrawOptions {
    std::string focus; ///< name of an element (`orders/OrderCompleted`, `orders`); empty: everything
    std::optional<std::size_t> depth; ///< hops around the focus; absent: 2
    std::string stage;                ///< of the migration; empty: the model's `now`
    std::shared_ptr<const Lookup>
        lookup;                    ///< of the whole model, where there is one already; null: it is made
    std::vector<Finding> findings; ///< become badges, clashes of meaning become lines
    /// What is known of promises already; absent: it is worked out, which takes longer than all else.
    std::optional<Promises> promises;
    std::filesystem::path file; ///< drawModel: the root file, for the positions beside it; empty: none
    diagram::Positions kept;    ///< drawPlaced: where shapes stand already
    bool layOutAgain = false;   ///< drawPlaced: by the layout program, whatever is kept
    diagram::Caption caption;   ///< an empty title: the model's name
    LayoutProcess process;
    std::shared_ptr<MeasuredTexts> measured; ///< of earlier pictures; null: all of it is measured
};

/// Model -> picture: the graph, the layout by the layout program where no positions are kept, routes and
/// labels. Used by the command line and the window alike. Needs a QGuiApplication; any thread may call it.
/// Errors: an unknown focus or stage, a sidecar that cannot be read, and whatever runLayout gives.
Result<diagram::Diagram> drawModel(const Model& model, const DrawOptions& options,
                                   const std::stop_token& stop = {});

/// A picture and where everything in it stands, to be kept.
struct Placed {
    diagram::Diagram diagram;
    diagram::Positions positions;
};

/// The same with positions from the caller: what is kept stays where it is, what is new takes the nearest
/// free slot; by the layout program where nothing of it is kept.
Result<Placed> drawPlaced(const Model& model, const DrawOptions& options, const std::stop_token& stop = {});

/// Title, version (the first digits of the SHA-256 of the model's files) and date (the day, UTC, on which one
/// of them was last written). `file`: the root file's path.
diagram::Caption captionOf(const contract::ReadModel& read, const std::filesystem::path& file);

/// The shapes that bear what a finding is about: the element's own (a subscription's consumer, a channel's
/// context); for a fact that nobody declares also those that speak of it, because it may have no shape.
std::vector<ElementKey> placesOf(const Finding& finding, const Lookup& lookup);

/// What findings and open questions put on shapes and lines.
diagram::Marks marksOf(const Lookup& lookup, const std::vector<Finding>& findings);

} // namespace factline::picture
