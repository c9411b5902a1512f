// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "document/disk_watch.h"
#include "shell/difference.h"
#include "shell/notices.h"

namespace factline::shell {

/// What happens when somebody else changes an open model's files: without changes of one's own they are read
/// again and it is said; otherwise a bar asks, and nothing of either side is lost.
class OutsideChanges : public QObject {
    Q_OBJECT
public:
    /// `window`: looks when it comes to the front, too.
    OutsideChanges(document::Document& document, Notices& notices, ShowComparison show, QObject* window);

    /// Saving was refused: where it is for such a change the question is asked again, answered or not, and
    /// one bar says both.
    void askAnew();

protected:
    bool eventFilter(QObject* window, QEvent* event) override;

private:
    void keep(const QString& why, bool isFolderGone);
    void take(const document::Opened& theirs);
    void ask(const document::Opened& theirs);
    void compare(const document::Opened& theirs);

    document::Document& m_document;
    Notices& m_notices;
    ShowComparison m_show;
    document::DiskWatch m_watch;
    bool m_refused = false; ///< saving was, and nobody has looked why
};

} // namespace factline::shell
