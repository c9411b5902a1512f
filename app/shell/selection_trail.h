// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <vector>

#include <QObject>

#include "viewmodels/selection.h"

namespace factline::shell {

/// Where the selection has been, to go back and forward as a browser does.
class SelectionTrail : public QObject {
    Q_OBJECT
public:
    SelectionTrail(viewmodels::Selection& selection, QObject* parent);

    void back() { go(-1); }
    void forward() { go(1); }
    /// Another model: what was selected before means nothing in it.
    void forget();

private:
    void go(int step);

    viewmodels::Selection& m_selection;
    std::vector<std::vector<ElementId>> m_places;
    std::size_t m_at = 0;
    bool m_going = false;
};

} // namespace factline::shell
