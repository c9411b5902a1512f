// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <QString>

namespace factline::shell {

/// The page about the program: its version, its licence, and whose libraries it uses under which licences.
/// Markdown.
QString aboutText();

} // namespace factline::shell
