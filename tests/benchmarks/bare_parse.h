// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <cstddef>
#include <istream>

#include <yaml-cpp/eventhandler.h>
#include <yaml-cpp/parser.h>

namespace factline::benchmarks {

/// Counts scalars and keeps nothing: the least that anybody who reads YAML by yaml-cpp has to do.
struct ScalarCount final : YAML::EventHandler {
    void OnDocumentStart(const YAML::Mark&) override {}
    void OnDocumentEnd() override {}
    void OnNull(const YAML::Mark&, YAML::anchor_t) override {}
    void OnAlias(const YAML::Mark&, YAML::anchor_t) override {}
    void OnScalar(const YAML::Mark&, const std::string&, YAML::anchor_t, const std::string&) override {
        ++scalars;
    }
    void OnSequenceStart(const YAML::Mark&, const std::string&, YAML::anchor_t,
                         YAML::EmitterStyle::value) override {}
    void OnSequenceEnd() override {}
    void OnMapStart(const YAML::Mark&, const std::string&, YAML::anchor_t,
                    YAML::EmitterStyle::value) override {}
    void OnMapEnd() override {}
    std::size_t scalars = 0;
};

/// Parses one document to its events; gives the number of scalars.
inline std::size_t bareParse(std::istream& stream) {
    YAML::Parser parser(stream);
    ScalarCount handler;
    parser.HandleNextDocument(handler);
    return handler.scalars;
}

} // namespace factline::benchmarks
