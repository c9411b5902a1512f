// SPDX-License-Identifier: Apache-2.0
#include "cli/words.h"

#include <CLI/CLI.hpp>

namespace factline::cli {

void Words::required(const std::string& name, std::string& into, const std::string& help) {
    m_app.add_option(name, into, help)->required();
}

void Words::text(const std::string& name, std::string& into, const std::string& help) {
    m_app.add_option(name, into, help);
}

void Words::choice(const std::string& name, std::string& into, const std::vector<std::string>& allowed,
                   const std::string& help) {
    m_app.add_option(name, into, help)->check(CLI::IsMember(allowed));
}

void Words::list(const std::string& name, std::vector<std::string>& into, const std::string& help) {
    m_app.add_option(name, into, help)->delimiter(',');
}

void Words::each(const std::string& name, std::vector<std::string>& into, const std::string& help) {
    m_app.add_option(name, into, help)->allow_extra_args(false);
}

void Words::flag(const std::string& name, bool& into, const std::string& help) {
    m_app.add_flag(name, into, help);
}

void Words::count(const std::string& name, std::size_t& into, const std::string& help,
                  const std::string& with) {
    m_app.add_option(name, into, help)->check(CLI::NonNegativeNumber)->needs(m_app.get_option(with));
}

void Words::number(const std::string& name, std::optional<double>& into, double low, double high,
                   const std::string& help) {
    m_app.add_option(name, into, help)->check(CLI::Range(low, high));
}

} // namespace factline::cli
