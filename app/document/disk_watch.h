// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <cstdint>
#include <filesystem>
#include <memory>
#include <optional>
#include <string>
#include <tuple>
#include <vector>

#include <QFileSystemWatcher>
#include <QObject>
#include <QTimer>

#include "document/document.h"

namespace factline::document {

/// What tells without reading a file whether it may be another: path, inode, size, and when it was written
/// (s, ns). Only the path: it is not there.
using FileDate = std::tuple<std::string, std::uint64_t, std::int64_t, std::int64_t, std::int64_t>;

/// Notices when somebody else changes a document's files or the positions beside them. The document's own
/// saves raise nothing: what counts are the bytes, not the events. Network drives tell nothing of what others
/// do: so it looks by itself from time to time as well, on a thread of its own, for such a drive may not
/// answer. While the document is being saved what it finds means nothing.
class DiskWatch : public QObject {
    Q_OBJECT
public:
    /// `every`: milliseconds between two looks where nothing is told.
    explicit DiskWatch(const Document& document, int every = 3000);
    ~DiskWatch() override;

    /// Looks in the background whether anything was written; emits what it finds, later.
    void look();
    /// The same, and says again what it has said before; `looked` follows that.
    void lookAnew();

signals:
    /// The files on disk are not those that the document knows; said once for each new state of them.
    void changedOnDisk(const factline::document::Opened& theirs);
    /// The model's file is gone, or cannot be read any more; perhaps with its folder, as on a drive that is
    /// away.
    void lost(const QString& why, bool withFolder);
    /// What was lost can be read again, with the bytes that it had: a network drive, say.
    void cameBack(const factline::document::Opened& theirs);
    /// The files have been read, and whatever was found has been said.
    void looked();

private:
    /// What the document knew of its files.
    struct Known {
        std::vector<contract::SourceFile> disk;
        std::string sidecar;
    };
    struct Question;
    struct Answer;
    /// Whether to read the files, or only when they were written.
    enum class Depth : std::uint8_t { Dates, Bytes };

    void ask(Depth depth);
    Question question(Depth depth) const;
    static Answer answerTo(const Question& question);
    void hear(const Question& question, Answer answer);
    void compare(const Question& question, Answer& answer);
    bool watch(const QStringList& paths);

    const Document& m_document;
    int m_every;
    QFileSystemWatcher m_watcher{this};
    QTimer m_settled;               ///< since somebody was told to have written
    QTimer m_next;                  ///< look where nobody tells anything
    std::optional<Depth> m_asked;   ///< meanwhile
    std::filesystem::path m_file;   ///< that is watched
    std::vector<FileDate> m_dates;  ///< of what was read last
    std::optional<Opened> m_told;   ///< what was said last
    std::optional<Known> m_missing; ///< since `lost`
    std::unique_ptr<Errand<Answer>> m_looking;
};

} // namespace factline::document
