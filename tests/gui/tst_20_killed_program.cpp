// SPDX-License-Identifier: Apache-2.0
#include <csignal>
#include <memory>
#include <vector>

#include <QElapsedTimer>
#include <QRandomGenerator>

#include "app/shell/place.h"
#include "desktop.h"
#include "document/journal.h"
#include "domain/lookup.h"

using namespace factline;
using namespace factline::testing;

/// The program itself, killed by the system in the middle of the work, and started again.
class KilledProgram : public QObject {
    Q_OBJECT
private slots:
    void nothingIsLost();
    void mostOfAllIsThere();
    void aLargeFileIsThere();
};

/// One of those who are at work at the same time.
class KilledFiveTimes : public QObject {
    Q_OBJECT
public:
    explicit KilledFiveTimes(int round)
        : m_round(round) {}
private slots:
    void mostIsThere();

private:
    int m_round;
};

namespace {

constexpr qint64 mayBeLost = 5'000; ///< ms of work

/// Somebody who writes down facts of one model, and when each was typed.
struct Scribe {
    const Desktop& desktop;
    std::string file;
    Program program{desktop};
    QElapsedTimer clock{};
    std::vector<std::pair<std::string, qint64>> typed{};

    Scribe(const Desktop& on, std::string path)
        : desktop(on)
        , file(std::move(path)) {
        clock.start();
    }
    /// The first time with the file, later on with what was left behind.
    void begin(const QStringList& models) {
        program.start(models);
        QTRY_VERIFY_WITH_TIMEOUT(!program.title().isEmpty(), 60'000);
        const auto isThere = [&] {
            const QString title = program.title();
            return title.contains(".yaml") && title.startsWith("• ") == models.isEmpty();
        };
        for (int attempt = 0; models.isEmpty() && attempt < 20 && !isThere(); ++attempt) {
            program.rest();
            program.press("Return"); // the offer has the keyboard, and begins with Recover
            (void)QTest::qWaitFor(isThere, 3'000);
        }
        QTRY_VERIFY_WITH_TIMEOUT(isThere(), 60'000);
    }
    void note(const std::string& fact) {
        program.press("t");
        program.enter(QString::fromStdString(fact));
        program.rest();
        typed.emplace_back(fact, clock.elapsed());
    }
    /// Kills it. What somebody who starts it now would be offered holds all that was typed some seconds
    /// before, and the file is not touched. Gives how much is lost of what was typed since.
    int kill(const std::string& untouched) {
        const qint64 killed = clock.elapsed();
        program.kill();
        if (read(file) != untouched) qWarning("the file was written");
        const auto left = document::findLeftovers(
            desktop.home.filePath(QStringLiteral(".local/share/Factline/Factline/recovery")));
        if (left.size() != 1) qWarning("%zu journals", left.size());
        std::set<std::string> there;
        for (const auto& each : left)
            for (const auto& context : each.opened.state->model.contexts)
                for (const auto& fact : context->facts)
                    there.insert(fact->name);
        return static_cast<int>(std::erase_if(typed, [&](const auto& each) {
            if (there.contains(each.first)) return false;
            if (each.second < killed - mayBeLost) qWarning("%s is lost", each.first.c_str());
            return true;
        }));
    }
};

} // namespace

void KilledProgram::nothingIsLost() {
    const Desktop desktop;
    QVERIFY2(!desktop.missing(), desktop.missing());
    const QString file = desktop.home.filePath("tiny.factline.yaml");
    write(file.toStdString(), tiny);

    Program program(desktop);
    program.start({file});
    QTRY_VERIFY_WITH_TIMEOUT(program.title().contains("tiny"), 20'000);
    program.press("ctrl+p");
    program.enter("OrderPlaced");
    program.press("F2");
    program.enter("OrderTaken");
    QTRY_VERIFY_WITH_TIMEOUT(program.title().startsWith("• "), 5'000);
    QTest::qWait(5'000); // as much as may be lost
    QCOMPARE(desktop.journals().size(), 1);
    program.kill();
    QCOMPARE(read(file.toStdString()), tiny);

    program.start({});
    QTRY_VERIFY_WITH_TIMEOUT(!program.title().isEmpty(), 20'000);
    QTest::qWait(1'000);
    program.press("Return"); // the offer has the keyboard, and begins with Recover
    QTRY_VERIFY_WITH_TIMEOUT(program.title().startsWith("• tiny"), 5'000);
    QCOMPARE(read(file.toStdString()), tiny);
    program.press("ctrl+s");
    QTRY_VERIFY_WITH_TIMEOUT(read(file.toStdString()).find("OrderTaken: ") != std::string::npos, 5'000);
    QTRY_VERIFY(desktop.journals().isEmpty());
}

/// At twenty moments; four people work side by side, each at a desktop of their own.
void KilledProgram::mostOfAllIsThere() {
    std::vector<std::unique_ptr<QProcess>> people;
    for (int round = 1; round <= 4; ++round) {
        people.push_back(std::make_unique<QProcess>());
        people.back()->setProcessChannelMode(QProcess::MergedChannels);
        people.back()->start(QCoreApplication::applicationFilePath(), {"--round", QString::number(round)});
    }
    for (const auto& each : people) {
        QVERIFY(each->waitForFinished(300'000));
        const QByteArray said = each->readAll();
        qInfo("%s", said.constData());
        QVERIFY2(each->exitStatus() == QProcess::NormalExit && each->exitCode() == 0, "see above");
        QVERIFY(said.contains("killed 5 times"));
    }
}

/// Each time begun from what the time before left.
void KilledFiveTimes::mostIsThere() {
    QTest::failOnWarning(QRegularExpression("is lost|was written|journals"));
    const Desktop desktop;
    QVERIFY2(!desktop.missing(), desktop.missing());
    const std::string file = desktop.home.filePath("tiny.factline.yaml").toStdString();
    write(file, tiny);
    Scribe scribe(desktop, file);
    QRandomGenerator random(static_cast<quint32>(m_round));
    int lost = 0, typed = 0;
    for (int time = 0; time < 5; ++time) {
        scribe.begin(time == 0 ? QStringList{QString::fromStdString(file)} : QStringList());
        for (int i = 0; i < 5; ++i, ++typed)
            scribe.note("said-" + std::to_string(time) + "-" + std::to_string(i));
        QTest::qWait(static_cast<int>(random.bounded(3'000)));
        lost += scribe.kill(tiny);
        QVERIFY(!desktop.journals().isEmpty());
    }
    qInfo("killed 5 times: %d typed, %d of the last five seconds lost", typed, lost);
    // What came back is what the user gets.
    scribe.begin({});
    scribe.program.press("ctrl+s");
    QTRY_VERIFY_WITH_TIMEOUT(desktop.journals().isEmpty(), 10'000);
    for (const auto& [fact, when] : scribe.typed)
        QVERIFY2(read(file).find(fact + ":") != std::string::npos, fact.c_str());
}

/// Of a model of 10,000 events no more is lost.
void KilledProgram::aLargeFileIsThere() {
    QTest::failOnWarning(QRegularExpression("is lost|was written|journals"));
    const Desktop desktop;
    QVERIFY2(!desktop.missing(), desktop.missing());
    const std::string file = desktop.home.filePath("huge.factline.yaml").toStdString();
    std::string huge = "factline: 1\nmodel: Huge\ncontexts:\n";
    for (int context = 0; context < 500; ++context) {
        const std::string name = "area" + std::to_string(context);
        huge += "  " + name + ":\n    facts: {thing: {}}\n    events:\n";
        for (int i = 0; i < 20; ++i)
            huge += "      Thing" + std::to_string(context) + "x" + std::to_string(i) +
                    "Changed: {announces: [thing]}\n";
    }
    write(file, huge);
    Scribe scribe(desktop, file);
    for (int time = 0; time < 2; ++time) {
        scribe.begin(time == 0 ? QStringList{QString::fromStdString(file)} : QStringList());
        scribe.program.rest(); // it is drawn
        scribe.program.press("ctrl+p");
        scribe.program.enter("area250");
        for (int i = 0; i < 8; ++i)
            scribe.note("said-" + std::to_string(time) + "-" + std::to_string(i));
        scribe.program.press("Escape");
        qInfo("killed: 8 typed, %d of the last five seconds lost", scribe.kill(huge));
        QVERIFY(!scribe.typed.empty()); // there was something to be held to
    }
}

int main(int count, char** words) {
    QCoreApplication program(count, words);
    if (count == 3 && QByteArray(words[1]) == "--round") {
        KilledFiveTimes test(QByteArray(words[2]).toInt());
        return QTest::qExec(&test, {QString::fromLocal8Bit(words[0])});
    }
    KilledProgram test;
    return QTest::qExec(&test, count, words);
}

#include "tst_20_killed_program.moc"
