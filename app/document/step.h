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
    Step(Document& document, std::shared_ptr<Snapshot> before, std::shared_ptr<Snapshot> after,
         const QString& label, Gesture gesture)
        : QUndoCommand(label)
        , m_document(document)
        , m_before(std::move(before))
        , m_after(std::move(after))
        , m_gesture(gesture) {}

    void undo() override { m_document.enter(m_before); }
    void redo() override { m_document.enter(m_after); }
    int id() const override { return m_gesture; }
    const Snapshot& before() const { return *m_before; }
    const Snapshot& after() const { return *m_after; }
    bool mergeWith(const QUndoCommand* other) override {
        const auto* next = dynamic_cast<const Step*>(other);
        if (!next || m_gesture == noGesture || next->m_gesture != m_gesture) return false;
        m_after = next->m_after;
        if (saysTheSame(**m_before, **m_after)) { // typed and taken back: no step is left
            setObsolete(true);
            m_document.m_cell = m_before;
        }
        return true;
    }

private:
    static bool saysTheSame(const State& before, const State& after) {
        Model numbered = after.model;
        numbered.nextId = before.model.nextId;
        return !before.draft && !after.draft && before.positions == after.positions &&
               sameFiles(before.base->files, after.base->files) && before.model == numbered;
    }

    Document& m_document;
    std::shared_ptr<Snapshot> m_before;
    std::shared_ptr<Snapshot> m_after;
    Gesture m_gesture;
};

} // namespace factline::document
