// SPDX-License-Identifier: Apache-2.0
#include "picture/measured_texts.h"

namespace factline::picture {

namespace {

constexpr std::size_t mostTexts =
    100'000; ///< of a role; past that it begins anew, so that it does not only grow

} // namespace

std::optional<diagram::Size> MeasuredTexts::find(std::string_view text, diagram::TextRole role) const {
    const std::scoped_lock lock(m_inUse);
    const Sizes& sizes = m_sizes.at(static_cast<std::size_t>(role));
    const auto found = sizes.find(text);
    return found == sizes.end() ? std::nullopt : std::optional(found->second);
}

void MeasuredTexts::add(std::string_view text, diagram::TextRole role, const diagram::Size& size) {
    const std::scoped_lock lock(m_inUse);
    Sizes& sizes = m_sizes.at(static_cast<std::size_t>(role));
    if (sizes.size() >= mostTexts) sizes.clear();
    sizes.emplace(text, size);
}

diagram::Size RememberingMeasure::measure(std::string_view text, diagram::TextRole role) const {
    if (!m_known) return m_measure.measure(text, role);
    if (const auto known = m_known->find(text, role)) return *known;
    const diagram::Size size = m_measure.measure(text, role);
    m_known->add(text, role, size);
    return size;
}

} // namespace factline::picture
