// SPDX-License-Identifier: Apache-2.0
#include "generate/write_steps.h"

#include <algorithm>
#include <atomic>

#include "base/in_parallel.h"
#include "generate/store_file.h"

namespace factline::generate {

namespace fs = std::filesystem;

namespace {

constexpr std::size_t stretchLength = 64; ///< files in a row mostly lie in one folder

} // namespace

Carried carryOut(const fs::path& folder, const std::vector<Step>& steps, const Watch& watch) {
    Carried carried{std::vector<char>(steps.size(), 0), std::nullopt};
    std::vector<std::size_t> writing;
    std::vector<std::size_t> removing;
    for (std::size_t i = 0; i < steps.size(); ++i) {
        if (steps[i].content)
            writing.push_back(i);
        else if (steps[i].remove)
            removing.push_back(i);
        else
            carried.done[i] = 1;
    }
    const std::size_t all = writing.size() + removing.size();
    std::atomic<std::size_t> count = 0;
    std::atomic<bool> broken = false;
    const std::size_t stretches = (writing.size() + stretchLength - 1) / stretchLength;
    std::vector<std::optional<Error>> problems(stretches);
    std::vector<StoreFolder> folders(workersFor(stretches), StoreFolder(folder));
    const auto goesOn = [&] { return !broken && !watch.stop.stop_requested(); };
    const auto tell = [&] {
        if (watch.progress) watch.progress(++count, all);
    };
    inParallel(stretches, [&](std::size_t stretch, std::size_t worker) {
        const std::size_t end = std::min((stretch + 1) * stretchLength, writing.size());
        for (std::size_t at = stretch * stretchLength; at < end && goesOn(); ++at) {
            const Step& step = steps[writing[at]];
            const auto done = folders[worker].write(step.file.path, *step.content);
            if (!done) {
                problems[stretch] = done.error();
                broken = true;
                return;
            }
            carried.done[writing[at]] = 1;
            tell();
        }
    });
    // A folder that becomes empty goes too: not while somebody writes beside it.
    for (const std::size_t i : removing) {
        if (!goesOn()) break;
        if (const auto done = StoreFolder(folder).remove(steps[i].file.path); !done) {
            problems.emplace_back(done.error());
            broken = true;
            break;
        }
        carried.done[i] = 1;
        tell();
    }
    const auto first =
        std::ranges::find_if(problems, [](const auto& problem) { return problem.has_value(); });
    if (first != problems.end())
        carried.problem = **first;
    else if (std::ranges::find(carried.done, 0) != carried.done.end())
        carried.problem = Error{ErrorCode::Cancelled, Phrase::of("Writing was cancelled.")};
    return carried;
}

} // namespace factline::generate
