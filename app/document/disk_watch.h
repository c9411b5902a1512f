// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <optional>

#include <QFileSystemWatcher>
#include <QObject>
#include <QTimer>

#include "document/document.h"

namespace factline::document {

/// Notices when somebody else changes a document's files or the positions beside them. The document's own
/// saves raise nothing: what counts are the bytes, not the events.
class DiskWatch : public QObject {
    Q_OBJECT
public:
    explicit DiskWatch(const Document& document);

    /// Looks now; emits what it finds.
    void look();
    /// The same, and says again what it has said before.
    void lookAnew();

signals:
    /// The files on disk are not those that the document knows; said once for each new state of them.
    void changedOnDisk(const factline::document::Opened& theirs);
    /// The model's file is gone, or cannot be read any more.
    void lost(const QString& why);
    /// What was lost can be read again, with the bytes that it had: a network drive, say.
    void cameBack(const factline::document::Opened& theirs);

private:
    /// What the document knew of its files.
    struct Known {
        std::vector<contract::SourceFile> disk;
        std::string sidecar;
    };
    void watch();

    const Document& m_document;
    QFileSystemWatcher m_watcher;
    QTimer m_timer;
    std::optional<Opened> m_told;   ///< what was said last
    std::optional<Known> m_missing; ///< since `lost`
};

} // namespace factline::document
