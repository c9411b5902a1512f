// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <cstddef>
#include <filesystem>
#include <optional>
#include <stop_token>
#include <string>
#include <vector>

#include "base/finding.h"
#include "base/result.h"
#include "diagram/diagram.h"
#include "domain/model.h"
#include "picture/layout_process.h"

namespace factline::picture {

/// What to draw of a model and what to mark in it.
struct DrawOptions {
    std::string focus; ///< name of an element (`orders/OrderCompleted`, `orders`); empty: everything
    std::optional<std::size_t> depth; ///< hops around the focus; absent: 2
    std::string stage;                ///< of the migration; empty: the model's `now`
    std::vector<Finding> findings;    ///< become badges, clashes of meaning become lines
    std::filesystem::path
        file; ///< the model's file, for the caption and the positions beside it; empty: none
    LayoutProcess process;
};

/// Model -> picture: the graph, the layout by the layout program, routes and labels. Used by the command line
/// and the window alike. Needs a QGuiApplication; any thread may call it. Errors: an unknown focus or stage,
/// and whatever runLayout gives.
Result<diagram::Diagram> drawModel(const Model& model, const DrawOptions& options, std::stop_token stop = {});

} // namespace factline::picture
