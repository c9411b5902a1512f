// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <memory>
#include <optional>
#include <vector>

#include "picture/contours.h"
#include "viewmodels/selection.h"

namespace factline::picture {
struct PaintOptions;
}

namespace factline::canvas {

/// What stands out of the picture: around a fact what its changes reach, with contours of equal delay; the
/// path through any other node that is selected; or the neighbourhood that was asked for. Worked out once for
/// each selection and picture, because frames are many.
class Spotlight {
public:
    /// `delays`: those of the fact that is selected, as far as they are known.
    void follow(const diagram::Diagram& diagram, const viewmodels::Selection& selection,
                const std::vector<freshness::Delay>& delays);
    void forget();
    /// All within one hop more than now of what is selected, and nothing else; false where nothing is.
    bool widen(const diagram::Diagram& diagram, const viewmodels::Selection& selection);
    bool isFocused() const { return m_hops > 0; }
    /// Back to the path; false where no neighbourhood was asked for.
    bool end();
    void mark(picture::PaintOptions& options) const;
    /// Null: none are shown.
    std::shared_ptr<const picture::Contours> contours() const { return m_hops == 0 ? m_contours : nullptr; }

private:
    void look(const diagram::Diagram& diagram, const viewmodels::Selection& selection);

    picture::Light m_path;
    picture::Light m_focus;
    std::shared_ptr<const picture::Contours> m_contours;
    std::size_t m_hops = 0; ///< 0: no neighbourhood
};

/// The fact whose changes are followed: the one thing that is selected, where changes to it go anywhere.
std::optional<Ref> followedFact(const diagram::Diagram& diagram, const viewmodels::Selection& selection);

} // namespace factline::canvas
