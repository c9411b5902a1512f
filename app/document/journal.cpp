// SPDX-License-Identifier: Apache-2.0
#include "document/journal.h"

#include <algorithm>

#include <QDir>
#include <QFile>
#include <QSaveFile>
#include <QStandardPaths>
#include <QUuid>

#include <nlohmann/json.hpp>

namespace factline::document {

using contract::SourceFile;
using nlohmann::json;

namespace {

constexpr int format = 1;

/// As a text that JSON can hold whatever the bytes are.
std::string packed(const std::string& bytes) {
    return QByteArray::fromRawData(bytes.data(), static_cast<qsizetype>(bytes.size()))
        .toBase64()
        .toStdString();
}
std::string unpacked(const json& text) {
    return QByteArray::fromBase64(QByteArray::fromStdString(text.get<std::string>())).toStdString();
}

json packed(const std::vector<SourceFile>& files) {
    json list = json::array();
    for (const SourceFile& file : files)
        list.push_back({{"path", packed(file.path)}, {"text", packed(file.text)}});
    return list;
}
std::vector<SourceFile> unpackedFiles(const json& list) {
    std::vector<SourceFile> files;
    for (const json& file : list)
        files.push_back({unpacked(file.at("path")), unpacked(file.at("text"))});
    return files;
}

std::string render(const Document& document) {
    const State& state = *document.snapshot();
    const auto& text = document.text();
    json out{{"format", format},
             {"file", packed(document.file().string())},
             {"title", document.title().toStdString()},
             {"when", QDateTime::currentDateTimeUtc().toString(Qt::ISODateWithMs).toStdString()},
             {"disk", packed(document.disk())},
             {"sidecar", packed(document.sidecar())},
             {"files", text ? packed(text->files) : packed(state.base->files)},
             {"positions", diagram::renderPositions(state.positions)}};
    if (state.draft) out["draft"] = packed(state.draft->files);
    return out.dump();
}

Snapshot snapshotOf(const json& in) {
    const auto files = unpackedFiles(in.at("files"));
    auto base = std::make_shared<const contract::ReadModel>(contract::parseModel(files));
    auto positions = diagram::parsePositions(in.at("positions").get<std::string>());
    State state{base->model, positions ? std::move(*positions) : diagram::Positions{}, base};
    if (const auto draft = in.find("draft"); draft != in.end()) {
        state.draft = Draft{unpackedFiles(*draft), {}};
        state.draft->problems = contract::parseModel(withDraft(files, state.draft)).problems;
    }
    return std::make_shared<const State>(std::move(state));
}

/// Nothing where the file is no journal that this version understands.
std::optional<Leftover> parse(const QString& path, const QByteArray& bytes) {
    const json in = json::parse(bytes.begin(), bytes.end(), nullptr, false);
    try {
        if (in.is_discarded() || in.at("format") != format) return std::nullopt;
        Leftover found;
        found.journal = path;
        found.title = QString::fromStdString(in.at("title").get<std::string>());
        found.when = QDateTime::fromString(QString::fromStdString(in.at("when").get<std::string>()),
                                           Qt::ISODateWithMs);
        found.opened = {unpacked(in.at("file")),
                        unpackedFiles(in.at("disk")),
                        snapshotOf(in),
                        {},
                        unpacked(in.at("sidecar"))};
        return found;
    } catch (const json::exception&) {
        return std::nullopt;
    }
}

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

Journal::Journal(Document& document, const QString& folder, int delay)
    : m_document(document)
    , m_file(folder + QLatin1Char('/') + QUuid::createUuid().toString(QUuid::WithoutBraces) +
             QStringLiteral(".journal")) {
    m_timer.setSingleShot(true);
    m_timer.setInterval(delay);
    connect(&m_timer, &QTimer::timeout, this, &Journal::writeNow);
    connect(&document, &Document::changed, this, &Journal::follow);
    connect(&document, &Document::draftChanged, this, &Journal::follow);
    connect(&document, &Document::statusChanged, this, &Journal::follow);
}

Journal::~Journal() = default;

void Journal::follow() {
    if (!m_document.isOpen() || !m_document.isDirty())
        discard();
    else if (!m_timer.isActive())
        m_timer.start();
}

void Journal::discard() {
    m_timer.stop();
    QFile::remove(m_file);
    m_lock.reset();
}

void Journal::writeNow() {
    m_timer.stop();
    if (!m_document.isOpen() || !m_document.isDirty()) return;
    QDir().mkpath(QFileInfo(m_file).path());
    if (!m_lock) {
        m_lock = lockFor(m_file);
        m_lock->tryLock(0);
    }
    QSaveFile file(m_file);
    const std::string text = render(m_document);
    const bool written =
        file.open(QIODevice::WriteOnly) &&
        file.write(text.data(), static_cast<qint64>(text.size())) == static_cast<qint64>(text.size()) &&
        file.flush() && file.commit(); // commit alone misses that what it still holds does not fit
    if (!written)
        emit failed(tr("What is not saved could not be kept for recovery (%1). Save the model soon.")
                        .arg(file.errorString()));
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
        auto leftover = parse(path, file.readAll());
        if (!leftover) continue;
        leftover->lock = std::move(lock);
        found.push_back(std::move(*leftover));
    }
    std::ranges::stable_sort(found, [](const Leftover& a, const Leftover& b) { return a.when > b.when; });
    return found;
}

void removeLeftover(const Leftover& leftover) {
    QFile::remove(leftover.journal);
    if (leftover.lock) leftover.lock->unlock();
}

} // namespace factline::document
