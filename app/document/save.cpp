// SPDX-License-Identifier: Apache-2.0
#include "document/save.h"

#include <algorithm>
#include <map>
#include <memory>
#include <mutex>
#include <set>
#include <utility>

#include <QSaveFile>

#include "base/write_protection.h"
#include "diagram/sidecar.h"
#include "document/bytes.h"

namespace factline::document {

namespace fs = std::filesystem;
using contract::SourceFile;

namespace {

/// What saving under another name takes for the state of the disk: the root file is replaced on purpose;
/// included ones are those known there already, or are there with the very bytes.
std::vector<SourceFile> beforeSavingAs(const fs::path& target, const std::vector<SourceFile>& files,
                                       const std::vector<SourceFile>& known) {
    std::vector<SourceFile> before;
    std::error_code error;
    if (fs::is_regular_file(target, error)) before.push_back({target.filename().string(), bytesOf(target)});
    for (std::size_t i = 1; i < files.size(); ++i) {
        const auto was = std::ranges::find(known, files[i].path, &SourceFile::path);
        const fs::path there = target.parent_path() / files[i].path;
        if (was != known.end())
            before.push_back(*was);
        else if (holds(there, *files[i].text))
            before.push_back(files[i]);
    }
    return before;
}

/// Writes the places and gives the bytes that then stand beside the file.
Result<std::string> writeSidecar(const fs::path& file, const diagram::Positions& positions) {
    if (positions.nodes.empty()) return sidecarBytes(file);
    const fs::path path = diagram::sidecarOf(file);
    std::string text = diagram::renderPositions(positions);
    if (text == sidecarBytes(file)) return text;
    if (isWriteProtected(path))
        return failure(ErrorCode::Refused,
                       Phrase::of("The model is saved, but the places of its shapes are not: {} is "
                                  "write-protected. Allow writing it (chmod u+w), then save again.",
                                  path.string()));
    QSaveFile out(QString::fromStdString(path.string()));
    const bool written =
        out.open(QIODevice::WriteOnly) &&
        out.write(text.data(), static_cast<qint64>(text.size())) == static_cast<qint64>(text.size()) &&
        out.flush() && out.commit(); // commit alone misses that what it still holds does not fit
    if (written) return text;
    return failure(ErrorCode::External,
                   Phrase::of("The model is saved, but the places of its shapes are not: {} could not be "
                              "written ({}). Check the folder's rights and space, then save again.",
                              path.string(), out.errorString().toStdString()));
}

/// The folders that a save writes to, while nothing else in this program does: one that nobody waits for any
/// more may still be at it, and two models may share a file that they include.
class Turn {
public:
    explicit Turn(const Save& save) {
        const fs::path folder = save.file.parent_path();
        std::set<fs::path> folders; // in this order, whoever else wants some of them too
        std::error_code error;
        for (const SourceFile& file : save.text)
            folders.insert(fs::weakly_canonical(folder / file.path, error).parent_path());
        for (const fs::path& each : folders) {
            m_held.push_back(mutexOf(each));
            m_locks.emplace_back(*m_held.back());
        }
    }

private:
    static std::shared_ptr<std::mutex> mutexOf(const fs::path& folder) {
        static std::mutex inUse;
        static std::map<fs::path, std::weak_ptr<std::mutex>> known;
        const std::scoped_lock lock(inUse);
        std::erase_if(known, [](const auto& each) { return each.second.expired(); });
        auto found = known[folder].lock();
        if (!found) known[folder] = found = std::make_shared<std::mutex>();
        return found;
    }

    std::vector<std::shared_ptr<std::mutex>> m_held;
    std::vector<std::unique_lock<std::mutex>> m_locks; ///< the first to go: they use the others
};

bool holdsText(const Save& save) {
    const auto stands = [folder = save.file.parent_path()](const SourceFile& file) {
        return holds(folder / file.path, *file.text);
    };
    return std::ranges::all_of(save.text, stands);
}

/// One that was let go has been written after all: what it left is nobody else's.
void takeForKnown(Save& save) {
    const Save* own = save.letGo.get();
    while (own && !(own->file == save.file && holdsText(*own)))
        own = own->letGo.get();
    if (!own) return;
    save.disk = own->text;
    if (std::string sidecar = sidecarBytes(save.file); leavesSidecar(*own, sidecar))
        save.sidecar = std::move(sidecar);
}

/// Why the files are not to be written where they were read from.
Result<void> checkPlace(const Save& save) {
    // Never made anew: below a network drive that is away, what is written would be hidden once it is back.
    if (std::error_code error; !fs::is_directory(save.file.parent_path(), error))
        return failure(
            ErrorCode::External,
            Phrase::of("The folder {} is not there; nothing was written, and nothing is lost. Save "
                       "again when it is back, or under another name.",
                       save.file.parent_path().string()));
    if (sidecarBytes(save.file) != save.sidecar)
        return failure(ErrorCode::Refused,
                       Phrase::of("{} was changed on disk since it was read; nothing was written. Read the "
                                  "model again first.",
                                  diagram::sidecarOf(save.file).filename().string()));
    return {};
}

} // namespace

Save saveOf(Snapshot state, const contract::Written& written, fs::path file) {
    Save save;
    save.file = std::move(file);
    save.text = withDraft(written.files, state->draft);
    save.state = std::move(state);
    if (!save.text.empty()) save.text.front().path = save.file.filename().string();
    return save;
}

Result<Saved> write(Save save) {
    const Turn turn(save);
    takeForKnown(save);
    if (save.isElsewhere)
        save.disk = beforeSavingAs(save.file, save.text, save.disk);
    else if (auto fit = checkPlace(save); !fit)
        return tl::unexpected(fit.error());
    if (auto done = contract::writeFiles(save.file.parent_path(), save.disk, save.text); !done)
        return tl::unexpected(done.error());
    return Saved{std::move(save.text), writeSidecar(save.file, *save.state->positions)};
}

bool isSaved(const Opened& opened) {
    const auto text = textOf(*opened.state);
    if (!text || opened.file.empty()) return false;
    const Save whole = saveOf(opened.state, *text, opened.file);
    const Turn turn(whole); // what is still being written is looked at afterwards
    return holdsText(whole) && leavesSidecar(whole, sidecarBytes(opened.file));
}

bool leavesSidecar(const Save& save, const std::string& sidecar) {
    const diagram::Positions& positions = *save.state->positions;
    return positions.nodes.empty() ? sidecar == save.sidecar : sidecar == diagram::renderPositions(positions);
}

} // namespace factline::document
