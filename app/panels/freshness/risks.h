// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <vector>

#include <QString>

#include "diagram/diagram.h"
#include "freshness/analysis.h"

namespace factline::panels {

/// Somebody who relies on a view, and what the time that it takes means to them.
struct Risk {
    diagram::Badge::Kind state = diagram::Badge::Kind::Unknown; ///< Unknown: nobody says what is tolerated
    QString who;
    QString sentence;
};

/// The decisions that read the row's view.
std::vector<Risk> decisionRisks(const freshness::Analysis& analysis, const freshness::Row& row);

/// Who sees it beside another view of the same fact.
std::vector<Risk> audienceRisks(const freshness::Analysis& analysis, const freshness::Row& row);

} // namespace factline::panels
