// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <memory>

#include <QUndoCommand>

#include "document/document.h"

namespace factline::document {

/// One step of a document's history: from one state to the next. Neighbouring steps share the state between
/// them, so that places found later for what is new hold on both sides.
class Step : public QUndoCommand {
public:
    Step(Document& document, std::shared_ptr<Kept> before, std::shared_ptr<Kept> after, const QString& label,
         Gesture gesture)
        : QUndoCommand(label)
        , m_document(document)
        , m_before(std::move(before))
        , m_after(std::move(after))
        , m_gesture(gesture) {}

    void undo() override { m_document.enter(m_before); }
    void redo() override { m_document.enter(m_after); }
    int id() const override { return m_gesture; }
    const Kept& before() const { return *m_before; }
    const Kept& after() const { return *m_after; }
    bool mergeWith(const QUndoCommand* other) override {
        const auto* next = dynamic_cast<const Step*>(other);
        if (!next || m_gesture == noGesture || next->m_gesture != m_gesture) return false;
        if (m_document.isOnDisk(m_after)) return false;
        // What was between them goes: what leaned on it leans on what comes now.
        const auto& files = next->m_after->state()->base->files;
        m_before->lean(m_after->files(files), files);
        m_after = next->m_after;
        if (saysTheSame()) { // typed and taken back: no step is left
            setObsolete(true);
            if (m_before->rests()) m_before->wake(m_after->state()->base);
            m_document.m_cell = m_before;
        }
        return true;
    }

private:
    bool saysTheSame() const {
        const State &before = *m_before->state(), &after = *m_after->state();
        Model numbered = after.model;
        numbered.nextId = before.model.nextId;
        return !before.draft && !after.draft && before.positions == after.positions &&
               before.model == numbered && m_before->hasFilesOf(after.base->files);
    }

    Document& m_document;
    std::shared_ptr<Kept> m_before;
    std::shared_ptr<Kept> m_after;
    Gesture m_gesture;
};

} // namespace factline::document
