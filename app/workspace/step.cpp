// SPDX-License-Identifier: Apache-2.0
#include "workspace/step.h"

#include <QCoreApplication>

#include "picture/text.h"

namespace factline::workspace {

namespace {

struct Step {
    Q_DECLARE_TR_FUNCTIONS(Step)
};

} // namespace

bool takeStep(const Workspace& around, const Result<edit::Edit>& edit) {
    auto& document = around.document;
    const auto done = edit ? document.apply(*edit) : Result<edit::Applied>(tl::unexpected(edit.error()));
    if (!done) {
        around.prompts.notice(picture::toQString(done.error().message));
        return false;
    }
    const int step = document.history().index();
    around.prompts.toast(picture::toQString(done->label), Step::tr("Undo"), [&document, step] {
        if (document.history().index() == step) document.history().undo();
    });
    return true;
}

} // namespace factline::workspace
