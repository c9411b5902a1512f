// SPDX-License-Identifier: Apache-2.0
#include "generate/document_text.h"

#include <rapidcheck.h>

#include <QTest>

using namespace factline::generate;
using Json = nlohmann::ordered_json;

namespace {

/// Plain words, what has to be escaped, letters of any script, and bytes that are none.
rc::Gen<std::string> anyText() {
    const auto piece = rc::gen::elementOf(std::vector<std::string>{"word", " ", "\"", "\\", "/", "\n", "\t",
                                                                   "\b", std::string(1, '\0'), "\x1f", "\x7f",
                                                                   "ä", "中", "😀", "\xff", "\xe4\xb8"});
    return rc::gen::map(rc::gen::container<std::vector<std::string>>(piece),
                        [](const std::vector<std::string>& all) {
                            std::string text;
                            for (const std::string& each : all)
                                text += each;
                            return text;
                        });
}

rc::Gen<Json> anyDocument(int deep) {
    const auto leaf =
        rc::gen::oneOf(rc::gen::map(anyText(), [](const std::string& text) { return Json(text); }),
                       rc::gen::map(rc::gen::resize(rc::kNominalSize, rc::gen::arbitrary<std::int64_t>()),
                                    [](std::int64_t number) { return Json(number); }),
                       rc::gen::elementOf(std::vector<Json>{nullptr, true, false, 0.5, 1e300, Json::array(),
                                                            Json::object()}));
    if (deep == 0) return leaf;
    const auto inner = rc::gen::lazy([deep] { return anyDocument(deep - 1); });
    return rc::gen::oneOf(leaf,
                          rc::gen::map(rc::gen::container<std::vector<Json>>(inner),
                                       [](const std::vector<Json>& all) { return Json(all); }),
                          rc::gen::map(rc::gen::container<std::vector<std::pair<std::string, Json>>>(
                                           rc::gen::pair(anyText(), inner)),
                                       [](const std::vector<std::pair<std::string, Json>>& all) {
                                           Json object = Json::object();
                                           for (const auto& [key, value] : all)
                                               object[key] = value;
                                           return object;
                                       }));
}

} // namespace

/// Documents come out as the library writes them, byte for byte.
class TestDocumentText : public QObject {
    Q_OBJECT
private slots:
    void isWhatTheLibraryWrites();
};

void TestDocumentText::isWhatTheLibraryWrites() {
    QVERIFY(rc::check([] {
        constexpr int few = 6; // of each list at the most: there are lists in lists
        const Json document = *rc::gen::resize(few, anyDocument(3));
        RC_ASSERT(documentText(document) == document.dump(2, ' ', false, Json::error_handler_t::replace));
    }));
}

QTEST_APPLESS_MAIN(TestDocumentText)
#include "tst_document_text.moc"
