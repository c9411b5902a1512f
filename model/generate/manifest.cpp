// SPDX-License-Identifier: Apache-2.0
#include "generate/manifest.h"

#include <fmt/format.h>
#include <nlohmann/json.hpp>

#include "generate/store_file.h"

namespace factline::generate {

Result<Manifest> parseManifest(std::string_view text) {
    if (text.empty()) return Manifest{};
    const auto broken = [] {
        return failure(
            ErrorCode::Unreadable,
            Phrase::of("{} in the output folder is no manifest of format 1. Restore it from version "
                       "control; or remove it, and what was generated will be seen as yours.",
                       manifestName));
    };
    const auto json = nlohmann::json::parse(text, nullptr, false);
    if (!json.is_object() || json.value("format", nlohmann::json()) != 1) return broken();
    const auto files = json.find("files");
    if (files == json.end() || !files->is_object()) return broken();
    Manifest manifest;
    if (const auto model = json.find("model"); model != json.end()) {
        if (!model->is_string()) return broken();
        manifest.model = model->get<std::string>();
    }
    for (const auto& [path, hash] : files->items()) {
        if (!staysInside(path))
            return failure(
                ErrorCode::Unreadable,
                Phrase::of("{} in the output folder names \"{}\", which leads out of it. Restore it "
                           "from version control; or remove it, and what was generated will be "
                           "seen as yours.",
                           manifestName, path));
        if (!hash.is_string()) return broken();
        manifest.files.emplace(path, hash.get<std::string>());
    }
    return manifest;
}

std::string renderManifest(const Manifest& manifest) {
    const auto quoted = [](const std::string& word) {
        return nlohmann::json(word).dump(-1, ' ', false, nlohmann::json::error_handler_t::replace);
    };
    std::string text = "{\n  \"format\": 1,\n";
    if (!manifest.model.empty()) text += fmt::format("  \"model\": {},\n", quoted(manifest.model));
    text += "  \"files\": {";
    bool first = true;
    for (const auto& [path, hash] : manifest.files) {
        text += fmt::format("{}\n    {}: \"{}\"", first ? "" : ",", quoted(path), hash);
        first = false;
    }
    return text + (first ? "}\n}\n" : "\n  }\n}\n");
}

} // namespace factline::generate
