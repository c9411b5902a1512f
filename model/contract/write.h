// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <filesystem>
#include <string>
#include <string_view>
#include <vector>

#include "base/result.h"
#include "contract/read.h"

namespace factline::contract {

/// The new text of every file of a model.
struct Written {
    std::vector<SourceFile> files; ///< in the order of the files before, new ones at the end
    std::vector<Phrase> notices;   ///< what had to be written anew, for people to read
};

/// The files of `before` with the smallest changes that make them say `after`; elements are matched by id, so
/// `after` is to come from `before.model` by edits (or by carryIds). Every other byte stays: comments, order,
/// blank lines, line ends, quotes, indentation, flow and block style. With nothing changed the files come
/// back as they are. Give the model as its files were opened, not the last one written: then an edit that is
/// undone gives the opened bytes back, comments included.
///
/// The result is read back. Where it does not say what was asked, the smallest element around the difference
/// is written anew (comments inside are kept above it) and a notice says so; an error where that does not
/// help.
Result<Written> renderModel(const ReadModel& before, const Model& after);

/// A model as one file in canonical form: keys in the order of the reference page, two spaces a level,
/// elements in block style, short mappings and lists on one line. For models that have no file yet.
std::string renderCanonical(const Model& model);

/// The same files in form, for `factline format`: two spaces a level; one blank after a dash, the colon of a
/// key and a comma, none inside brackets (`{a: b, c: [d, e]}`); no quotes around what reads the same without;
/// no blanks at line ends, at most one blank line in a row, a line break at the end. What only a person can
/// decide stays: comments and the blanks before them, the order of keys, flow and block style, where lines
/// break. A file with reading problems comes back as it is, and so does one that would say something else
/// afterwards; a notice says so. Formatting what is in form changes nothing.
Result<Written> formatModel(const ReadModel& model);

/// The first lines of a new model: a small commented one with nothing to object to.
std::string newModel(std::string_view name);

/// Writes the files that differ into `folder`, each first beside its place, onto the disk, and then moved
/// there, so that a full disk or a power cut leaves the old one whole. Refuses, before writing anything,
/// where a file no longer has the bytes that `before` says, is write-protected, or a new one is already
/// there.
Result<void> writeFiles(const std::filesystem::path& folder, const std::vector<SourceFile>& before,
                        const std::vector<SourceFile>& after);

} // namespace factline::contract
