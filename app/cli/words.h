// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <cstddef>
#include <optional>
#include <string>
#include <vector>

namespace CLI {
class App;
}

namespace factline::cli {

/// The words that one subcommand takes. The only door to the parser library: commands bind their options
/// here. A name is `MODEL` for a word that stands by its place, `-o,--output` for an option. What is bound
/// keeps its value where the word is not given, and must live as long as the parser.
class Words {
public:
    explicit Words(CLI::App& app)
        : m_app(app) {}

    /// A text that has to be given.
    void required(const std::string& name, std::string& into, const std::string& help);
    /// A text that may be given.
    void text(const std::string& name, std::string& into, const std::string& help);
    /// One of some words.
    void choice(const std::string& name, std::string& into, const std::vector<std::string>& allowed,
                const std::string& help);
    /// Several texts, separated by commas.
    void list(const std::string& name, std::vector<std::string>& into, const std::string& help);
    /// A text that may be given several times.
    void each(const std::string& name, std::vector<std::string>& into, const std::string& help);
    /// There or not.
    void flag(const std::string& name, bool& into, const std::string& help);
    /// A whole number from 0 on; makes sense only together with the option `with`.
    void count(const std::string& name, std::size_t& into, const std::string& help, const std::string& with);
    /// A number between two bounds, both included.
    void number(const std::string& name, std::optional<double>& into, double low, double high,
                const std::string& help);

private:
    CLI::App& m_app;
};

} // namespace factline::cli
