// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <cstddef>
#include <string>
#include <vector>

#include "domain/model.h"

namespace factline::edit {

/// The snapshots of a model that undo and redo walk along. A plain value: copying it is cheap, because
/// snapshots share their elements.
class History {
public:
    /// Keeps at most `limit` steps (at least one); the oldest fall out.
    explicit History(Model model, std::size_t limit = 1000);

    const Model& current() const { return m_states[m_now].model; }

    /// Goes on with a new model; what could be redone is gone.
    void push(Model model, std::string label);

    bool canUndo() const { return m_now > 0; }
    bool canRedo() const { return m_now + 1 < m_states.size(); }

    /// What undo would take back, what redo would do again; empty where there is nothing.
    const std::string& undoLabel() const;
    const std::string& redoLabel() const;

    /// Goes one step back or forth; stays where there is none.
    void undo();
    void redo();

    bool operator==(const History&) const = default;

private:
    /// A model and the step that led to it.
    struct State {
        Model model;
        std::string label;
        bool operator==(const State&) const = default;
    };
    std::vector<State> m_states;
    std::size_t m_now = 0;
    std::size_t m_limit;
};

} // namespace factline::edit
