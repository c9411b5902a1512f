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
    QStringList said;
    const auto say = [&said](std::size_t number, const QString& text) {
        if (number > 0) said += text;
    };
    say(counts.contexts, Counted::tr("%n context(s)", nullptr, static_cast<int>(counts.contexts)));
    say(counts.facts, Counted::tr("%n fact(s)", nullptr, static_cast<int>(counts.facts)));
    say(counts.events, Counted::tr("%n event(s)", nullptr, static_cast<int>(counts.events)));
    say(counts.views, Counted::tr("%n view(s)", nullptr, static_cast<int>(counts.views)));
    say(counts.policies, Counted::tr("%n policy(ies)", nullptr, static_cast<int>(counts.policies)));
    say(counts.decisions, Counted::tr("%n decision(s)", nullptr, static_cast<int>(counts.decisions)));
    return said.isEmpty() ? QStringList(Counted::tr("Nothing in it yet")) : said;
}

} // namespace factline::workspace
