// SPDX-License-Identifier: Apache-2.0
// For tests that run what is generated:
//   generate_files MODEL FOLDER [TARGET...]   writes what a model gives to a folder
//   generate_files --random COUNT FOLDER      the same for random models, whose stores are all PostgreSQL
// FACTLINE_TEST_TEMPLATES is a folder of templates that replace ours, file by file.
#include <cstdio>
#include <cstdlib>

#include "contract/read.h"
#include "generate/generate.h"
#include "generate/write.h"
#include "support/model_generator.h"

using namespace factline;

namespace {

int fail(const std::string& message) {
    std::fprintf(stderr, "%s\n", message.c_str());
    return 2;
}

int writeRandom(unsigned count, const std::filesystem::path& folder) {
    for (unsigned seed = 0; seed < count; ++seed) {
        Model model = testing::models()(rc::Random(seed), 40).value();
        for (auto& shared : model.contexts) {
            Context context = *shared;
            context.store = Store::PostgreSql;
            context.publishing.reset();
            context.kind = ContextKind::Core;
            // Make sure that there is something to publish, whatever the names are.
            if (!context.channels.empty())
                for (auto& event : context.events) {
                    Event published = *event;
                    published.publishing.reset();
                    published.channel = {context.name, context.channels.front()->name};
                    event = published;
                }
            shared = context;
        }
        const auto output = generate::generate(Lookup(model), {}, generate::Templates());
        if (!output) return fail(output.error().message);
        const auto written = generate::writeFiles(folder / std::to_string(seed), output->files);
        if (!written) return fail(written.error().message);
    }
    return 0;
}

} // namespace

int main(int argc, char** argv) {
    if (argc < 3) return 2;
    if (argc == 4 && std::string_view(argv[1]) == "--random")
        return writeRandom(static_cast<unsigned>(std::stoul(argv[2])), argv[3]);
    const auto read = contract::readModel(argv[1]);
    if (!read || !read->problems.empty())
        return fail(read ? toString(read->problems.front()) : read.error().message.english());
    generate::Options options;
    for (int i = 3; i < argc; ++i)
        options.targets.emplace_back(argv[i]);
    const Lookup lookup(read->model);
    const char* replaced = std::getenv("FACTLINE_TEST_TEMPLATES");
    const auto templates =
        replaced ? generate::readTemplates(replaced) : Result<generate::Templates>(generate::Templates());
    if (!templates) return fail(templates.error().message);
    const auto output = generate::generate(lookup, options, *templates);
    if (!output) return fail(output.error().message);
    for (const auto& omission : output->omitted)
        std::printf("%s (%s): %s: %s\n", omission.partly ? "note" : "left out", omission.target.c_str(),
                    toString(omission.element).c_str(), omission.reason.english().c_str());
    const auto written = generate::writeFiles(argv[2], output->files);
    if (!written) return fail(written.error().message);
    for (const auto& file : *written)
        std::printf("%s %s%s%s\n", std::string(word(file.fate)).c_str(), file.path.c_str(),
                    file.note.empty() ? "" : ": ", file.note.english().c_str());
    return 0;
}
