// SPDX-License-Identifier: Apache-2.0
#include "workspace/counted.h"

#include <QCoreApplication>

namespace factline::workspace {

namespace {

struct Counted {
    Q_DECLARE_TR_FUNCTIONS(Counted)
};

} // namespace

QStringList countedKinds(const jobs::Counts& counts) {
    return {Counted::tr("%n context(s)", nullptr, static_cast<int>(counts.contexts)),
            Counted::tr("%n fact(s)", nullptr, static_cast<int>(counts.facts)),
            Counted::tr("%n event(s)", nullptr, static_cast<int>(counts.events)),
            Counted::tr("%n view(s)", nullptr, static_cast<int>(counts.views)),
            Counted::tr("%n policy(s)", nullptr, static_cast<int>(counts.policies)),
            Counted::tr("%n decision(s)", nullptr, static_cast<int>(counts.decisions))};
}

} // namespace factline::workspace
