// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <map>
#include <stop_token>
#include <vector>

#include <QString>

#include "compare/compare.h"
#include "diagram/diagram.h"
#include "picture/draw_model.h"

namespace factline::picture {

/// A model and where its shapes stand.
struct Side {
    Model model;
    diagram::Positions positions;
};

/// What has become of one element, and where it is to be seen.
struct SeenChange {
    compare::ElementChange change;
    diagram::Badge::Kind kind = diagram::Badge::Kind::Changed; ///< the first word that holds
    std::vector<ElementKey> shapes; ///< as they are called in the picture; empty: it has none
};

/// Two models in one picture.
struct Compared {
    diagram::Diagram diagram; ///< its only badges say what has become of each shape
    std::vector<SeenChange> changes;
    std::map<ElementKey, diagram::Badge::Kind> shapes; ///< those that are not as before
    std::map<std::size_t, diagram::Badge::Kind> lines; ///< likewise, by the index of the edge
};

/// In words: "new", "gone", "changed", "renamed", "moved", in the language of the program.
QString changeWord(diagram::Badge::Kind kind);

/// One layout, that of `after`: nothing of it moves; what is gone stands where it stood, or in the nearest
/// free slot. `options`: stage, caption and process count. Errors as drawPlaced.
Result<Compared> drawCompared(const Side& before, const Side& after, compare::Ids ids,
                              const DrawOptions& options, const std::stop_token& stop = {});

} // namespace factline::picture
