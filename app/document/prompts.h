// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <functional>

#include <QString>

namespace factline::document {

/// How any room tells the user something or asks without a dialog of its own; the window answers, and a test
/// can.
class Prompts {
public:
    virtual ~Prompts() = default;

    /// Says something that stays until it is dealt with or put away; never in the way of work.
    virtual void notice(const QString& text) = 0;
    /// Says in passing what was done; `action` ("Undo") is offered for a few seconds.
    virtual void toast(const QString& text, const QString& action = {}, std::function<void()> act = {}) = 0;
    /// Opens a page of the help ("rules/fact-unowned", "help/first-steps").
    virtual void showPage(const QString& page) = 0;
};

} // namespace factline::document
