// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <cstdint>
#include <memory>
#include <optional>

#include <QDateTime>
#include <QLockFile>
#include <QObject>
#include <QThreadPool>
#include <QTimer>

#include "document/document.h"
#include "document/unsaved.h"

namespace factline::document {

/// Where journals are kept unless told otherwise: a folder of the user's own, for this program's data.
QString journalFolder();

/// What a program that ended without saving has left behind.
struct Leftover {
    QString journal; ///< its file
    QString title;   ///< of the model
    QDateTime when;  ///< of its last change
    Opened opened;   ///< the model as it was; `disk` as the files were when they were last read or saved
    std::shared_ptr<QLockFile> lock; ///< while it is held, no other program offers the same
};

/// Writes what is not saved away from all files of the user, in the background, so that a crash loses no more
/// than a few seconds. Goes away with a document that is saved or closed on purpose.
class Journal : public QObject {
    Q_OBJECT
public:
    /// `delay`: milliseconds from the first change that is not written to the begin of its writing.
    explicit Journal(Document& document, const QString& folder = journalFolder(), int delay = 1500);
    ~Journal() override; ///< leaves what is not saved, for findLeftovers

    /// The document is given up on purpose: nothing is to be recovered.
    void discard();
    /// Comes back when it is on the disk, and in place of all that was being written.
    void writeNow();
    const QString& file() const { return m_file; }

signals:
    /// Writing failed: the user has to know that a crash would lose something.
    void failed(const QString& why);

private:
    struct Turn;

    void follow();
    void writeInTime();
    std::optional<Unsaved> begin();
    std::uint64_t takeTurn();
    void tell(const QString& why);
    /// On any thread. Why it could not be written; empty also where it is not its turn any more.
    static QString put(const Unsaved& unsaved, const QString& path, Turn& turn, std::uint64_t number);

    Document& m_document;
    QString m_file;
    QTimer m_timer;
    std::unique_ptr<QLockFile> m_lock;
    std::shared_ptr<Turn> m_turn;
    bool m_writing = false; ///< in the background
    bool m_waits = false;   ///< something has to be written after that
    QThreadPool m_pool;     ///< the first to go: it uses the others
};

/// Journals in a folder that no running program writes or offers any more, the newest first. Show one with
/// `unsaved`, write the own journal, and only then remove it.
std::vector<Leftover> findLeftovers(const QString& folder = journalFolder());

/// Takes a journal away for good.
void removeLeftover(const Leftover& leftover);

} // namespace factline::document
