// SPDX-License-Identifier: Apache-2.0
#include "lint/fingerprint.h"

#include <cstdint>
#include <fmt/format.h>

namespace factline::lint {

namespace {

class Hash {
public:
    void add(std::string_view text) {
        for (const char c : text)
            addByte(static_cast<unsigned char>(c));
        addByte(0); // "ab" and "c" are not "a" and "bc"
    }
    std::uint64_t value() const { return m_value; }

private:
    void addByte(unsigned char byte) { m_value = (m_value ^ byte) * 0x100000001b3U; }

    std::uint64_t m_value = 0xcbf29ce484222325U;
};

} // namespace

std::string fingerprint(const Finding& finding) {
    Hash hash;
    hash.add(finding.rule);
    hash.add(toString(finding.element));
    hash.add(finding.claim);
    if (finding.field.starts_with("payload.")) hash.add(finding.field);
    return fmt::format("{:016x}", hash.value());
}

} // namespace factline::lint
