// SPDX-License-Identifier: Apache-2.0
#include "lint/run.h"

#include "lint/looking.h"
#include "lint/presets.h"

namespace factline::lint {

Outcome inspect(const Lookup& lookup, const Options& options) {
    Survey survey(lookup, options.everyStage ? *options.everyStage : lookup);
    std::vector<Objection> objections;
    for (const Located& located : lookup.all()) {
        lookAt(located, survey, objections);
        for (Dangling& dangling : danglingOf(survey, located))
            survey.dangling.push_back(std::move(dangling));
    }
    for (Dangling& dangling : danglingOfRoot(survey))
        survey.dangling.push_back(std::move(dangling));
    for (const Look& look : looksAtModel())
        lookAtModel(look, survey, objections);
    return settle(std::move(objections), survey, options);
}

std::vector<Finding> run(const Lookup& lookup, const Options& options) {
    return inspect(lookup, options).findings;
}

std::vector<std::string> presetNames() {
    std::vector<std::string> names;
    for (const Preset& preset : presets())
        names.emplace_back(preset.name);
    return names;
}

} // namespace factline::lint
