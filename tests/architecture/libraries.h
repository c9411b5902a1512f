// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <set>

#include "architecture/source_tree.h"

namespace factline::architecture {

/// Every use of a foreign library outside the folder that stands in front of it. `widgetHeaders` are the
/// names of the headers of Qt Widgets ("QWidget", "qwidget.h").
Offences libraryOffences(const SourceTree& tree, const std::set<std::string>& widgetHeaders);

/// The names of all headers of Qt Widgets as installed.
std::set<std::string> installedWidgetHeaders();

} // namespace factline::architecture
