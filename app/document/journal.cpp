// SPDX-License-Identifier: Apache-2.0
#include "document/journal.h"

#include <algorithm>
#include <mutex>
#include <unistd.h>

#include <QDir>
#include <QFile>
#include <QSaveFile>
#include <QStandardPaths>
#include <QUuid>

namespace factline::document {

namespace {

QString lockOf(const QString& journal) {
    return journal + QStringLiteral(".lock");
}

/// A lock that only a program that is gone loses, not one that has been quiet for long.
std::unique_ptr<QLockFile> lockFor(const QString& journal) {
    auto lock = std::make_unique<QLockFile>(lockOf(journal));
    lock->setStaleLockTime(0);
    return lock;
}

/// Takes the lock of a journal, unless a running program has it.
bool take(QLockFile& lock, const QString& journal) {
    constexpr int signing = 500; // milliseconds; it takes less than one
    const auto isSigned = [&lock] {
        qint64 process = 0;
        QString host, program;
        return lock.getLockInfo(&process, &host, &program);
    };
    if (lock.tryLock(0)) return true;
    if (isSigned()) return false;
    if (lock.tryLock(signing)) return true;
    if (isSigned()) return false;
    // Whoever made it was gone before it was signed.
    return QFile::remove(lockOf(journal)) && lock.tryLock(0);
}

} // namespace

QString journalFolder() {
    return QStandardPaths::writableLocation(QStandardPaths::AppDataLocation) + QStringLiteral("/recovery");
}

/// Which of the states that are being written counts. What is put in its place is always asked for here,
/// under the lock: a state that took its time must never replace a later one, nor come back after a save.
struct Journal::Turn {
    std::mutex inUse;
    std::uint64_t last = 0;
};

Journal::Journal(Document& document, const QString& folder, int delay)
    : m_document(document)
    , m_file(folder + QLatin1Char('/') + QUuid::createUuid().toString(QUuid::WithoutBraces) +
             QStringLiteral(".journal"))
    , m_turn(std::make_shared<Turn>()) {
    m_timer.setSingleShot(true);
    m_timer.setInterval(delay);
    m_pool.setMaxThreadCount(1);
    connect(&m_timer, &QTimer::timeout, this, &Journal::writeInTime);
    connect(&document, &Document::changed, this, &Journal::follow);
    connect(&document, &Document::draftChanged, this, &Journal::follow);
    connect(&document, &Document::statusChanged, this, &Journal::follow);
}

Journal::~Journal() {
    m_pool.waitForDone(); // it may be the only copy
}

void Journal::follow() {
    if (!m_document.isOpen() || !m_document.isDirty())
        discard();
    else if (!m_timer.isActive())
        m_timer.start();
}

std::uint64_t Journal::takeTurn() {
    const std::scoped_lock lock(m_turn->inUse);
    return ++m_turn->last;
}

void Journal::discard() {
    m_timer.stop();
    m_waits = false;
    takeTurn();
    QFile::remove(m_file);
    m_lock.reset();
}

/// What is to be written; nothing where nothing would be lost.
std::optional<Unsaved> Journal::begin() {
    m_timer.stop();
    m_waits = false;
    if (!m_document.isOpen() || !m_document.isDirty()) return std::nullopt;
    QDir().mkpath(QFileInfo(m_file).path());
    if (!m_lock) {
        m_lock = lockFor(m_file);
        m_lock->tryLock(0);
    }
    return Unsaved{m_document.snapshot(),           m_document.file(), m_document.title(),
                   QDateTime::currentDateTimeUtc(), m_document.disk(), m_document.sidecar()};
}

QString Journal::put(const Unsaved& unsaved, const QString& path, Turn& turn, std::uint64_t number) {
    QSaveFile file(path);
    // commit alone misses that what it still holds does not fit; and it waits for the disk, under the lock.
    const bool written = file.open(QIODevice::WriteOnly) && writeUnsaved(unsaved, file) && file.flush() &&
                         ::fsync(file.handle()) == 0;
    const std::scoped_lock lock(turn.inUse);
    if (turn.last != number || (written && file.commit())) return {};
    return file.errorString();
}

void Journal::writeNow() {
    const auto unsaved = begin();
    if (unsaved) tell(put(*unsaved, m_file, *m_turn, takeTurn()));
}

/// One after another: what changes meanwhile is written right after it.
void Journal::writeInTime() {
    if (m_writing) {
        m_waits = true;
        return;
    }
    auto unsaved = begin();
    if (!unsaved) return;
    m_writing = true;
    m_pool.start([this, unsaved = *std::move(unsaved), path = m_file, turn = m_turn, number = takeTurn()] {
        const QString why = put(unsaved, path, *turn, number);
        // The destructor waits for this function, and what is queued here goes with this object.
        QMetaObject::invokeMethod(
            this,
            [this, why] {
                m_writing = false;
                tell(why);
                if (m_waits) writeInTime();
            },
            Qt::QueuedConnection);
    });
}

void Journal::tell(const QString& why) {
    if (!why.isEmpty())
        emit failed(
            tr("What is not saved could not be kept for recovery (%1). Save the model soon.").arg(why));
}

std::vector<Leftover> findLeftovers(const QString& folder) {
    std::vector<Leftover> found;
    const QDir journals(folder);
    for (const QString& name : journals.entryList({QStringLiteral("*.journal")}, QDir::Files)) {
        const QString path = journals.filePath(name);
        std::shared_ptr<QLockFile> lock = lockFor(path);
        if (!take(*lock, path)) continue;
        QFile file(path);
        if (!file.open(QIODevice::ReadOnly)) continue;
        auto unsaved = parseUnsaved(file.readAll());
        if (!unsaved) continue;
        found.push_back({path,
                         std::move(unsaved->title),
                         std::move(unsaved->when),
                         {std::move(unsaved->file),
                          std::move(unsaved->disk),
                          std::move(unsaved->state),
                          {},
                          std::move(unsaved->sidecar)},
                         std::move(lock)});
    }
    std::ranges::stable_sort(found, [](const Leftover& a, const Leftover& b) { return a.when > b.when; });
    return found;
}

void removeLeftover(const Leftover& leftover) {
    QFile::remove(leftover.journal);
    if (leftover.lock) leftover.lock->unlock();
}

} // namespace factline::document
