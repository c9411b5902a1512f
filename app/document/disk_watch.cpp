// SPDX-License-Identifier: Apache-2.0
#include "document/disk_watch.h"

#include <set>
#include <sys/stat.h>
#include <utility>

#include <QSet>

#include "contract/include.h"
#include "diagram/sidecar.h"
#include "document/bytes.h"

namespace factline::document {

namespace {

constexpr int settle = 150; ///< milliseconds that a writer is given to finish
constexpr int again = 1000; ///< and after which a file that is gone is looked for again

FileDate dateOf(const std::string& path) {
    struct stat found {};
    if (::stat(path.c_str(), &found) != 0) return {path, 0, 0, 0, 0};
    return {path, found.st_ino, found.st_size, found.st_mtim.tv_sec, found.st_mtim.tv_nsec};
}

} // namespace

/// All that the thread that looks needs to know: it may outlive the document.
struct DiskWatch::Question {
    Depth depth = Depth::Dates;
    std::filesystem::path file;
    std::vector<std::string> sources; ///< relative to the file's folder
    std::vector<std::string> include;
    bool isMissing = false;
    Known known; ///< only where bytes are asked for
};

struct DiskWatch::Answer {
    QStringList paths; ///< to be watched
    std::vector<FileDate> dates;
    std::optional<Result<Opened>> theirs; ///< nothing: surely as it was, or not asked for
    bool hasFolder = true;                ///< asked where there is no other answer
};

namespace {

/// The folders too: a file that is replaced, as every careful writer does, is watched no longer, and one that
/// is not there yet cannot be.
std::set<std::string> pathsOf(const std::filesystem::path& file, const std::vector<std::string>& sources,
                              const std::vector<std::string>& include) {
    const auto folder = file.parent_path();
    std::set<std::string> paths;
    const auto addWithFolder = [&](const std::filesystem::path& path) {
        paths.insert(path.string());
        paths.insert(path.parent_path().string());
    };
    addWithFolder(file);
    addWithFolder(diagram::sidecarOf(file));
    for (const std::string& source : sources)
        addWithFolder(folder / source);
    for (const std::string& within : contract::foldersOf(folder, include))
        paths.insert((within.empty() ? folder : folder / within).string());
    return paths;
}

/// Surely nothing has changed. Whatever else happens in its folder, a large model is not read again for it;
/// where it includes others, any new file may belong to it.
bool isAsItWas(const std::filesystem::path& file, const std::vector<contract::SourceFile>& disk,
               const std::string& sidecar) {
    return disk.size() == 1 && disk.front().text->find("include") == std::string::npos &&
           holds(file, *disk.front().text) && sidecarBytes(file) == sidecar;
}

} // namespace

DiskWatch::DiskWatch(const Document& document, int every)
    : m_document(document)
    , m_every(every)
    , m_looking(std::make_unique<Errand<Answer>>(this)) {
    m_settled.setSingleShot(true);
    m_next.setSingleShot(true);
    connect(&m_settled, &QTimer::timeout, this, [this] { ask(Depth::Bytes); });
    connect(&m_next, &QTimer::timeout, this, &DiskWatch::look);
    const auto later = [this] { m_settled.start(settle); };
    connect(&m_watcher, &QFileSystemWatcher::fileChanged, this, later);
    connect(&m_watcher, &QFileSystemWatcher::directoryChanged, this, later);
    connect(&document, &Document::statusChanged, this, &DiskWatch::look);
    look();
}

DiskWatch::~DiskWatch() = default;

void DiskWatch::look() {
    ask(Depth::Dates);
}

void DiskWatch::lookAnew() {
    m_told.reset();
    m_dates.clear();    // were it not to come to it now, the next look would read all the same
    m_looking->letGo(); // it may have read before whatever led here
    ask(Depth::Bytes);
}

DiskWatch::Question DiskWatch::question(Depth depth) const {
    Question now{.depth = depth,
                 .file = m_document.file(),
                 .sources = {},
                 .include = m_document.snapshot()->model.include,
                 .isMissing = m_missing.has_value(),
                 .known = {}};
    for (const auto& source : m_document.disk())
        now.sources.push_back(source.path);
    if (depth == Depth::Bytes) now.known = {m_document.disk(), m_document.sidecar()};
    return now;
}

/// On any thread.
DiskWatch::Answer DiskWatch::answerTo(const Question& question) {
    Answer answer;
    for (const std::string& path : pathsOf(question.file, question.sources, question.include)) {
        answer.paths += QString::fromStdString(path);
        answer.dates.push_back(
            dateOf(path)); // before it is read: what is written meanwhile is seen next time
    }
    const auto& [disk, sidecar] = question.known;
    if (question.depth == Depth::Bytes && (question.isMissing || !isAsItWas(question.file, disk, sidecar)))
        answer.theirs = openFile(question.file);
    if (answer.theirs && *answer.theirs)
        (*answer.theirs)->lookup.reset(); // nobody here needs it, and it is large
    else if (std::error_code none; answer.theirs)
        answer.hasFolder = std::filesystem::is_directory(question.file.parent_path(), none);
    return answer;
}

void DiskWatch::ask(Depth depth) {
    if (m_file != m_document.file()) {
        m_file = m_document.file();
        m_looking->letGo();
        m_dates.clear();
        m_missing.reset();
        m_told.reset();
    }
    if (m_file.empty()) {
        watch({});
        return;
    }
    if (m_document.isSaving()) return; // the end of it asks again
    if (m_looking->isOut()) {          // one at a time, and where a drive does not answer, none after it
        m_asked = std::max(depth, m_asked.value_or(depth));
        return;
    }
    const Question asked = question(depth);
    m_looking->send([asked] { return answerTo(asked); },
                    [this, asked](Answer answer) { hear(asked, std::move(answer)); });
}

void DiskWatch::hear(const Question& question, Answer answer) {
    auto next = std::exchange(m_asked, std::nullopt);
    if (m_document.isSaving()) return;
    const auto want = [&](Depth depth) { next = std::max(depth, next.value_or(depth)); };
    if (watch(answer.paths)) want(Depth::Dates); // what was written before it was watched
    if (question.depth == Depth::Dates) {
        if (answer.dates != m_dates) want(Depth::Bytes);
    } else if (!sameFiles(question.known.disk, m_document.disk()) ||
               question.known.sidecar != m_document.sidecar()) {
        want(Depth::Bytes); // it was saved meanwhile
    } else {
        m_dates = std::move(answer.dates);
        compare(question, answer);
        emit looked();
    }
    if (next)
        ask(*next);
    else
        m_next.start(m_missing ? again : m_every);
}

/// Whether there is anything new to be watched.
bool DiskWatch::watch(const QStringList& paths) {
    const QSet<QString> wanted(paths.begin(), paths.end());
    const QStringList now = m_watcher.files() + m_watcher.directories();
    const QSet<QString> watched(now.begin(), now.end());
    for (const QString& path : watched - wanted)
        m_watcher.removePath(path);
    bool isNew = false;
    for (const QString& path : wanted - watched)
        isNew = m_watcher.addPath(path) || isNew;
    return isNew;
}

void DiskWatch::compare(const Question& question, Answer& answer) {
    if (!answer.theirs) {
        m_told.reset();
        return;
    }
    auto& theirs = *answer.theirs;
    if (!theirs) {
        if (m_missing) return;
        m_missing = question.known;
        emit lost(QString::fromStdString(theirs.error().message), !answer.hasFolder);
        return;
    }
    const auto missing = std::exchange(m_missing, std::nullopt);
    const auto sameAs = [&](const std::vector<contract::SourceFile>& disk, const std::string& sidecar) {
        return sameFiles(theirs->disk, disk) && theirs->sidecar == sidecar;
    };
    const bool known = sameAs(question.known.disk, question.known.sidecar);
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
