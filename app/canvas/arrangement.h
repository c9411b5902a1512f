// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <QObject>

#include "canvas/rearranging.h"
#include "workspace/workspace.h"

namespace factline::canvas {

class BusyNote;
class DiagramView;

/// Lays everything or what is selected out again: asks for it, says so while it lasts and can be given up,
/// shows the shapes on their way, but for a large model, and gives the document one step.
class Arrangement : public QObject {
    Q_OBJECT
public:
    Arrangement(DiagramView& view, const workspace::Workspace& around);

    void ask();
    /// Only what is selected, a context with all that is in it: each in the columns of its context.
    void selection();
    /// Whether a picture is the first one after selection(): shapes are then on their way to it.
    bool leadsTo(const diagram::Positions& positions);
    /// Gives up what is asked for, or takes back what is on its way. What was done since is not taken back.
    void cancel();
    /// The layout has come, or none will: nothing is waited for any more.
    void end();
    void show(const diagram::Positions& positions);
    void setTheme(const picture::Theme& theme);
    /// The view has another size.
    void place();

    Rearranging& way() { return m_way; }
    const Rearranging& way() const { return m_way; }

signals:
    void cancellableChanged(bool cancellable);
    /// Shapes are on their way no more, and the history has gone on without them: a picture may wait.
    void stopped();

private:
    void setWaiting(bool waiting);
    void takeBack();
    bool canMove() const;
    void tell();

    DiagramView& m_view;
    workspace::Workspace m_around;
    BusyNote* m_note;
    bool m_waits = false;
    bool m_expected = false;    ///< the next picture has other places
    bool m_cancellable = false; ///< as was told
    int m_step = 0;             ///< of the history, when the last new layout was in it
    Rearranging m_way;
};

} // namespace factline::canvas
