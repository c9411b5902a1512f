// SPDX-License-Identifier: Apache-2.0
#include "workspace/removal.h"

#include <QCoreApplication>

#include "domain/lookup.h"
#include "picture/text.h"

namespace factline::workspace {

namespace {

struct Removal {
    Q_DECLARE_TR_FUNCTIONS(Removal)
};

} // namespace

void remove(const Workspace& around, std::vector<ElementId> ids) {
    if (ids.empty()) return;
    auto& document = around.document;
    const Lookup lookup(document.snapshot()->model);
    const Located* only = ids.size() == 1 ? lookup.find(ids.front()) : nullptr;
    QString text = only ? Removal::tr("Removed %1").arg(picture::toQString(toString(only->key)))
                        : Removal::tr("Removed %n element(s)", nullptr, static_cast<int>(ids.size()));
    const auto done = document.apply(edit::RemoveElements{std::move(ids)});
    if (!done) return around.prompts.notice(picture::toQString(done.error().message));
    if (done->references > 0)
        text += QStringLiteral(". ") +
                Removal::tr("%n reference(s) now lead nowhere.", nullptr, static_cast<int>(done->references));
    around.selection.clear();
    const int step = document.history().index();
    around.prompts.toast(text, Removal::tr("Undo"), [&document, step] {
        if (document.history().index() == step) document.history().undo();
    });
}

} // namespace factline::workspace
