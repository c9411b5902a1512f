// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <cstdint>
#include <deque>
#include <memory>
#include <optional>

#include <QObject>
#include <QUndoStack>

#include "document/errand.h"
#include "document/kept.h"
#include "document/save.h"
#include "document/typed.h"
#include "edit/edit.h"

namespace factline::document {

/// Moves of one gesture (holding an arrow key) become one step where they carry the same number, taken from
/// Document::newGesture().
using Gesture = int;
inline constexpr Gesture noGesture = -1;

/// The open model: one state after another, undo and redo between them, and the file they are saved to.
/// Every edit of every panel goes through here; `changed` is the one signal that says so.
class Document : public QObject {
    Q_OBJECT
public:
    explicit Document(QObject* parent = nullptr);

    const Snapshot& snapshot() const { return m_snapshot; }
    bool isOpen() const { return m_snapshot != nullptr; }
    /// Of the model as it is, empty where nothing is open; made once, from that of the state before.
    std::shared_ptr<const Lookup> lookup() const;
    std::uint64_t revision() const { return m_revision; }        ///< grows with every change
    const std::filesystem::path& file() const { return m_file; } ///< empty: it has none yet
    QString title() const; ///< the file's name without its ending, or "Untitled"
    bool isDirty() const { return isSaving() || m_cell != m_saved.lock(); }
    Gesture newGesture() { return ++m_gestures; }
    QUndoStack& history() { return m_history; } ///< every step with its label; undo and redo
    const QUndoStack& history() const { return m_history; }
    /// The state after so many steps of the history; 0: as it was opened. Null beyond its ends.
    Snapshot stateAfter(int steps) const;

    /// Shows another model; its history starts anew. `unsaved`: it holds what no file holds (recovered,
    /// pasted).
    void show(Opened opened, bool unsaved = false);
    /// Takes over what is on disk now as one step that undo takes back.
    void takeTheirs(Opened opened);
    void close();

    /// One step. `at`: where the first thing added, or the things moved, are to stand if there is room (see
    /// Positions::wishes). Errors as edit::apply, and Refused while a draft stands.
    Result<edit::Applied> apply(const edit::Edit& edit, std::optional<diagram::Point> at = std::nullopt);

    /// Shapes stand elsewhere: one step with this label.
    void place(diagram::Positions positions, const QString& label, Gesture gesture = noGesture);

    /// Keeps the places that were found for what had none. No step and no signal; dropped where the document
    /// has gone on since.
    void settle(std::uint64_t revision, diagram::Positions positions);

    /// The whole text of one file was typed. What can be understood becomes the model; what cannot is kept as
    /// a draft beside the model as it was. Either is one step as long as typing goes on in `gesture`. Errors:
    /// NotFound for a file that the model has not.
    Result<void> type(const std::string& path, const Shared<std::string>& text, Gesture gesture = noGesture);
    /// The same for what readTyped has read already. False, and nothing happens, where the document has gone
    /// on since.
    bool take(Typed typed, Gesture gesture = noGesture);
    const std::optional<Draft>& draft() const;
    /// Gives typed text up that cannot be understood, as one step that undo takes back.
    void dropDraft();

    /// The files as they would be saved; those of the last call again where nothing has changed.
    const Result<contract::Written>& text() const;
    const std::vector<contract::SourceFile>& disk() const { return m_disk; } ///< as last read or saved
    const std::string& sidecar() const { return m_sidecar; }                 ///< the same for the positions

    /// Writes the files and the positions beside them as they are now, on another thread, for a drive may
    /// take its time; `saved` follows. Errors as write(); the document stays unsaved then. A draft is saved
    /// as it stands: nothing typed is lost. Where the folder is still being written to, this follows, unless
    /// that fails: then this is not tried, and the one `saved` is for both.
    void save();
    /// The same under another name (its folder is made) in place of what stands there; the document then
    /// belongs to that file. Included files go along; in another folder they replace none of another content.
    /// Where the folder is still being written to, this follows, whatever comes of that; what waits for
    /// another folder is given up, for all of it is in this one.
    void saveAs(const std::filesystem::path& file);
    bool isSaving() const { return m_writing.isOut(); }
    /// `saved` comes before this returns where that takes no more milliseconds; whether it has. The next save
    /// may be on its way by then.
    bool waitUntilSaved(int milliseconds) { return m_writing.waitFor(milliseconds); }
    /// From now on the files on disk are taken to be these, though the model stays: "keep mine". Empty where
    /// they are gone.
    void keepMine(const Opened& theirs);
    /// Whether these were left by a save of this model that nobody waited for any more; they count as saved
    /// then.
    bool recognise(const Opened& onDisk);

signals:
    void shown(); ///< another model than before, not another state of it; `changed` follows
    void changed(const factline::document::Snapshot& before, const factline::document::Snapshot& after);
    void draftChanged();
    /// The title, the file, or whether there is something to save, or is being saved.
    void statusChanged();
    /// What has come of a save, nothing where it went well; the document may have gone on meanwhile, and the
    /// next save be on its way.
    void saved(const std::optional<factline::Error>& error);

private:
    friend class Step;
    void enter(const std::shared_ptr<Kept>& cell);
    const Kept* keptAfter(int steps) const;
    void go(const Snapshot& snapshot);
    void push(State state, const QString& label, Gesture gesture);
    void want(const std::filesystem::path& file, bool isElsewhere);
    void send(Save save);
    void hear(Result<Saved> done);
    bool isOnDisk(const std::shared_ptr<Kept>& cell) const;
    void tellStatus();

    Snapshot m_snapshot;
    std::shared_ptr<Kept> m_cell; ///< where the step that led here keeps this state
    std::uint64_t m_revision = 0;
    std::filesystem::path m_file;
    std::vector<contract::SourceFile> m_disk;
    std::string m_sidecar;
    Gesture m_gestures = noGesture;
    std::weak_ptr<Kept> m_saved;         ///< the state that the files hold; none where no file holds it
    std::shared_ptr<const Save> m_sent;  ///< what is being written
    std::deque<Save> m_waiting;          ///< after that, one by one
    std::shared_ptr<const Save> m_letGo; ///< was being written when another was not to wait for it
    bool m_saidDirty = false;
    mutable LatestLookup m_known; ///< of the state that was asked for last
    mutable std::optional<Result<contract::Written>> m_text;
    mutable Snapshot m_textOf;
    Errand<Result<Saved>> m_writing{this};
    QUndoStack m_history; ///< the first to go: it uses the others
};

} // namespace factline::document
