// SPDX-License-Identifier: Apache-2.0
#include "document/disk_watch.h"

#include <utility>

#include <QSet>

#include "contract/include.h"
#include "diagram/sidecar.h"
#include "document/bytes.h"

namespace factline::document {

namespace {

constexpr int settle = 150; ///< milliseconds that a writer is given to finish
constexpr int again = 1000; ///< and after which a file that is gone is looked for again

/// Surely nothing has changed. Whatever else happens in its folder, a large model is not read again for it;
/// where it includes others, any new file may belong to it.
bool isAsItWas(const Document& document) {
    const auto& disk = document.disk();
    return disk.size() == 1 && disk.front().text.find("include") == std::string::npos &&
           holds(document.file(), disk.front().text) && sidecarBytes(document.file()) == document.sidecar();
}

} // namespace

DiskWatch::DiskWatch(const Document& document)
    : m_document(document) {
    m_timer.setSingleShot(true);
    connect(&m_timer, &QTimer::timeout, this, &DiskWatch::look);
    const auto later = [this] { m_timer.start(settle); };
    connect(&m_watcher, &QFileSystemWatcher::fileChanged, this, later);
    connect(&m_watcher, &QFileSystemWatcher::directoryChanged, this, later);
    connect(&document, &Document::statusChanged, this, &DiskWatch::watch);
    watch();
}

void DiskWatch::watch() {
    const auto& file = m_document.file();
    QSet<QString> wanted;
    const auto add = [&](const std::filesystem::path& path) {
        wanted << QString::fromStdString(path.string());
    };
    if (!file.empty()) {
        const auto folder = file.parent_path();
        // The folders too: a file that is replaced, as every careful writer does, is watched no longer, and
        // one that is not there yet cannot be.
        const auto addWithFolder = [&](const std::filesystem::path& path) {
            add(path);
            add(path.parent_path());
        };
        addWithFolder(file);
        addWithFolder(diagram::sidecarOf(file));
        for (const auto& source : m_document.disk())
            addWithFolder(folder / source.path);
        for (const std::string& within : contract::foldersOf(folder, m_document.snapshot()->model.include))
            add(within.empty() ? folder : folder / within);
    }
    const QStringList now = m_watcher.files() + m_watcher.directories();
    const QSet<QString> watched(now.begin(), now.end());
    for (const QString& path : watched - wanted)
        m_watcher.removePath(path);
    for (const QString& path : wanted - watched)
        m_watcher.addPath(path);
}

void DiskWatch::lookAnew() {
    m_told.reset();
    look();
}

void DiskWatch::look() {
    if (m_document.file().empty()) return;
    watch();
    if (!m_missing && isAsItWas(m_document)) {
        m_told.reset();
        return;
    }
    auto theirs = openFile(m_document.file());
    if (!theirs) {
        if (!m_missing) {
            m_missing = Known{m_document.disk(), m_document.sidecar()};
            emit lost(QString::fromStdString(theirs.error().message));
        }
        m_timer.start(again); // with its folder went what would tell that it is back
        return;
    }
    const auto missing = std::exchange(m_missing, std::nullopt);
    const auto sameAs = [&](const std::vector<contract::SourceFile>& disk, const std::string& sidecar) {
        return sameFiles(theirs->disk, disk) && theirs->sidecar == sidecar;
    };
    const bool known = sameAs(m_document.disk(), m_document.sidecar());
    if (known) m_told.reset();
    if (missing && (known || sameAs(missing->disk, missing->sidecar))) {
        emit cameBack(*theirs);
        return;
    }
    if (known || (m_told && sameAs(m_told->disk, m_told->sidecar))) return;
    m_told = *theirs;
    emit changedOnDisk(*theirs);
}

} // namespace factline::document
