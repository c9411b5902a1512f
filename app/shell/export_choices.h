// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "picture/export.h"
#include "shell/actions.h"
#include "shell/settings.h"

namespace factline::shell {

/// How pictures leave a window: what is ticked in the menu below "Export picture…", until somebody ticks
/// something else; also in the next one.
class ExportChoices {
public:
    ExportChoices(const Actions& actions, Settings& settings);

    /// What is ticked, as far as files of that kind heed it.
    picture::ExportOptions optionsFor(const picture::PictureFormat& format) const;

private:
    bool has(std::string_view id) const { return m_actions.find(id)->isChecked(); }

    const Actions& m_actions;
};

} // namespace factline::shell
