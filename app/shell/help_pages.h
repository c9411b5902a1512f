// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <vector>

#include <QString>

namespace factline::shell {

/// A page of the help by its name ("rules/fact-unowned").
struct HelpPage {
    QString name;
    QString title;
};

/// All pages: those of the help first, then the rules by their ids.
std::vector<HelpPage> helpPages();

/// A page's Markdown; nothing for an unknown one. "rules", the list of them, is made here.
QString helpText(const QString& page);

} // namespace factline::shell
