// SPDX-License-Identifier: Apache-2.0
#include "contract/writing/text_patch.h"

#include <algorithm>
#include <tuple>

namespace factline::contract {

std::optional<std::string> patched(std::string_view text, std::uint32_t file, std::uint32_t begin,
                                   std::uint32_t end, std::vector<TextPatch> patches) {
    std::erase_if(patches,
                  [&](const TextPatch& p) { return p.file != file || p.begin < begin || p.end > end; });
    std::ranges::stable_sort(patches, {},
                             [](const TextPatch& p) { return std::tuple(p.begin, p.end != p.begin); });
    std::string out;
    std::uint32_t at = begin;
    for (const TextPatch& patch : patches) {
        if (patch.begin < at) return std::nullopt;
        out.append(text.substr(at, patch.begin - at)).append(patch.text);
        at = patch.end;
    }
    return out.append(text.substr(at, end - at));
}

} // namespace factline::contract
