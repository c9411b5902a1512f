// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <ostream>
#include <string>
#include <string_view>
#include <thread>

namespace factline::cli {

/// How a run ends, as scripts see it.
enum ExitCode : int {
    Clean = 0,    ///< nothing to object to
    Objected = 1, ///< findings or differences at or above the limit; or the work could not be done
    Misread = 2,  ///< wrong usage, or problems in reading
};

/// Where a command reads and writes; given in, so that tests see everything a user would.
struct Console {
    std::istream& in;
    std::ostream& out;
    std::ostream& err;
    bool colour = false; ///< `out` is a terminal and NO_COLOR is not set
};

/// The styles of text on a terminal.
enum class Style { Error, Warning, Hint, Quiet, Bold };

/// `text` in a style where the console has colours, else as it is.
std::string styled(const Console& console, Style style, std::string_view text);

/// "1 line", "2 lines", "0 lines".
std::string counted(std::size_t count, std::string_view one);

/// Tells somebody who waits at a terminal what takes so long: on stderr, once, after a second. Ends with the
/// work.
class Patience {
public:
    explicit Patience(std::string_view work);
    ~Patience();
    Patience(const Patience&) = delete;
    Patience& operator=(const Patience&) = delete;

private:
    std::jthread m_waiting;
};

} // namespace factline::cli
