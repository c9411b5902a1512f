// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <array>
#include <memory>
#include <mutex>
#include <optional>
#include <string>
#include <unordered_map>

#include "diagram/diagram.h"

namespace factline::picture {

/// How large texts are that were measured once, by role: a picture of a model that has changed a little is
/// mostly of the same words. Any thread may use it.
class MeasuredTexts {
public:
    std::optional<diagram::Size> find(std::string_view text, diagram::TextRole role) const;
    void add(std::string_view text, diagram::TextRole role, const diagram::Size& size);

private:
    struct Hash : std::hash<std::string_view> {
        using is_transparent = void;
    };
    using Sizes = std::unordered_map<std::string, diagram::Size, Hash, std::equal_to<>>;
    mutable std::mutex m_inUse;
    std::array<Sizes, diagram::textRoles> m_sizes;
};

/// Measures what is not known yet.
class RememberingMeasure : public diagram::TextMeasure {
public:
    /// `known` may be null: then each text is measured each time.
    RememberingMeasure(const diagram::TextMeasure& measure, std::shared_ptr<MeasuredTexts> known)
        : m_measure(measure)
        , m_known(std::move(known)) {}

    diagram::Size measure(std::string_view text, diagram::TextRole role) const override;

private:
    const diagram::TextMeasure& m_measure;
    std::shared_ptr<MeasuredTexts> m_known;
};

} // namespace factline::picture
