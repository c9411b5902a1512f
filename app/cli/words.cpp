// SPDX-License-Identifier: Apache-2.0
#include "cli/words.h"

#include <CLI/CLI.hpp>

namespace factline::cli {

namespace {

/// An empty word is mostly a variable of a script that was not set.
const CLI::Validator notEmpty([](const std::string& text) { return text.empty() ? "nothing is given" : ""; },
                              "");

std::string objectionToCount(const std::string& text) {
    const bool digits = !text.empty() && text.find_first_not_of("0123456789") == std::string::npos;
    return digits ? std::string() : "'" + text + "' is no whole number from 0 on";
}

} // namespace

void Words::required(const std::string& name, std::string& into, const std::string& help) {
    m_app.add_option(name, into, help)->required();
}

void Words::text(const std::string& name, std::string& into, const std::string& help) {
    m_app.add_option(name, into, help)->check(notEmpty);
}

void Words::choice(const std::string& name, std::string& into, const std::vector<std::string>& allowed,
                   const std::string& help) {
    m_app.add_option(name, into, help)->check(notEmpty)->check(CLI::IsMember(allowed));
}

void Words::list(const std::string& name, std::vector<std::string>& into, const std::string& help) {
    m_app.add_option(name, into, help)->delimiter(',')->check(notEmpty);
}

void Words::each(const std::string& name, std::vector<std::string>& into, const std::string& help) {
    m_app.add_option(name, into, help)->allow_extra_args(false)->check(notEmpty);
}

void Words::flag(const std::string& name, bool& into, const std::string& help) {
    m_app.add_flag(name, into, help);
}

void Words::count(const std::string& name, std::size_t& into, const std::string& help,
                  const std::string& with) {
    m_app.add_option(name, into, help)
        ->check(CLI::Validator(objectionToCount, ""))
        ->needs(m_app.get_option(with));
}

void Words::number(const std::string& name, std::optional<double>& into, double low, double high,
                   const std::string& help) {
    m_app.add_option(name, into, help)->check(CLI::Range(low, high));
}

} // namespace factline::cli
