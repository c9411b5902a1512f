// SPDX-License-Identifier: Apache-2.0
#include "document/disk_watch.h"

#include <algorithm>

#include <QStringList>

namespace factline::document {

namespace {

constexpr int settle = 150; ///< milliseconds that a writer is given to finish

bool same(const std::vector<contract::SourceFile>& a, const std::vector<contract::SourceFile>& b) {
    return std::ranges::equal(a, b, [](const auto& one, const auto& other) {
        return one.path == other.path && one.text == other.text;
    });
}

} // namespace

DiskWatch::DiskWatch(const Document& document)
    : m_document(document) {
    m_timer.setSingleShot(true);
    m_timer.setInterval(settle);
    connect(&m_timer, &QTimer::timeout, this, &DiskWatch::look);
    const auto later = [this] { m_timer.start(); };
    connect(&m_watcher, &QFileSystemWatcher::fileChanged, this, later);
    connect(&m_watcher, &QFileSystemWatcher::directoryChanged, this, later);
    connect(&document, &Document::statusChanged, this, &DiskWatch::watch);
    watch();
}

void DiskWatch::watch() {
    const auto& file = m_document.file();
    QStringList wanted;
    if (!file.empty()) {
        // The folder too: a file that is replaced, as every careful writer does, is watched no longer.
        wanted += QString::fromStdString(file.parent_path().string());
        for (const auto& source : m_document.disk())
            wanted += QString::fromStdString((file.parent_path() / source.path).string());
    }
    const QStringList watched = m_watcher.files() + m_watcher.directories();
    for (const QString& path : watched)
        if (!wanted.contains(path)) m_watcher.removePath(path);
    for (const QString& path : wanted)
        if (!watched.contains(path)) m_watcher.addPath(path);
}

void DiskWatch::look() {
    if (m_document.file().empty()) return;
    watch();
    auto theirs = openFile(m_document.file());
    if (!theirs) {
        if (!m_toldLost) emit lost(QString::fromStdString(theirs.error().message));
        m_toldLost = true;
        return;
    }
    m_toldLost = false;
    if (same(theirs->disk, m_document.disk())) {
        m_told.clear();
        return;
    }
    if (same(theirs->disk, m_told)) return;
    m_told = theirs->disk;
    emit changedOnDisk(*theirs);
}

} // namespace factline::document
