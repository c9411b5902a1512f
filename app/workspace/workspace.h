// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "document/document.h"
#include "document/prompts.h"
#include "jobs/drawing.h"
#include "jobs/exporting.h"
#include "jobs/judge.h"
#include "jobs/what_if.h"
#include "viewmodels/selection.h"

namespace factline::workspace {

/// What the canvas and every panel of one window work with; all of it outlives them.
struct Workspace {
    document::Document& document;
    const jobs::Judge& judge;
    jobs::Drawing& drawing;
    viewmodels::Selection& selection;
    document::Prompts& prompts;
    jobs::WhatIf& whatIf;
    jobs::Exporting& exporting;
};

} // namespace factline::workspace
