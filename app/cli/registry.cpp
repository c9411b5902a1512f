// SPDX-License-Identifier: Apache-2.0
#include <array>

#include "cli/command.h"

namespace factline::cli {

Action declareCheck(Words& words);
Action declareClassifyEvents(Words& words);
Action declareCompare(Words& words);
Action declareFormat(Words& words);
Action declareFreshness(Words& words);
Action declareGenerate(Words& words);
Action declareNew(Words& words);
Action declareRules(Words& words);
Action declareSchema(Words& words);

namespace {

constexpr std::array registry{
    Command{"check", "read a model and say what is wrong with it", declareCheck},
    Command{"classify-events", "say of event names on stdin what each tells, and whether in the past",
            declareClassifyEvents},
    Command{"compare", "say what is different between two models, element by element", declareCompare},
    // A program of its own: what draws loads Qt, which would cost every other command most of its start.
    Command{"diagram", "draw how facts travel, in the format that the file's name says", nullptr,
            "factline-diagram"},
    Command{"format", "bring a model into its canonical form, comments kept", declareFormat},
    Command{"freshness",
            "say which freshness promises can be kept, and where the time goes; exit 1 where not all are",
            declareFreshness},
    Command{"generate", "write outbox schemas and consumer stubs", declareGenerate},
    Command{"new", "write a small starter model", declareNew},
    Command{"report", "write the review document: findings, questions, promises, what has changed", nullptr,
            "factline-diagram"},
    Command{"rules", "list the rules, or show the page of one", declareRules},
    Command{"schema", "print the contract language's JSON Schema or reference page", declareSchema},
    Command{"verify", "say whether a live database is as the model has it, and how fresh", nullptr,
            "factline-verify"},
};

} // namespace

std::span<const Command> commands() {
    return registry;
}

} // namespace factline::cli
