// SPDX-License-Identifier: Apache-2.0
#include "contract/form/form.h"
#include "support/fails_after.h"
#include "user.h"

using namespace factline;
using namespace factline::testing;
using contract::FormField;
using contract::Notation;

/// Who changes one field finds one changed line in git, whatever the field and the hand that wrote the file.
class OneLine : public QObject {
    Q_OBJECT
private slots:
    void everyFieldOfTheExamples_data();
    void everyFieldOfTheExamples();
    void aFullDiskTakesNothing();
};

namespace {

/// Another value for a field that has one, as somebody would type it; empty: this is no field of one value.
std::string another(const FormField& field, const std::string& now) {
    const auto either = [&](const char* one, const char* other) { return now == one ? other : one; };
    switch (field.notation) {
    case Notation::Text:
        return "Something else";
    case Notation::Flag:
        return either("true", "false");
    case Notation::Word:
        for (const std::string_view word : field.words)
            if (word != now) return std::string(word);
        return {};
    case Notation::Whole:
        return either("7", "8");
    case Notation::Duration:
        return either("7s", "8s");
    case Notation::Rate:
        return either("7/s", "8/s");
    case Notation::Share:
        return either("97%", "98%");
    case Notation::Date:
        return either("2031-03-31", "2031-04-01");
    default:
        return {};
    }
}

/// Nothing where git shows one line: another one, or one that is gone because it says no more than holds
/// anyhow.
QString differenceOf(const std::string& before, const std::string& after) {
    QStringList old = QString::fromStdString(before).split('\n');
    QStringList now = QString::fromStdString(after).split('\n');
    while (!old.isEmpty() && !now.isEmpty() && old.front() == now.front()) {
        old.removeFirst();
        now.removeFirst();
    }
    while (!old.isEmpty() && !now.isEmpty() && old.back() == now.back()) {
        old.removeLast();
        now.removeLast();
    }
    if (old.size() == 1 && now.size() <= 1) return {};
    return QStringLiteral("- %1\n+ %2")
        .arg(old.join(QStringLiteral("\n- ")), now.join(QStringLiteral("\n+ ")));
}

/// Another value in one place of what a field says: an entry of a list, a cell of a table, a key of a group.
/// Nothing where it has no such place.
std::optional<contract::Tree> withAnother(const FormField& field, contract::Tree value) {
    using Kind = contract::Tree::Kind;
    const auto scalar = [](contract::Tree& place, std::string text) {
        if (text.empty()) return false;
        place = contract::typed(std::move(text));
        return true;
    };
    // The first place at which `inside` finds something to say.
    const auto anywhere = [&](const std::vector<FormField>& inside, contract::Tree& of) {
        for (auto& entry : of.entries)
            for (const FormField& each : inside)
                if (each.key == entry.key || (each.key.empty() && &each == &inside.back()))
                    if (auto changed = withAnother(each, entry.value)) {
                        entry.value = std::move(*changed);
                        return true;
                    }
        return false;
    };
    bool found = false;
    switch (field.notation) {
    case Notation::Reference:
        found = value.kind != Kind::Sequence && value.kind != Kind::Mapping &&
                scalar(value, "elsewhere/Something");
        break;
    case Notation::Lag:
        for (auto& entry : value.entries)
            if (!found && (entry.key == "p50" || entry.key == "fixed")) found = scalar(entry.value, "1ms");
        break;
    case Notation::List:
        if (!value.items.empty())
            if (auto changed = withAnother(field.inside.front(), value.items.front())) {
                value.items.front() = std::move(*changed);
                found = true;
            }
        break;
    case Notation::Group:
        found = anywhere(field.inside, value);
        break;
    case Notation::Rows:
        for (auto& row : value.entries) // by name
            if (!found) {
                contract::Tree cells = row.value;
                if (cells.kind == Kind::Mapping) {
                    found = anywhere(field.inside, cells);
                } else if (auto changed = withAnother(field.inside.back(), cells)) {
                    cells = std::move(*changed);
                    found = true;
                }
                row.value = std::move(cells);
            }
        for (auto& row : value.items)
            if (!found) found = anywhere(field.inside, row);
        break;
    default:
        found = (value.kind == Kind::Text || value.kind == Kind::Word) &&
                scalar(value, another(field, contract::onOneLine(value)));
        break;
    }
    return found ? std::optional(std::move(value)) : std::nullopt;
}

/// The element with another value in this field.
template<typename T>
std::optional<edit::Edit> change(const T& element, const FormField& field, const std::string& context) {
    const auto now = contract::fieldOf(element, field.key, context);
    if (!now) return std::nullopt; // a new field is a new line
    const auto value = withAnother(field, *now);
    if (!value) return std::nullopt;
    auto changed = contract::withField(element, field.key, *value, context);
    if (!changed) return std::nullopt;
    return edit::ReplaceElement{std::move(*changed)};
}

} // namespace

void OneLine::everyFieldOfTheExamples_data() {
    QTest::addColumn<QString>("name");
    for (const QString& name :
         QDir(QStringLiteral(FACTLINE_SOURCE_DIR "/examples")).entryList({"*.factline.yaml"}))
        QTest::newRow(qPrintable(name)) << name;
}

void OneLine::everyFieldOfTheExamples() {
    QFETCH(QString, name);
    User user;
    user.patience = 20'000; // what the test compares of each field is in it
    const auto file = user.place.file(qPrintable(name));
    const std::string before =
        read(std::filesystem::path(FACTLINE_SOURCE_DIR "/examples") / name.toStdString());
    write(file, before);
    user.open(file);
    document::Document model; // all of them without a window, some of them at it
    model.show(*document::openFile(file));
    const auto state = user.document().snapshot(); // the pointers stay good
    const Lookup lookup(state->model);
    int fields = 0;
    std::map<Notation, int> kinds;
    for (const Located& located : lookup.all()) {
        const std::string context = located.context ? located.context->name : std::string();
        for (const FormField& field : contract::formOf(located.key.kind)) {
            const auto edit = std::visit(
                [&](const auto* element) { return change(*element, field, context); }, located.element);
            if (!edit) continue;
            ++kinds[field.notation];
            const auto what = User::nameOf(located.key) + QLatin1Char(' ') +
                              QString::fromUtf8(field.key.data(), static_cast<qsizetype>(field.key.size()));
            QVERIFY2(model.apply(*edit), qPrintable(what));
            const std::string text = *model.text()->files.front().text;
            const QString differs = differenceOf(before, text);
            QVERIFY2(differs.isEmpty(), qPrintable(what + QLatin1Char('\n') + differs));
            model.history().undo();
            QCOMPARE(*model.text()->files.front().text, before);
            if (fields++ % 50 != 0) continue;
            QVERIFY(user.document().apply(*edit));
            user.save();
            QVERIFY2(!user.document().isDirty(), qPrintable(what));
            QCOMPARE(read(file), text);
            user.press(Qt::Key_Z, Qt::ControlModifier);
            QCOMPARE(user.text().toStdString(), before);
        }
    }
    QVERIFY2(fields > 5, qPrintable(QString::number(fields)));
    for (const auto& [kind, times] : kinds)
        qInfo("notation %d: %d", static_cast<int>(kind), times);
    if (name.startsWith("retail")) // where all of them occur
        for (const Notation kind : {Notation::Text, Notation::Reference, Notation::Word, Notation::Duration,
                                    Notation::Lag, Notation::List, Notation::Rows, Notation::Group})
            QVERIFY2(kinds[kind] > 0, qPrintable(QString::number(static_cast<int>(kind))));
}

/// Wherever the disk ends: the file stays, the window says so, the work stays and is saved once there is
/// room.
void OneLine::aFullDiskTakesNothing() {
    User user;
    const auto file = user.place.file("tiny.factline.yaml");
    write(file, tiny);
    user.open(file);
    user.click("event orders/OrderPlaced");
    user.say(Qt::Key_F2, "OrderTaken");
    user.settle();
    const std::string mine = user.text().toStdString();
    for (const std::size_t bytes : {std::size_t(0), std::size_t(1), mine.size() / 2, mine.size() - 1}) {
        {
            const FailsAfter device(bytes);
            user.save();
        }
        QVERIFY2(user.window->noticed().contains("space"), qPrintable(user.window->noticed()));
        QCOMPARE(read(file), tiny);
        QVERIFY(user.document().isDirty() && user.document().history().canUndo());
        QCOMPARE(user.text().toStdString(), mine);
        QVERIFY(QApplication::activeModalWidget() == nullptr);
    }
    user.save();
    QVERIFY(!user.document().isDirty());
    QCOMPARE(read(file), mine);
    QCOMPARE(user.window->noticed(), QString()); // what stood in the way is forgotten
}

QTEST_MAIN(OneLine)
#include "tst_22_one_line.moc"
