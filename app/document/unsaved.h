// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <optional>
#include <string>
#include <vector>

#include <QDateTime>
#include <QString>

#include "document/state.h"

class QIODevice;

namespace factline::document {

/// What a crash would lose, as a value: whichever thread writes it, nothing changes under it.
struct Unsaved {
    Snapshot state;
    std::filesystem::path file;             ///< that it belongs to; empty: it has none yet
    QString title;                          ///< of the model
    QDateTime when;                         ///< of its last change
    std::vector<contract::SourceFile> disk; ///< as the files were when they were last read or saved
    std::string sidecar;                    ///< the same for the positions
};

/// Writes it, piece by piece, as a journal holds it; takes a while for a large model. False where the device
/// takes no more.
bool writeUnsaved(const Unsaved& unsaved, QIODevice& to);

/// Nothing where the bytes are no journal that this version understands.
std::optional<Unsaved> parseUnsaved(const QByteArray& bytes);

} // namespace factline::document
