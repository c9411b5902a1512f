// SPDX-License-Identifier: Apache-2.0
#include "panels/inspector/element_form.h"
#include "panels/inspector/inspector_panel.h"
#include "panels/yaml/note_list.h"
#include "panels/yaml/yaml_editor.h"
#include "user.h"

using namespace factline;
using namespace factline::testing;

namespace {

/// 500 contexts in a chain, each with 20 events, four facts and one view of the next context's first event.
std::string tenThousandEvents() {
    std::string text = "factline: 1\nmodel: Huge\ncontexts:\n";
    const auto number = [](int i) { return std::to_string(i); };
    const auto event = [&](int context, int i) {
        return "Area" + number(context) + "Fact" + number(i) + "Changed";
    };
    for (int context = 0; context < 500; ++context) {
        text += "  area-" + number(context) + ":\n    facts:\n";
        for (int i = 0; i < 4; ++i)
            text += "      fact-" + number(i) + ": {}\n";
        text += "    events:\n";
        for (int i = 0; i < 20; ++i)
            text += "      " + event(context, i) + ": {announces: [fact-" + number(i % 4) + "]}\n";
        const std::string next = "area-" + number(context + 1);
        if (context < 499)
            text += "    views:\n      view: {shows: [" + next + "/fact-0], fedBy: {" + next + "/" +
                    event(context + 1, 0) + ": {}}}\n";
    }
    return text;
}

/// Ms for which the window may be away in one go while that model comes up, and while somebody works with it:
/// see User::patience.
constexpr double awayToOpen = 500;
constexpr double awayAtWork = 250;

/// Whether the YAML panel comes to show this text of a file, whatever ends its lines.
bool isBeside(User& user, QString text) {
    text.replace(QLatin1String("\r\n"), QLatin1String("\n")).replace('\r', '\n');
    user.window->docks().show("yaml");
    auto* editor = user.window->docks().panel("yaml")->findChild<panels::YamlEditor*>();
    return QTest::qWaitFor([&] { return editor->isVisible() && editor->text() == text; }, 20'000);
}

/// Waits for the answer to what has been done, and holds the window to listening meanwhile.
void listens(User& user, const char* doing) {
    user.settle();
    const Watchdog::Turn away = user.watchdog.longest();
    qInfo("%s: away for %.0f ms of the processor, from %s on", doing, away.took, qPrintable(away.began));
    QVERIFY2(away.took < awayAtWork, doing);
}

} // namespace

/// Files that others would break on open as far as they can be read, say what is wrong, and are not touched.
class HardFiles : public QObject {
    Q_OBJECT
private slots:
    void tenThousandEventsOpen();
    void errorsAreShownBesideWhatIsRight();
    void noYamlAtAll_data();
    void noYamlAtAll();
};

void HardFiles::tenThousandEventsOpen() {
    User user;
    user.patience = awayToOpen;
    const auto file = user.place.file("huge.factline.yaml");
    const std::string text = tenThousandEvents();
    write(file, text);
    user.choose(file, Qt::Key_O, Qt::ControlModifier);
    QTRY_VERIFY_WITH_TIMEOUT(user.document().isOpen() && !user.window->busy(), 300'000);
    QTRY_VERIFY(user.canvas().hasDiagram());
    QCOMPARE(user.window->noticed(), QString());
    QCOMPARE(user.canvas().diagram().contexts.size(), std::size_t(500));
    QCOMPARE(user.canvas().diagram().nodes.size(), std::size_t(500 * 24 + 499));
    user.picture("huge");

    // One of them is found, renamed, explained, and all of it taken back; the window listens all the time.
    user.press(Qt::Key_P, Qt::ControlModifier);
    user.settle();
    (void)user.watchdog.longest();
    user.find("Area250Fact7Changed");
    listens(user, "select");
    QTRY_COMPARE(user.selected(), QString("event area-250/Area250Fact7Changed"));
    (void)user.watchdog.longest();
    user.say(Qt::Key_F2, "FactSevenChanged");
    listens(user, "rename");
    QVERIFY(user.id("event area-250/FactSevenChanged"));
    user.panel<panels::InspectorPanel>("inspector").form()->focusOn("means");
    (void)user.watchdog.longest();
    user.enter("The seventh of them.");
    listens(user, "type");
    QVERIFY(user.text().contains("The seventh of them."));
    for (int i = user.steps(); i > 0; --i) {
        (void)user.watchdog.longest();
        user.press(Qt::Key_Z, Qt::ControlModifier);
        listens(user, "undo");
    }
    QCOMPARE(user.text().toStdString(), text);
    QCOMPARE(read(file), text);
    QVERIFY(isBeside(user, QString::fromStdString(text)));
}

void HardFiles::errorsAreShownBesideWhatIsRight() {
    User user;
    const auto file = user.place.file("wrong.factline.yaml");
    const std::string text = tiny + R"(      OrderLost: {announces: [nothing-of-the-kind], colour: red}
    views:
      open-orders: {shows: [order], fedBy: {elsewhere/NeverHeardOf: {}}}
      open-orders: {shows: [order]}
  "":
    facts: {"": {}}
)";
    write(file, text);
    user.choose(file, Qt::Key_O, Qt::ControlModifier);
    user.settle();
    QVERIFY(user.places().contains("event orders/OrderPlaced")); // what is right is drawn
    const auto& findings = user.window->judge().latest()->findings;
    const auto& problems = user.document().snapshot()->base->problems;
    QStringList said;
    for (const Finding& finding : findings)
        said += QString::fromStdString(finding.message);
    for (const auto& problem : problems)
        said += QString::fromStdString(problem.message.english());
    // What is wrong, a name that is there twice and those that are missing as well.
    for (const char* wrong : {"nothing-of-the-kind", "colour", "elsewhere/NeverHeardOf",
                              "orders/open-orders is taken: there are two views of it",
                              "context without a name", "fact without a name"})
        QVERIFY2(!said.filter(wrong).isEmpty(), qPrintable(QString(wrong) + '\n' + said.join('\n')));
    // The text stands beside it as it was written, and says what could not be read.
    QVERIFY(isBeside(user, QString::fromStdString(text)));
    const auto* notes = user.window->docks().panel("yaml")->findChild<panels::NoteList*>();
    QTRY_COMPARE(static_cast<std::size_t>(notes->model()->rowCount()), problems.size());
    QVERIFY(notes->isVisible() && !problems.empty());
    user.picture("wrong");
    user.press(Qt::Key_F8);
    user.press(Qt::Key_F8);
    QCOMPARE(user.steps(), 0);
    QCOMPARE(read(file), text);
}

void HardFiles::noYamlAtAll_data() {
    QTest::addColumn<QByteArray>("bytes");
    QTest::newRow("nothing") << QByteArray();
    QTest::newRow("a list that never ends") << QByteArray("factline: 1\ncontexts: [a, b");
    QTest::newRow("tabs") << QByteArray("factline: 1\n\tmodel: x\n");
    QTest::newRow("a picture") << QByteArray("\x89PNG\r\n\x1a\n\0\0\0\rIHDR\xff\xfe", 18);
    QTest::newRow("deep") << QByteArray(20'000, '[');
}

void HardFiles::noYamlAtAll() {
    QFETCH(QByteArray, bytes);
    User user;
    const auto file = user.place.file("none.factline.yaml");
    write(file, bytes.toStdString());
    user.choose(file, Qt::Key_O, Qt::ControlModifier);
    QTRY_VERIFY_WITH_TIMEOUT(!user.window->noticed().isEmpty(), 20'000);
    QTRY_VERIFY_WITH_TIMEOUT(!user.window->busy(), 20'000);
    QVERIFY2(user.window->noticed().contains("none.factline.yaml"), qPrintable(user.window->noticed()));
    QCOMPARE(read(file), bytes.toStdString());
    if (user.document().isOpen()) QVERIFY(isBeside(user, QString::fromUtf8(bytes)));
    QCOMPARE(read(file), bytes.toStdString());
    user.activate();
    user.press(Qt::Key_N, Qt::ControlModifier); // and the next model is none the worse
    QTRY_VERIFY(!user.windows.all().empty());
}

QTEST_MAIN(HardFiles)
#include "tst_hard_files.moc"
