// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <memory>
#include <utility>

namespace factline {

/// An immutable value that copies share. The only pointer allowed inside domain data: copying a Model
/// copies pointers, and equality takes the short way where both sides share one value.
template<typename T>
class Shared {
public:
    Shared()
        : m_value(empty()) {}
    Shared(T value)
        : m_value(std::make_shared<const T>(std::move(value))) {} // NOLINT: implicit on purpose

    const T& operator*() const { return *m_value; }
    const T* operator->() const { return m_value.get(); }
    const T* get() const { return m_value.get(); }

    /// True where both hold the very same object, hence equal without looking.
    bool same(const Shared& other) const { return m_value == other.m_value; }

    bool operator==(const Shared& other) const { return same(other) || *m_value == *other.m_value; }

private:
    static const std::shared_ptr<const T>& empty() {
        static const auto value = std::make_shared<const T>();
        return value;
    }
    std::shared_ptr<const T> m_value;
};

} // namespace factline
