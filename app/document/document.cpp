// SPDX-License-Identifier: Apache-2.0
#include "document/document.h"

#include <algorithm>
#include <fstream>
#include <iterator>
#include <utility>

#include <QSaveFile>

#include <fmt/format.h>

#include "contract/syntax_tree.h"
#include "diagram/sidecar.h"
#include "document/step.h"
#include "domain/lookup.h"

namespace factline::document {

namespace fs = std::filesystem;
using contract::SourceFile;

namespace {

QString toQString(const std::string& text) {
    return QString::fromUtf8(text.data(), static_cast<qsizetype>(text.size()));
}

/// The bytes of a file under this name, for a file that is about to be replaced on purpose.
std::vector<SourceFile> asItStands(const fs::path& file) {
    std::error_code error;
    if (!fs::is_regular_file(file, error)) return {};
    std::ifstream stream(file, std::ios::binary);
    return {{file.filename().string(), std::string(std::istreambuf_iterator<char>(stream), {})}};
}

Result<void> writeSidecar(const fs::path& path, const diagram::Positions& positions) {
    if (positions.nodes.empty()) return {};
    const std::string text = diagram::renderPositions(positions);
    QSaveFile file(toQString(path.string()));
    const bool written =
        file.open(QIODevice::WriteOnly) &&
        file.write(text.data(), static_cast<qint64>(text.size())) == static_cast<qint64>(text.size()) &&
        file.commit();
    if (written) return {};
    return failure(ErrorCode::External,
                   fmt::format("The model is saved, but the places of its shapes are not: {} could not be "
                               "written ({}). Check the folder's rights and space, then save again.",
                               path.string(), file.errorString().toStdString()));
}

/// True where the text can stand for the model: its YAML does not break off, and it reads no worse than what
/// stands.
bool understood(const contract::ReadModel& read, const contract::ReadModel& base) {
    for (std::uint32_t file = 0; file < read.sources.fileCount(); ++file)
        if (read.sources.tree(file).brokenFrom()) return false;
    return read.problems.size() <= base.problems.size();
}

/// Wishes for what an edit has put somewhere: the first thing added, or all that moved.
void addWishes(diagram::Positions& positions, const edit::Edit& edit, const edit::Applied& applied,
               const Lookup& after, const diagram::Point& at) {
    std::vector<ElementId> ids;
    if (!applied.added.empty())
        ids.push_back(applied.added.front());
    else if (const auto* move = std::get_if<edit::MoveToContext>(&edit))
        ids = move->ids;
    for (const ElementId id : ids)
        if (const Located* found = after.find(id)) positions.wishes[toString(found->key)] = at;
}

diagram::Positions carried(const State& before, const Model& after) {
    return diagram::carryPositions(before.positions, Lookup(before.model), Lookup(after));
}

} // namespace

Document::Document(QObject* parent)
    : QObject(parent) {
    connect(&m_history, &QUndoStack::cleanChanged, this, &Document::statusChanged);
}

QString Document::title() const {
    if (m_file.empty()) return isOpen() ? tr("Untitled") : QString();
    return toQString(diagram::sidecarOf(m_file).stem().stem().string());
}

void Document::show(Opened opened, bool unsaved) {
    m_file = std::move(opened.file);
    m_disk = std::move(opened.disk);
    m_lost = unsaved;
    m_draft.reset();
    m_cell = std::make_shared<Snapshot>(std::move(opened.state));
    m_history.clear();
    go(*m_cell);
    emit draftChanged();
    emit statusChanged();
}

void Document::close() {
    show({});
}

void Document::takeTheirs(Opened opened) {
    m_disk = std::move(opened.disk);
    m_draft.reset();
    auto base =
        std::make_shared<contract::ReadModel>(contract::carryIds(m_snapshot->model, *opened.state->base));
    push({base->model, carried(*m_snapshot, base->model), base}, tr("Take the version on disk"), noGesture);
    m_lost = false;
    m_history.setClean();
    emit draftChanged();
    emit statusChanged();
}

void Document::go(const Snapshot& snapshot) {
    const Snapshot before = std::exchange(m_snapshot, snapshot);
    ++m_revision;
    emit changed(before, m_snapshot);
}

void Document::push(State state, const QString& label, Gesture gesture) {
    auto after = std::make_shared<Snapshot>(std::make_shared<const State>(std::move(state)));
    m_history.push(new Step(*this, m_cell, after, label, gesture));
}

Result<edit::Applied> Document::apply(const edit::Edit& edit, std::optional<diagram::Point> at) {
    if (m_draft)
        return failure(
            ErrorCode::Refused,
            fmt::format("The text of {} cannot be understood at the moment. Mend it or discard what "
                        "was typed, then change the model here.",
                        m_draft->path));
    auto applied = edit::apply(m_snapshot->model, edit, m_snapshot->base->model);
    if (!applied) return applied;
    const Lookup before(m_snapshot->model);
    const Lookup after(applied->model);
    State state{applied->model, diagram::carryPositions(m_snapshot->positions, before, after),
                m_snapshot->base};
    if (at) addWishes(state.positions, edit, *applied, after, *at);
    push(std::move(state), toQString(applied->label), noGesture);
    return applied;
}

void Document::place(diagram::Positions positions, const QString& label, Gesture gesture) {
    if (!isOpen() || positions == m_snapshot->positions) return;
    State state = *m_snapshot;
    state.positions = std::move(positions);
    push(std::move(state), label, gesture);
}

void Document::settle(std::uint64_t revision, diagram::Positions positions) {
    if (revision != m_revision || !isOpen() || positions == m_snapshot->positions) return;
    State state = *m_snapshot;
    state.positions = std::move(positions);
    *m_cell = m_snapshot = std::make_shared<const State>(std::move(state));
}

void Document::type(const std::string& path, const std::string& text, Gesture gesture) {
    const auto& written = this->text();
    if (!written) return;
    std::vector<SourceFile> files = written->files;
    const auto typed = std::ranges::find(files, path, &SourceFile::path);
    if (typed == files.end()) return;
    const bool same = typed->text == text;
    if (same && !m_draft) return;
    typed->text = text;
    auto read = contract::carryIds(m_snapshot->model, contract::parseModel(std::move(files)));
    if (!same && !understood(read, *m_snapshot->base)) {
        m_draft = Draft{path, text, std::move(read.problems), false};
    } else {
        m_draft.reset();
        if (!same) {
            auto base = std::make_shared<const contract::ReadModel>(std::move(read));
            push({base->model, carried(*m_snapshot, base->model), base}, tr("Edit the text"), gesture);
        }
    }
    emit draftChanged();
    emit statusChanged();
}

void Document::dropDraft() {
    if (!m_draft) return;
    m_draft.reset();
    emit draftChanged();
    emit statusChanged();
}

const Result<contract::Written>& Document::text() const {
    if (!m_text || m_textOf != m_revision) {
        m_text = isOpen() ? textOf(*m_snapshot) : Result<contract::Written>(contract::Written{});
        m_textOf = m_revision;
    }
    return *m_text;
}

Result<std::vector<SourceFile>> Document::filesToSave(const fs::path& file) const {
    const auto& written = text();
    if (!written) return tl::unexpected(written.error());
    std::vector<SourceFile> files = written->files;
    if (m_draft) {
        const auto drafted = std::ranges::find(files, m_draft->path, &SourceFile::path);
        if (drafted != files.end()) drafted->text = m_draft->text;
    }
    if (!files.empty()) files.front().path = file.filename().string();
    return files;
}

Result<void> Document::write(const fs::path& file, const std::vector<SourceFile>& before) {
    auto files = filesToSave(file);
    if (!files) return tl::unexpected(files.error());
    if (const auto done = contract::writeFiles(file.parent_path(), before, *files); !done) return done;
    const auto sidecar = writeSidecar(diagram::sidecarOf(file), m_snapshot->positions);
    m_file = file;
    m_disk = std::move(*files);
    m_lost = false;
    if (m_draft) m_draft->saved = true;
    m_history.setClean();
    emit statusChanged();
    return sidecar;
}

Result<void> Document::save() {
    if (m_file.empty())
        return failure(ErrorCode::InvalidArgument, "The model has no file yet; save it under a name.");
    return write(m_file, m_disk);
}

Result<void> Document::saveAs(const fs::path& file) {
    std::error_code error;
    const fs::path target = fs::absolute(file, error);
    return write(target, asItStands(target));
}

void Document::keepMine(std::vector<SourceFile> disk) {
    m_disk = std::move(disk);
    m_lost = true;
    emit statusChanged();
}

} // namespace factline::document
