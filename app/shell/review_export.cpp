// SPDX-License-Identifier: Apache-2.0
#include "shell/review_export.h"

#include <chrono>

#include "review/review.h"

namespace factline::shell {

Result<void> exportReview(const document::State& state, const std::filesystem::path& model,
                          const std::string& stage, const picture::LayoutProcess& layout,
                          const std::filesystem::path& file) {
    if (const auto format = review::formatOf(file); !format) return tl::unexpected(format.error());
    auto written = document::textOf(state);
    if (!written) return tl::unexpected(written.error());
    contract::ReadModel read = *state.base;
    read.model = state.model;
    read.files = std::move(written->files);
    const auto review =
        review::makeReview({.source = {read, model},
                            .stage = stage,
                            .today = std::chrono::floor<std::chrono::days>(std::chrono::system_clock::now()),
                            .positions = *state.positions,
                            .process = layout});
    if (!review) return tl::unexpected(review.error());
    return review::writeReview(*review, file);
}

} // namespace factline::shell
