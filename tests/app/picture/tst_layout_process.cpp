// SPDX-License-Identifier: Apache-2.0
#include "picture/layout_process.h"

#include <thread>

#include <QtTest>

using namespace factline;
using namespace std::chrono_literals;

namespace {

picture::LayoutProcess worker(const char* name, std::chrono::milliseconds limit = 10s) {
    return {std::filesystem::path(FACTLINE_SOURCE_DIR) / "tests/app/picture/workers" / name, limit};
}

bool says(const Error& error, const char* text) {
    return error.message.english().find(text) != std::string::npos;
}

} // namespace

/// The layout program may be missing, crash, fail or hang; the caller always gets an answer that says so.
class TestLayoutProcess : public QObject {
    Q_OBJECT
private slots:
    void passesRequestAndAnswer();
    void passesMuch();
    void saysWhatIsMissing();
    void explainsACrash();
    void explainsAFailure();
    void stopsAtTheLimit();
    void stopsWhenAsked();
    void refusesWhatIsNoProgram();
};

void TestLayoutProcess::passesRequestAndAnswer() {
    const auto answer = picture::runLayout("{\"boxes\": []}", worker("answers"));
    QVERIFY(answer.has_value());
    QCOMPARE(*answer, std::string("{\"boxes\": []}"));
}

void TestLayoutProcess::passesMuch() {
    // More than any pipe buffers: writing and reading must not wait for one another.
    const std::string request(8 * 1024 * 1024, 'x');
    const auto answer = picture::runLayout(request, worker("answers"));
    QVERIFY(answer.has_value());
    QVERIFY(*answer == request);
}

void TestLayoutProcess::saysWhatIsMissing() {
    const auto answer = picture::runLayout("{}", worker("nowhere"));
    QVERIFY(!answer);
    QCOMPARE(answer.error().code, ErrorCode::NotFound);
    QVERIFY(says(answer.error(), "workers/nowhere"));
    QVERIFY(says(answer.error(), "Install Factline again"));
}

void TestLayoutProcess::explainsACrash() {
    const auto answer = picture::runLayout("{}", worker("crashes"));
    QVERIFY(!answer);
    QCOMPARE(answer.error().code, ErrorCode::External);
    QVERIFY(says(answer.error(), "crashed: the stack is gone."));
}

void TestLayoutProcess::explainsAFailure() {
    const auto answer = picture::runLayout("{}", worker("fails"));
    QVERIFY(!answer);
    QCOMPARE(answer.error().code, ErrorCode::External);
    QVERIFY(says(answer.error(), "exit code 3: no box 17."));
    QVERIFY(!says(answer.error(), "second line"));
}

void TestLayoutProcess::stopsAtTheLimit() {
    QElapsedTimer clock;
    clock.start();
    const auto answer = picture::runLayout("{}", worker("hangs", 300ms));
    QVERIFY(!answer);
    QCOMPARE(answer.error().code, ErrorCode::LimitExceeded);
    QVERIFY(says(answer.error(), "longer than 0.3 s"));
    QVERIFY(clock.elapsed() >= 300 && clock.elapsed() < 5000);
}

void TestLayoutProcess::stopsWhenAsked() {
    std::stop_source stop;
    std::jthread later([&] {
        std::this_thread::sleep_for(150ms);
        stop.request_stop();
    });
    QElapsedTimer clock;
    clock.start();
    const auto answer = picture::runLayout("{}", worker("hangs"), stop.get_token());
    QVERIFY(!answer);
    QCOMPARE(answer.error().code, ErrorCode::Cancelled);
    QVERIFY(clock.elapsed() < 5000);
}

void TestLayoutProcess::refusesWhatIsNoProgram() {
    const auto answer = picture::runLayout("{}", {FACTLINE_SOURCE_DIR "/CMakeLists.txt", 1s});
    QVERIFY(!answer);
    QCOMPARE(answer.error().code, ErrorCode::NotFound);
}

QTEST_GUILESS_MAIN(TestLayoutProcess)
#include "tst_layout_process.moc"
