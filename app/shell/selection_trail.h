// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <vector>

#include <QObject>

#include "canvas/viewport.h"
#include "viewmodels/selection.h"

namespace factline::canvas {
class DiagramView;
}

namespace factline::shell {

/// Where the selection has been and what was looked at then, to go back and forward as a browser does.
class SelectionTrail : public QObject {
    Q_OBJECT
public:
    SelectionTrail(viewmodels::Selection& selection, canvas::DiagramView& view, QObject* parent);

    void back() { go(-1); }
    void forward() { go(1); }
    /// Another model: what was selected before means nothing in it.
    void forget();

private:
    struct Place {
        std::vector<ElementId> ids;
        canvas::Look look; ///< when it was left
    };

    void follow();
    void go(int step);

    viewmodels::Selection& m_selection;
    canvas::DiagramView& m_view;
    std::vector<Place> m_places;
    std::size_t m_at = 0;
    bool m_there = false; ///< what is selected is m_places[m_at]
    bool m_going = false;
};

} // namespace factline::shell
