// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <cstdint>
#include <memory>
#include <optional>
#include <vector>

#include "contract/read.h"

namespace factline::viewmodels {

/// Lines that an element takes up in one file of its model, counted from 0, both included.
struct TextPlace {
    ElementId id;
    std::uint32_t file = 0; ///< ReadModel::files[file]
    std::size_t first = 0;
    std::size_t last = 0;
};

/// Where the elements that can be selected stand in the files of a model, and what stands at a line.
class TextPlaces {
public:
    TextPlaces() = default;
    explicit TextPlaces(std::shared_ptr<const contract::ReadModel> read);

    /// The files and problems that the places belong to; null: of nothing.
    const std::shared_ptr<const contract::ReadModel>& read() const { return m_read; }
    std::optional<TextPlace> find(ElementId id) const;
    /// The innermost element there; none: the line belongs to no element that can be selected.
    ElementId at(std::uint32_t file, std::size_t line) const;

private:
    std::shared_ptr<const contract::ReadModel> m_read;
    std::vector<TextPlace> m_places; ///< in the order of files and lines, outer ones before what is in them
};

} // namespace factline::viewmodels
