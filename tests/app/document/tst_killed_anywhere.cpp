// SPDX-License-Identifier: Apache-2.0
#include <chrono>
#include <csignal>
#include <random>
#include <thread>

#include <QProcess>
#include <QTest>
#include <QThread>
#include <QTimer>

#include "document/journal.h"
#include "samples.h"

using namespace factline;
using namespace factline::testing;
using document::Document;
using document::Journal;

namespace {

std::size_t factsIn(const document::Opened& opened) {
    return opened.state->model.contexts.at(0)->facts.size();
}

void say(const char* what, std::size_t facts) {
    std::printf("%s %zu\n", what, facts);
    std::fflush(stdout);
}

/// The program: takes up what the one before has left, adds fact after fact, and keeps them now and then,
/// until it is killed. Says "kept" where a crash from then on must not lose them.
int work(const QStringList& arguments) {
    say("started", 0);
    const QString& folder = arguments.at(2);
    std::minstd_rand random(arguments.at(3).toUInt());
    const fs::path file = arguments.value(4).toStdString();
    Document document;
    Journal journal(document, folder, 20);
    const auto leftovers = document::findLeftovers(folder);
    auto opened = file.empty() ? document::openText(shop) : *document::openFile(file);
    if (!leftovers.empty() && factsIn(leftovers.front().opened) >= factsIn(opened)) {
        document.show(leftovers.front().opened, true);
        opened.state.reset();                         // its own, no step
        if (!file.empty()) document.keepMine(opened); // it may have been saved just before the end
        journal.writeNow();
    } else {
        document.show(std::move(opened));
    }
    for (const auto& leftover : leftovers)
        document::removeLeftover(leftover);
    for (std::size_t facts = document.snapshot()->model.contexts[0]->facts.size();;) {
        const auto dice = random() % 8;
        if (dice < 6) {
            Fact fact;
            fact.name = "fact-" + std::to_string(++facts);
            if (!document.apply(edit::AddElement{fact, document.snapshot()->model.contexts[0]->id, {}}))
                return 1;
        } else if (dice == 6 || file.empty()) {
            journal.writeNow();
            say("kept", facts);
        } else {
            if (!save(document)) return 2;
            say("kept", facts);
        }
        QCoreApplication::processEvents();
        QThread::msleep(1); // not more than can be looked at
    }
}

using Clock = std::chrono::steady_clock; // on Linux the same one in every process
constexpr std::chrono::seconds mayBeLost{5};

/// The program as people use it: its journal is left to itself. Says of each fact when it was said; where
/// there is a file, saves it now and then.
int workOnTime(const QStringList& arguments) {
    std::minstd_rand random(arguments.at(3).toUInt());
    const fs::path file = arguments.value(4).toStdString();
    Document document;
    const Journal journal(document, arguments.at(2));
    document.show(file.empty() ? document::openText(shop) : *document::openFile(file));
    std::size_t facts = document.snapshot()->model.contexts[0]->facts.size();
    QTimer next;
    QObject::connect(&next, &QTimer::timeout, [&] {
        next.start(static_cast<int>(random() % 120));
        if (!file.empty() && random() % 50 == 0) return void(save(document));
        Fact fact;
        fact.name = "fact-" + std::to_string(++facts);
        const ElementId context = document.snapshot()->model.contexts[0]->id;
        if (!document.apply(edit::AddElement{fact, context, {}})) return QCoreApplication::exit(1);
        std::printf("%lld\n", static_cast<long long>(Clock::now().time_since_epoch().count()));
        std::fflush(stdout);
    });
    next.start(0);
    return QCoreApplication::exec();
}

/// One of the programs that run at the same time.
struct Worker {
    QTemporaryDir journals;
    QTemporaryDir models;
    QString file; ///< empty: a model that has none yet
    QProcess program;
    Clock::duration lives{}; ///< until it is killed, from when all were started
    Clock::time_point killed;

    void start(bool withFile, std::minstd_rand& random) {
        using std::chrono::milliseconds;
        lives = milliseconds(200 + random() % 6300);
        if (withFile) {
            file = models.filePath("shop.factline.yaml");
            write(file.toStdString(), shop);
        }
        QStringList arguments{"--work-on-time", journals.path(), QString::number(random())};
        if (withFile) arguments << file;
        program.start(QCoreApplication::applicationFilePath(), arguments);
        QVERIFY(program.waitForStarted(20'000));
    }
    void kill() {
        ::kill(static_cast<pid_t>(program.processId()), SIGKILL);
        killed = Clock::now();
        QVERIFY(program.waitForFinished(20'000));
        QCOMPARE(program.exitStatus(), QProcess::CrashExit);
    }
    /// From the first edit that is lost to the end of the program; 0: nothing is.
    Clock::duration lost() {
        std::size_t found = 1; // fact, in the sample
        if (!file.isEmpty()) found = factsIn(*document::openFile(file.toStdString()));
        for (const auto& leftover : document::findLeftovers(journals.path()))
            found = std::max(found, factsIn(leftover.opened));
        const auto said = program.readAllStandardOutput().split('\n');
        const auto firstLost = static_cast<qsizetype>(found - 1);
        if (firstLost >= said.size() || said[firstLost].isEmpty()) return {};
        return killed - Clock::time_point(Clock::duration(said[firstLost].toLongLong()));
    }
};

struct Session {
    QTemporaryDir journals;
    QTemporaryDir models;
    QString file; ///< empty: a model that has none yet
    std::minstd_rand random;
    std::size_t kept = 1; ///< facts that must be there from now on
    int progress = 0;     ///< rounds in which there was something more to keep

    void killOnce() {
        QProcess program;
        QStringList arguments{"--work", journals.path(), QString::number(random())};
        if (!file.isEmpty()) arguments << file;
        program.start(QCoreApplication::applicationFilePath(), arguments);
        QVERIFY(program.waitForStarted(20'000));
        if (random() % 4 != 0) QVERIFY(program.waitForReadyRead(20'000)); // else while it starts
        QThread::msleep(random() % 100);
        ::kill(static_cast<pid_t>(program.processId()), SIGKILL);
        QVERIFY(program.waitForFinished(20'000));
        QCOMPARE(program.exitStatus(), QProcess::CrashExit); // it has not given up by itself
        std::size_t told = kept;
        for (const QByteArray& line : program.readAllStandardOutput().split('\n'))
            if (line.startsWith("kept ")) told = line.mid(5).toULong();
        progress += told > kept;
        look(told);
    }
    /// What is there after a crash: whole, and no less than was told.
    void look(std::size_t told) {
        std::size_t found = file.isEmpty() ? 1 : 0;
        if (!file.isEmpty()) {
            const auto opened = document::openFile(file.toStdString());
            QVERIFY(opened);
            QVERIFY(opened->state->base->problems.empty() && opened->notices.empty());
            found = factsIn(*opened);
            QVERIFY(read(file.toStdString()).ends_with("fedBy: {orders/OrderPlaced: {}}\n"));
        }
        for (const auto& leftover : document::findLeftovers(journals.path())) {
            QVERIFY(leftover.opened.state->base->problems.empty());
            found = std::max(found, factsIn(leftover.opened));
        }
        QVERIFY2(found >= told, qPrintable(QStringLiteral("%1 of %2").arg(found).arg(told)));
        kept = found;
    }
};

} // namespace

/// Killed at 200 random points, at the start, in recovery, in edits, in the journal and in saves: what was
/// once kept is never lost, and no file is ever damaged. At 200 more nothing that is older than 5 s is lost.
class KilledAnywhere : public QObject {
    Q_OBJECT
private slots:
    void withAFile() {
        Session session;
        session.random.seed(20);
        session.file = session.models.filePath("shop.factline.yaml");
        write(session.file.toStdString(), shop);
        killed(session);
    }
    void untitled() {
        Session session;
        session.random.seed(200);
        killed(session);
    }

    /// With the time that the product gives its journal, and nobody who tells it to write.
    void losesFiveSecondsAtMost() {
        constexpr int rounds = 8, atOnce = 25; // 200
        std::minstd_rand random(5);
        Clock::duration worst{};
        int late = 0; // killed so late that whoever never wrote would be found out
        for (int round = 0; round < rounds; ++round) {
            std::vector<std::unique_ptr<Worker>> workers;
            for (int i = 0; i < atOnce; ++i)
                workers.emplace_back(std::make_unique<Worker>())->start(i % 2 == 0, random);
            const auto begin = Clock::now();
            std::ranges::sort(workers, {}, [](const auto& worker) { return worker->lives; });
            for (const auto& worker : workers) {
                std::this_thread::sleep_until(begin + worker->lives);
                worker->kill();
                late += worker->lives > mayBeLost;
            }
            for (const auto& worker : workers)
                worst = std::max(worst, worker->lost());
        }
        const auto ms = std::chrono::duration_cast<std::chrono::milliseconds>(worst).count();
        qInfo("At most %lld ms were lost.", static_cast<long long>(ms));
        QVERIFY(late > 20);
        QVERIFY(worst > Clock::duration{}); // it is measured
        QVERIFY2(worst <= mayBeLost, qPrintable(QString::number(ms)));
    }

private:
    static void killed(Session& session) {
        for (int round = 0; round < 100 && !QTest::currentTestFailed(); ++round)
            session.killOnce();
        QVERIFY(session.progress > 20);
    }
};

int main(int argc, char** argv) {
    QCoreApplication application(argc, argv);
    if (argc > 1 && std::string_view(argv[1]) == "--work") return work(QCoreApplication::arguments());
    if (argc > 1 && std::string_view(argv[1]) == "--work-on-time")
        return workOnTime(QCoreApplication::arguments());
    KilledAnywhere test;
    return QTest::qExec(&test, argc, argv);
}
#include "tst_killed_anywhere.moc"
