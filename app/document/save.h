// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "document/state.h"

namespace factline::document {

class Kept;

/// All that saving needs to know, as a value: whichever thread writes it, nothing changes under it.
struct Save {
    std::filesystem::path file;             ///< the root file, absolute
    std::vector<contract::SourceFile> text; ///< of all files
    Snapshot state;                         ///< whose positions go beside them
    std::vector<contract::SourceFile> disk; ///< as these files were when they were last read or saved
    std::string sidecar;                    ///< the same for the positions
    /// Under another name: its folder is made, and what stands there gives way.
    bool isElsewhere = false;
    std::weak_ptr<Kept> cell; ///< where the history keeps the state
    /// One of the same model before it that nobody waits for any more: it may be written yet.
    std::shared_ptr<const Save> letGo;
};

/// Of a state whose files say this. What is on disk is not asked.
Save saveOf(Snapshot state, const contract::Written& written, std::filesystem::path file);

/// What is on disk then.
struct Saved {
    std::vector<contract::SourceFile> disk;
    Result<std::string> sidecar; ///< an error where the model is saved, but not the places
};

/// Writes the files and the positions beside them, however long the drive takes, and one after the other
/// where several go to one folder. Errors: Refused where a file on disk is no longer the one that was read or
/// saved last; External where writing fails, and the files are as they were.
Result<Saved> write(Save save);

/// Whether its file holds all of a model by now, though nobody was told so. Asks the drive, however long that
/// takes.
bool isSaved(const Opened& opened);

/// Whether this stands beside the file once it is through.
bool leavesSidecar(const Save& save, const std::string& sidecar);

} // namespace factline::document
