// SPDX-License-Identifier: Apache-2.0
#include "document/document.h"

#include <algorithm>
#include <utility>

#include "diagram/sidecar.h"
#include "document/step.h"
#include "domain/lookup.h"
#include "language/text.h"

namespace factline::document {

namespace fs = std::filesystem;

namespace {

QString toQString(const std::string& text) {
    return QString::fromUtf8(text.data(), static_cast<qsizetype>(text.size()));
}

/// Wishes for what an edit has put somewhere: the first thing added, or all that moved.
void addWishes(diagram::Positions& positions, const edit::Edit& edit, const edit::Applied& applied,
               LatestLookup& known, const diagram::Point& at) {
    std::vector<ElementId> ids;
    if (!applied.added.empty())
        ids.push_back(applied.added.front());
    else if (const auto* move = std::get_if<edit::MoveToContext>(&edit))
        ids = move->ids;
    if (ids.empty()) return;
    const auto after = known.of(applied.model);
    for (const ElementId id : ids)
        if (const Located* found = after->find(id)) positions.wishes[toString(found->key)] = at;
}

/// Some of the files are the one, the others the other.
bool isBetween(const std::vector<contract::SourceFile>& files, const std::vector<contract::SourceFile>& one,
               const std::vector<contract::SourceFile>& other) {
    const auto isIn = [](const auto& all, const contract::SourceFile& file) {
        const auto same = std::ranges::find(all, file.path, &contract::SourceFile::path);
        return same != all.end() && same->text == file.text;
    };
    return !sameFiles(files, one) && std::ranges::all_of(files, [&](const contract::SourceFile& file) {
        return isIn(one, file) || isIn(other, file);
    });
}

} // namespace

Document::Document(QObject* parent)
    : QObject(parent) {
    connect(&m_history, &QUndoStack::indexChanged, this, [this] {
        if (isDirty() != m_saidDirty) tellStatus();
    });
}

QString Document::title() const {
    if (m_file.empty()) return isOpen() ? tr("Untitled") : QString();
    return toQString(diagram::sidecarOf(m_file).stem().stem().string());
}

/// The state after so many steps, as the history keeps it; null beyond its ends.
const Kept* Document::keptAfter(int steps) const {
    const auto* step = dynamic_cast<const Step*>(m_history.command(std::max(steps - 1, 0)));
    if (!step || steps < 0) return nullptr;
    return steps == 0 ? &step->before() : &step->after();
}

Snapshot Document::stateAfter(int steps) const {
    if (steps == 0 && m_history.count() == 0) return m_snapshot;
    const Kept* kept = keptAfter(steps);
    if (!kept || !kept->rests()) return kept ? kept->state() : nullptr;
    Kept::Files files = m_snapshot->base->files;
    const int towards = steps < m_history.index() ? -1 : 1;
    for (int at = m_history.index() + towards; at != steps; at += towards)
        files = keptAfter(at)->files(files);
    return kept->whole(m_snapshot->base, files);
}

void Document::show(Opened opened, bool unsaved) {
    m_file = std::move(opened.file);
    m_disk = std::move(opened.disk);
    m_sidecar = std::move(opened.sidecar);
    m_writing.letGo();
    m_sent.reset();
    m_waiting.clear();
    m_letGo.reset();
    const bool drafted = draft().has_value();
    const Snapshot before = std::exchange(m_snapshot, std::move(opened.state));
    m_textOf = nullptr;
    m_text.reset();
    if (opened.lookup) m_known.take(std::move(opened.lookup));
    m_cell = std::make_shared<Kept>(m_snapshot);
    m_saved = unsaved ? nullptr : m_cell;
    ++m_revision;
    m_history.clear(); // after all else: it says at once whether there is something to save
    emit shown();
    emit changed(before, m_snapshot);
    if (drafted || draft()) emit draftChanged();
    tellStatus();
}

void Document::close() {
    show({});
}

void Document::takeTheirs(Opened opened) {
    if (!isOpen()) return show(std::move(opened));
    m_disk = std::move(opened.disk);
    m_sidecar = std::move(opened.sidecar);
    auto base =
        std::make_shared<contract::ReadModel>(contract::carryIds(m_snapshot->model, *opened.state->base));
    // Their places, and mine for what they have none for.
    diagram::Positions positions = *carriedPositions(*m_snapshot, base->model);
    for (const auto& [key, at] : opened.state->positions->nodes)
        positions.nodes.insert_or_assign(key, at);
    push({base->model, std::move(positions), base}, tr("Take the version on disk"), noGesture);
    m_saved = m_cell;
    tellStatus();
}

void Document::enter(const std::shared_ptr<Kept>& cell) {
    if (cell->rests()) cell->wake(m_snapshot->base);
    if (m_cell != cell) m_cell->rest(cell->state()->base);
    m_cell = cell;
    go(cell->state());
}

void Document::go(const Snapshot& snapshot) {
    const Snapshot before = std::exchange(m_snapshot, snapshot);
    if (m_textOf && m_textOf->base != m_snapshot->base)
        m_textOf = nullptr; // a long text is not to stay for it
    if (!m_textOf) m_text.reset();
    ++m_revision;
    emit changed(before, m_snapshot);
    if (before->draft || m_snapshot->draft) emit draftChanged();
}

void Document::push(State state, const QString& label, Gesture gesture) {
    auto after = std::make_shared<Kept>(std::make_shared<const State>(std::move(state)));
    m_history.push(new Step(*this, m_cell, after, label, gesture));
}

Result<edit::Applied> Document::apply(const edit::Edit& edit, std::optional<diagram::Point> at) {
    if (!isOpen())
        return failure(ErrorCode::InvalidArgument,
                       Phrase::of("No model is open; open one or begin a new one first."));
    if (draft())
        return failure(ErrorCode::Refused,
                       Phrase::of("The text of {} cannot be understood at the moment. Mend it or discard "
                                  "what was typed, then change the model here.",
                                  draft()->files.front().path));
    auto applied = edit::apply(m_snapshot->model, edit, m_snapshot->base->model, m_known);
    if (!applied) return applied;
    State state{applied->model, carriedPositions(*m_snapshot, applied->model), m_snapshot->base};
    // Into what could not be read an edit may not fit; what could not be saved is better not done.
    if (!state.base->problems.empty())
        if (const auto text = textOf(state); !text) return tl::unexpected(text.error());
    if (at) {
        diagram::Positions wished = *state.positions;
        addWishes(wished, edit, *applied, m_known, *at);
        state.positions = std::move(wished);
    }
    push(std::move(state), language::toQString(applied->label), noGesture);
    return applied;
}

void Document::place(diagram::Positions positions, const QString& label, Gesture gesture) {
    if (!isOpen() || positions == *m_snapshot->positions) return;
    State state = *m_snapshot;
    state.positions = std::move(positions);
    push(std::move(state), label, gesture);
}

void Document::settle(std::uint64_t revision, diagram::Positions positions) {
    if (revision != m_revision || !isOpen() || positions == *m_snapshot->positions) return;
    State state = *m_snapshot;
    state.positions = diagram::settled(std::move(positions), *state.positions, state.model);
    m_snapshot = std::make_shared<const State>(std::move(state));
    m_cell->replace(m_snapshot);
}

Result<void> Document::type(const std::string& path, const Shared<std::string>& text, Gesture gesture) {
    const auto& written = this->text();
    if (!written) return tl::unexpected(written.error());
    auto typed = readTyped(m_snapshot, written->files, path, text);
    if (!typed) return tl::unexpected(typed.error());
    take(std::move(*typed), gesture);
    return {};
}

bool Document::take(Typed typed, Gesture gesture) {
    if (typed.of != m_snapshot) return false;
    if (typed.state) push(std::move(*typed.state), tr("Edit the text"), gesture);
    return true;
}
std::shared_ptr<const Lookup> Document::lookup() const {
    static const Model none;
    return m_known.of(m_snapshot ? m_snapshot->model : none); // a copy would cost more than all else here
}

const std::optional<Draft>& Document::draft() const {
    static const std::optional<Draft> none;
    return m_snapshot ? m_snapshot->draft : none;
}

void Document::dropDraft() {
    if (!draft()) return;
    State state = *m_snapshot;
    state.draft.reset();
    push(std::move(state), tr("Discard what was typed"), noGesture);
}

const Result<contract::Written>& Document::text() const {
    // Moving shapes and drafts change no text of the model.
    const bool known = m_text && m_textOf && m_snapshot && m_textOf->base == m_snapshot->base &&
                       m_textOf->model == m_snapshot->model;
    if (!known) m_text = isOpen() ? textOf(*m_snapshot) : Result<contract::Written>(contract::Written{});
    m_textOf = m_snapshot;
    return *m_text;
}

void Document::save() {
    if (!m_waiting.empty()) return want(m_waiting.back().file, m_waiting.back().isElsewhere); // in its place
    const fs::path file = isSaving() ? m_sent->file : m_file; // it is about to belong to that one
    if (!file.empty()) return want(file, false);
    emit saved(
        Error{ErrorCode::InvalidArgument, Phrase::of("The model has no file yet; save it under a name.")});
}

void Document::saveAs(const fs::path& file) {
    std::error_code error;
    if (isOpen()) return want(fs::absolute(file, error), true);
    emit saved(Error{ErrorCode::InvalidArgument, Phrase::of("No model is open; there is nothing to save.")});
}

/// In one folder never two at a time; another one does not wait for a drive that does not answer.
void Document::want(const fs::path& file, bool isElsewhere) {
    const auto& written = text();
    if (!written) {
        emit saved(written.error());
        return;
    }
    Save save = saveOf(m_snapshot, *written, file);
    save.isElsewhere = isElsewhere;
    save.cell = m_cell;
    if (!isSaving() || file.parent_path() != m_sent->file.parent_path()) {
        m_waiting.clear();
        return send(std::move(save));
    }
    if (!m_waiting.empty() && m_waiting.back().file == file) m_waiting.pop_back();
    m_waiting.push_back(std::move(save));
}

void Document::send(Save save) {
    if (!save.isElsewhere || save.file.parent_path() == m_file.parent_path()) save.disk = m_disk;
    save.sidecar = m_sidecar;
    if (isSaving()) m_letGo = m_sent;
    save.letGo = m_letGo;
    m_sent = std::make_shared<const Save>(std::move(save));
    m_writing.send([save = m_sent] { return write(*save); },
                   [this](Result<Saved> done) { hear(std::move(done)); });
    tellStatus();
}

void Document::hear(Result<Saved> done) {
    std::optional<Error> error;
    const auto sent = std::exchange(m_sent, nullptr);
    if (!done) {
        error = std::move(done.error());
    } else {
        m_file = sent->file;
        m_disk = std::move(done->disk);
        m_letGo.reset(); // it comes too late, or went elsewhere
        m_saved = done->sidecar ? sent->cell : std::weak_ptr<Kept>();
        if (done->sidecar)
            m_sidecar = *std::move(done->sidecar);
        else
            error = std::move(done->sidecar.error());
    }
    // It was to be written over what this one would have left.
    if (!done && !m_waiting.empty() && !m_waiting.front().isElsewhere) m_waiting.pop_front();
    if (m_waiting.empty()) {
        tellStatus();
    } else { // before anything is told: nobody is to take the document for saved
        Save next = std::move(m_waiting.front());
        m_waiting.pop_front();
        send(std::move(next));
    }
    emit saved(error);
}

/// Such a state is not typed into: undo has to find it again.
bool Document::isOnDisk(const std::shared_ptr<Kept>& cell) const {
    const auto isIt = [&](const Save& save) { return save.cell.lock() == cell; };
    return cell == m_saved.lock() || (m_sent && isIt(*m_sent)) || std::ranges::any_of(m_waiting, isIt);
}

bool Document::recognise(const Opened& onDisk) {
    for (const Save* own = m_letGo.get(); own; own = own->letGo.get()) {
        if (own->file != m_file) continue;
        if (!sameFiles(own->text, onDisk.disk)) {
            if (isBetween(onDisk.disk, m_disk, own->text)) return true; // it is still at it, file by file
            continue;
        }
        const bool whole = leavesSidecar(*own, onDisk.sidecar); // else it is still at it
        if (!whole && onDisk.sidecar != m_sidecar) continue;
        m_disk = onDisk.disk;
        m_sidecar = onDisk.sidecar;
        m_saved = whole ? own->cell : std::weak_ptr<Kept>();
        if (whole && own == m_letGo.get()) m_letGo.reset(); // the same once more would be somebody else's
        tellStatus();
        return true;
    }
    return false;
}

void Document::tellStatus() {
    m_saidDirty = isDirty();
    emit statusChanged();
}

/// With a state theirs becomes a step and mine one on top of it, so that undo finds theirs; without one (they
/// are gone, or nobody changed them) nothing is a step.
void Document::keepMine(const Opened& theirs) {
    if (theirs.state && isOpen()) {
        State mine = *m_snapshot;
        takeTheirs(theirs); // what is saved over them stands in the history
        mine.model.nextId = m_snapshot->model.nextId;
        push(std::move(mine), tr("Keep my version"), noGesture);
        return;
    }
    m_disk = theirs.disk;
    m_sidecar = theirs.sidecar;
    m_saved.reset();
    tellStatus();
}

} // namespace factline::document
