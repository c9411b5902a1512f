// SPDX-License-Identifier: Apache-2.0
#include <QElapsedTimer>
#include <QProcess>
#include <QtTest>

#include "diagram/layout.h"

using namespace factline;
using namespace factline::diagram;

namespace {

struct Run {
    int exitCode = -1;
    std::string output;
    QString complaint;
};

Run runWorker(const std::string& input, const QStringList& arguments = {}) {
    QProcess process;
    process.start(QStringLiteral(FACTLINE_BIN_DIR "/factline-layout"), arguments);
    process.write(input.data(), static_cast<qint64>(input.size()));
    process.closeWriteChannel();
    if (!process.waitForFinished(60'000)) return {};
    return {process.exitStatus() == QProcess::NormalExit ? process.exitCode() : -2,
            process.readAllStandardOutput().toStdString(), QString::fromUtf8(process.readAllStandardError())};
}

/// Boxes that each lead to two or three others anywhere, by a generator written out so that every machine
/// gets the same map.
LayoutRequest cyclicMap(std::size_t boxes) {
    LayoutRequest request;
    std::uint64_t state = 7;
    const auto next = [&](std::size_t below) {
        state = state * 6364136223846793005U + 1442695040888963407U;
        return static_cast<std::size_t>(state >> 33U) % below;
    };
    for (std::size_t i = 0; i < boxes; ++i)
        request.boxes.push_back({216, 64 + 8 * static_cast<int>(next(20))});
    for (std::size_t i = 0; i < boxes; ++i)
        for (std::size_t n = 2 + next(2); n-- > 0;)
            request.links.push_back({i, next(boxes), 1});
    return request;
}

bool overlap(const LayoutRequest& request, const LayoutResult& result) {
    for (std::size_t i = 0; i < request.boxes.size(); ++i)
        for (std::size_t j = 0; j < i; ++j) {
            const auto &a = result.spots[i], &b = result.spots[j];
            if (a.x < b.x + request.boxes[j].width && b.x < a.x + request.boxes[i].width &&
                a.y < b.y + request.boxes[j].height && b.y < a.y + request.boxes[i].height)
                return true;
        }
    return false;
}

} // namespace

/// factline-layout as other programs meet it: a process with one request and one result.
class TstLayoutWorker : public QObject {
    Q_OBJECT

private slots:
    void badRequestsAreRefused() {
        const Run broken = runWorker("{\"format\": 1,");
        QCOMPARE(broken.exitCode, 2);
        QVERIFY(broken.output.empty());
        QVERIFY2(broken.complaint.contains(QStringLiteral("no JSON")), qPrintable(broken.complaint));
        QCOMPARE(broken.complaint.count(QLatin1Char('\n')), 1);
        QCOMPARE(runWorker("").exitCode, 2);
        const Run argument = runWorker("", {QStringLiteral("--help-me")});
        QCOMPARE(argument.exitCode, 2);
        QVERIFY(argument.complaint.contains(QStringLiteral("--help-me")));
    }

    void deepNestingIsRefused() { QCOMPARE(runWorker(std::string(1'000'000, '[')).exitCode, 2); }

    void nothingGivesNothing() {
        const Run run = runWorker(renderRequest({}));
        QCOMPARE(run.exitCode, 0);
        QVERIFY(parseResult(run.output, 0).has_value());
    }

    void aSmallMapReadsFromLeftToRight() {
        LayoutRequest request;
        request.boxes.assign(4, {216, 160});
        request.links = {{0, 1, 1}, {1, 2, 1}, {1, 3, 1}};
        const Run run = runWorker(renderRequest(request));
        QCOMPARE(run.exitCode, 0);
        const auto result = parseResult(run.output, 4);
        QVERIFY(result.has_value());
        QCOMPARE(result->engine, std::string("dot"));
        for (const auto& link : request.links)
            QVERIFY(result->spots[link.from].x + 216 < result->spots[link.to].x);
        QVERIFY(!overlap(request, *result));
    }

    void aMapInCirclesTakesAPagesShape() {
        LayoutRequest request; // a ring of fifteen, each also telling the one four further on
        for (std::size_t i = 0; i < 15; ++i) {
            request.boxes.push_back({216, 160 + 24 * static_cast<int>(i % 5)});
            request.links.push_back({i, (i + 1) % 15, 2});
            request.links.push_back({i, (i + 4) % 15, 1});
        }
        const auto result = parseResult(runWorker(renderRequest(request)).output, request.boxes.size());
        QVERIFY(result.has_value());
        QVERIFY(!overlap(request, *result));
        double width = 0;
        double height = 0;
        int forward = 0;
        for (std::size_t i = 0; i < request.boxes.size(); ++i) {
            width = std::max<double>(width, result->spots[i].x + request.boxes[i].width);
            height = std::max<double>(height, result->spots[i].y + request.boxes[i].height);
        }
        for (const auto& link : request.links)
            if (result->spots[link.from].x + 216 < result->spots[link.to].x) forward += link.weight;
        QVERIFY2(width / height > 1 && width / height < 2.5, qPrintable(QString::number(width / height)));
        QVERIFY2(forward >= 23, qPrintable(QString::number(forward))); // of 45: at least half
        QCOMPARE(parseResult(runWorker(renderRequest(request)).output, request.boxes.size())->spots,
                 result->spots);
    }

    void largeCyclicMapsComeBack_data() {
        QTest::addColumn<int>("boxes");
        QTest::newRow("40") << 40;
        QTest::newRow("300") << 300;
        QTest::newRow("1000") << 1000;
    }

    void largeCyclicMapsComeBack() {
        QFETCH(int, boxes);
        const LayoutRequest request = cyclicMap(static_cast<std::size_t>(boxes));
        const Run run = runWorker(renderRequest(request));
        QCOMPARE(run.exitCode, 0);
        const auto result = parseResult(run.output, request.boxes.size());
        QVERIFY(result.has_value());
        QVERIFY(!overlap(request, *result));
        int right = 0;
        int bottom = 0;
        for (const auto& spot : result->spots) {
            right = std::max(right, spot.x);
            bottom = std::max(bottom, spot.y);
        }
        QVERIFY2(right < 4 * bottom && bottom < 2 * right, "the page has no sane shape");
        QCOMPARE(runWorker(renderRequest(request)).output, run.output); // the same again
    }

    void aShortTimeLimitStillGivesALayout() {
        LayoutRequest request = cyclicMap(3000);
        request.timeLimit = 1;
        QElapsedTimer timer;
        timer.start();
        const Run run = runWorker(renderRequest(request));
        QCOMPARE(run.exitCode, 0);
        QVERIFY(timer.elapsed() < 5000);
        const auto result = parseResult(run.output, request.boxes.size());
        QVERIFY(result.has_value());
        QCOMPARE(result->engine, std::string("grid"));
        QVERIFY(!overlap(request, *result));
    }
};

QTEST_GUILESS_MAIN(TstLayoutWorker)
#include "tst_layout_worker.moc"
