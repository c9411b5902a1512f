// SPDX-License-Identifier: Apache-2.0
#include "diagram/sidecar.h"

#include <array>
#include <fstream>
#include <iterator>

namespace factline::diagram {

namespace fs = std::filesystem;

namespace {
constexpr std::uintmax_t largest = std::uintmax_t{64} * 1024 * 1024;
}

fs::path sidecarOf(const fs::path& file) {
    std::string name = file.filename().string();
    for (const std::string_view ending : {".factline.yaml", ".factline.yml", ".yaml", ".yml"}) {
        if (!name.ends_with(ending)) continue;
        name.resize(name.size() - ending.size());
        break;
    }
    return file.parent_path() / (name + ".layout.json");
}

Result<Positions> readPositions(const fs::path& sidecar) {
    const auto inFile = [&](const Phrase& reason) {
        return failure(ErrorCode::Unreadable,
                       Phrase::of("{}: {} Mend the file, or delete it for a layout from scratch.",
                                  sidecar.string(), reason));
    };
    std::error_code error;
    if (!fs::exists(sidecar, error)) return Positions{};
    if (!fs::is_regular_file(sidecar, error)) return inFile(Phrase::of("It is no file."));
    if (fs::file_size(sidecar, error) > largest)
        return inFile(Phrase::of("It is larger than positions can be."));
    std::ifstream stream(sidecar, std::ios::binary);
    const std::string text(std::istreambuf_iterator<char>(stream), {});
    if (!stream && text.empty()) return inFile(Phrase::of("It cannot be opened."));
    auto positions = parsePositions(text);
    if (!positions) return inFile(positions.error().message);
    return positions;
}

} // namespace factline::diagram
