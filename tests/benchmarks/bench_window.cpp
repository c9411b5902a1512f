// SPDX-License-Identifier: Apache-2.0
// The whole window at work on a large model:
//   tests/benchmarks/make_model 10000 /tmp/m.factline.yaml && bench_window /tmp/m.factline.yaml
// From a selection until canvas, outline, inspector and YAML have painted it; from a key in the inspector and
// in the YAML until its problems are there; pictures that leave the window, a comparison, another layout; the
// longest time for which anything kept the window from answering (every event is timed; those above 50 ms are
// named on stderr); and the most memory, but for those three. In brackets, what the window's own thread had
// of the processor: on a busy machine that is what to compare. Needs the layout program beside it.
#include <algorithm>
#include <array>
#include <cstdio>
#include <ctime>
#include <fstream>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include <QApplication>
#include <QDockWidget>
#include <QElapsedTimer>
#include <QKeyEvent>
#include <QPlainTextEdit>
#include <QTemporaryDir>
#include <QTextBlock>

#include "benchmarks/opened_model.h"
#include "canvas/canvas.h"
#include "panels/inspector/element_form.h"
#include "panels/inspector/inspector_panel.h"
#include "panels/yaml/yaml_editor.h"
#include "shell/compare_window.h"
#include "shell/docks.h"
#include "shell/furnishing.h"
#include "shell/main_window.h"

namespace {

using namespace factline;

constexpr int rounds = 15;
constexpr double worthNaming = 50; ///< ms

/// What something takes, in ms: on the clock, and of the processor by this thread, which has nothing in it of
/// what else the machine does.
struct Taken {
    double clock = 0;
    double worked = 0;
    auto operator<=>(const Taken&) const = default;
};

class Stopwatch {
public:
    Taken taken() const {
        return {static_cast<double>(m_clock.nsecsElapsed()) / 1e6, workedSoFar() - m_workedBefore};
    }

private:
    static double workedSoFar() {
        timespec time{};
        clock_gettime(CLOCK_THREAD_CPUTIME_ID, &time);
        return 1e3 * static_cast<double>(time.tv_sec) + static_cast<double>(time.tv_nsec) / 1e6;
    }
    static QElapsedTimer started() {
        QElapsedTimer clock;
        clock.start();
        return clock;
    }

    QElapsedTimer m_clock = started();
    double m_workedBefore = workedSoFar();
};

/// Knows the longest time that one event took since it was asked last.
class Watched : public QApplication {
public:
    using QApplication::QApplication;

    /// The longest on the clock, and that for which the processor worked most; two events, perhaps.
    Taken longest() { return std::exchange(m_longest, {}); }
    bool notify(QObject* to, QEvent* event) override {
        if (m_inside) return QApplication::notify(to, event);
        const std::string name = std::string(to->metaObject()->className()) + ", event " +
                                 std::to_string(static_cast<int>(event->type()));
        bool done = false;
        time(name, [&] { done = QApplication::notify(to, event); });
        return done;
    }
    /// What an event would bring about.
    template<typename Act>
    void time(const std::string& name, Act act) {
        m_inside = true;
        const Stopwatch watch;
        act();
        const auto [clock, worked] = watch.taken();
        if (clock > worthNaming) std::fprintf(stderr, "%.0f ms (%.0f): %s\n", clock, worked, name.c_str());
        m_longest = {std::max(m_longest.clock, clock), std::max(m_longest.worked, worked)};
        m_inside = false;
    }

private:
    Taken m_longest;
    bool m_inside = false;
};

double middle(std::vector<Taken> times, double Taken::*of) {
    std::ranges::sort(times, {}, of);
    return times[times.size() / 2].*of;
}

void print(const char* name, const std::vector<Taken>& times) {
    const auto [best, worst] = std::ranges::minmax_element(times, {}, &Taken::clock);
    std::printf("%-22s %8.2f ms   (best %.2f, worst %.2f; %.2f of the processor)\n", name,
                middle(times, &Taken::clock), best->clock, worst->clock, middle(times, &Taken::worked));
    std::fflush(stdout);
}

void print(const char* name, const Taken& taken) {
    std::printf("%-22s %8.2f ms   (%.2f of the processor)\n", name, taken.clock, taken.worked);
    std::fflush(stdout);
}

/// What the process holds ("VmRSS:"), or the most that it ever held ("VmHWM:").
double megabytes(std::string_view which) {
    std::ifstream status("/proc/self/status");
    for (std::string line; std::getline(status, line);)
        if (line.starts_with(which)) return std::stod(line.substr(which.size())) / 1024;
    return 0;
}

void press(QWidget* widget, int key, const QString& text = {}) {
    QKeyEvent down(QEvent::KeyPress, key, {}, text);
    QApplication::sendEvent(widget, &down);
}

void paint() {
    QApplication::sendPostedEvents();
    QApplication::processEvents();
}

/// The window with one model, and what is done in it.
class Desk {
public:
    Desk(Watched& application, const char* file)
        : m_application(application) {
        m_window.resize(1440, 900);
        m_window.QWidget::show();
        QObject::connect(&m_window, &shell::MainWindow::finished, [this] { m_finished = true; });
        const Stopwatch watch;
        m_window.open(file);
        while (!m_finished)
            QApplication::processEvents(QEventLoop::WaitForMoreEvents);
        print("open", watch.taken());
        settle();
        print("blocked/opening", m_application.longest());
    }
    void settle() {
        while (m_window.busy())
            QApplication::processEvents(QEventLoop::WaitForMoreEvents);
        // What is to go when the event loop comes round again: there is none here that does.
        QApplication::sendPostedEvents(nullptr, QEvent::DeferredDelete);
        paint();
    }
    template<typename Panel>
    Panel* panel(const char* id) {
        return qobject_cast<Panel*>(m_window.docks().panel(id));
    }
    bool findEvents() {
        const auto& contexts = m_window.document().snapshot()->model.contexts;
        const auto first = std::ranges::find_if(contexts, [](const auto& c) { return !c->events.empty(); });
        const auto last = std::find_if(contexts.rbegin(), contexts.rend(),
                                       [](const auto& c) { return !c->events.empty(); });
        if (first == contexts.end()) return false;
        m_event = (*first)->events.front()->id;
        m_other = (*last)->events.back()->id;
        return m_event != m_other;
    }
    /// From one end of the model to the other.
    void select(const char* name, const char* blocked) {
        std::vector<Taken> times;
        for (int i = 0; i < rounds; ++i)
            for (const ElementId id : {m_other, m_event}) {
                const Stopwatch watch;
                m_window.selection().select(id);
                paint();
                times.push_back(watch.taken());
                settle();
            }
        print(name, times);
        print(blocked, m_application.longest());
    }
    /// Types with `act` and waits for what the rules say of it.
    template<typename Act>
    void type(const char* name, const char* blocked, Act act) {
        std::vector<Taken> times;
        for (int i = 0; i < rounds; ++i) {
            const auto revision = m_window.document().revision();
            bool judged = false;
            const auto link = QObject::connect(&m_window.judge(), &jobs::Judge::judged,
                                               [&] { judged = m_window.document().revision() != revision; });
            const Stopwatch watch;
            act(i);
            while (!judged)
                QApplication::processEvents(QEventLoop::WaitForMoreEvents);
            paint();
            times.push_back(watch.taken());
            QObject::disconnect(link);
            settle();
        }
        print(name, times);
        print(blocked, m_application.longest());
    }
    void typeInInspector() {
        m_window.selection().select(m_event);
        settle();
        type("typing/inspector", "blocked/inspector", [&](int) {
            auto* text = panel<panels::InspectorPanel>("inspector")
                             ->form()
                             ->find("means")
                             ->findChild<QPlainTextEdit*>();
            press(text, Qt::Key_X, QStringLiteral("x"));
            press(text, Qt::Key_Return);
        });
    }
    void undo() {
        std::vector<Taken> times;
        for (int i = 0; i < rounds; ++i) {
            const Stopwatch watch;
            if (i % 2)
                m_window.redo();
            else
                m_window.undo();
            paint();
            times.push_back(watch.taken());
            settle();
        }
        print("undo", times);
        print("blocked/undo", m_application.longest());
    }
    /// Until all of the text stands in the panel.
    void openYaml() {
        m_window.docks().show("yaml");
        const Stopwatch watch;
        const auto* editor = yaml();
        while (editor->isFilling() || editor->blockCount() < 2)
            QApplication::processEvents(QEventLoop::WaitForMoreEvents);
        settle();
        print("yaml opens", watch.taken());
        print("blocked/yaml opens", m_application.longest());
    }
    panels::YamlEditor* yaml() { return m_window.docks().panel("yaml")->findChild<panels::YamlEditor*>(); }
    void typeInYaml() {
        auto* editor = yaml();
        m_window.selection().select(m_event);
        settle();
        QTextCursor cursor = editor->textCursor();
        cursor.movePosition(QTextCursor::EndOfBlock);
        // A comment, so that it stays a model whatever is typed.
        cursor.insertText(QStringLiteral("\n# "));
        editor->setTextCursor(cursor);
        settle();
        (void)m_application.longest();
        type("typing/yaml", "blocked/yaml",
             [&](int i) { press(editor, Qt::Key_A + i, QString(QChar(u'a' + i))); });
        // What an event means has to be judged, and drawn.
        cursor = editor->document()->find(QStringLiteral("means: "), cursor);
        if (cursor.isNull()) return;
        cursor.movePosition(QTextCursor::EndOfBlock);
        cursor.movePosition(QTextCursor::Left); // it ends with a full stop, or in quotes or a brace
        editor->setTextCursor(cursor);
        type("typing/yaml means", "blocked/yaml means",
             [&](int i) { press(editor, Qt::Key_A + i, QString(QChar(u'a' + i))); });
    }
    /// Begins it with `act`, as a key would, and waits for as long as it `goesOn`.
    template<typename Act, typename GoesOn>
    void doAndWait(const char* name, const char* blocked, Act act, GoesOn goesOn) {
        (void)m_application.longest();
        const Stopwatch watch;
        m_application.time(name, act);
        while (goesOn())
            QApplication::processEvents(QEventLoop::WaitForMoreEvents);
        settle();
        print(name, watch.taken());
        print(blocked, m_application.longest());
    }
    void exportPictures() {
        const auto isOut = [this] { return m_window.exporting().isBusy(); };
        const auto to = [this](const char* name) {
            return [this, name] { m_window.exportTo(m_home.filePath(QLatin1String(name)).toStdString()); };
        };
        doAndWait("export/svg", "blocked/export svg", to("picture.svg"), isOut);
        doAndWait("export/png", "blocked/export png", to("picture.png"), isOut);
        doAndWait(
            "copy", "blocked/copy", [this] { m_window.copyPicture(); }, isOut);
    }
    /// Of what stood the other way round, until everything is where it is to be, lines and all.
    void layOutAgain() {
        auto& document = m_window.document();
        diagram::Positions turned = *document.snapshot()->positions;
        for (auto& [key, at] : turned.nodes)
            at.x = -at.x;
        document.place(std::move(turned), QStringLiteral("Turned"), document.newGesture());
        settle();
        auto& arrangement = m_window.view().arrangement();
        bool goesOn = true;
        const auto link = QObject::connect(&arrangement, &canvas::Arrangement::cancellableChanged,
                                           [&](bool can) { goesOn = can; });
        doAndWait(
            "layout", "blocked/layout", [&] { arrangement.ask(); }, [&] { return goesOn; });
        QObject::disconnect(link);
    }
    /// With one thing that is not as it was.
    void compareWithStart() {
        (void)m_window.document().apply(edit::Rename{m_event, "RenamedToBeCompared"});
        settle();
        doAndWait(
            "compare", "blocked/compare", [this] { m_window.compareWithStart(); },
            [this] { return m_window.findChild<shell::CompareWindow*>()->isBusy(); });
    }
    /// The journal of what is not saved is written meanwhile.
    void rest() {
        QElapsedTimer clock;
        clock.start();
        while (clock.elapsed() < 6'000)
            QApplication::processEvents(QEventLoop::WaitForMoreEvents, 100);
        print("blocked/journal", m_application.longest());
    }

private:
    Watched& m_application;
    QTemporaryDir m_home;
    shell::MainWindow m_window{
        shell::Setup{std::make_shared<shell::DesktopColours>(QPalette(Qt::white), QDBusConnection(QString())),
                     std::make_shared<shell::Settings>(m_home.filePath(QStringLiteral("settings.ini"))),
                     {},
                     m_home.filePath(QStringLiteral("recovery"))}};
    bool m_finished = false;
    ElementId m_event;
    ElementId m_other;
};

/// A part of the work, by the name that asks for it.
struct Part {
    std::string_view name;
    void (*run)(Desk&);
    bool passes = false; ///< what it needs is gone afterwards, and not of the memory to work with the model
};

constexpr std::array parts{
    Part{"select", [](Desk& desk) { desk.select("select", "blocked/select"); }},
    Part{"inspector", [](Desk& desk) { desk.typeInInspector(); }},
    Part{"undo", [](Desk& desk) { desk.undo(); }},
    Part{"journal", [](Desk& desk) { desk.rest(); }},
    Part{"yaml",
         [](Desk& desk) {
             desk.openYaml();
             desk.select("select/yaml", "blocked/select/yaml");
             desk.typeInYaml();
             desk.rest();
         }},
    Part{"export", [](Desk& desk) { desk.exportPictures(); }, true},
    Part{"compare", [](Desk& desk) { desk.compareWithStart(); }, true},
    Part{"layout", [](Desk& desk) { desk.layOutAgain(); }, true},
};

} // namespace

int main(int argc, char** argv) {
    benchmarks::drawOffscreen();
    Watched application(argc, argv);
    const std::vector<std::string_view> wanted(argv + std::min(argc, 2), argv + argc);
    const bool known = std::ranges::all_of(
        wanted, [](auto name) { return std::ranges::find(parts, name, &Part::name) != parts.end(); });
    if (argc < 2 || !known)
        return std::fputs("usage: bench_window MODEL "
                          "[select|inspector|undo|journal|yaml|export|compare|layout]...\n",
                          stderr),
               2;
    shell::furnish(application);
    Desk desk(application, argv[1]);
    if (!desk.findEvents()) return std::fputs("no two events in the model\n", stderr), 2;
    const auto tell = [](std::string_view part) {
        std::printf("held after %-11s %8.1f MB   (at most %.1f so far)\n", std::string(part).c_str(),
                    megabytes("VmRSS:"), megabytes("VmHWM:"));
        std::fflush(stdout);
    };
    tell("opening");
    double memory = megabytes("VmHWM:");
    for (const Part& part : parts) {
        if (!wanted.empty() && std::ranges::find(wanted, part.name) == wanted.end()) continue;
        part.run(desk);
        tell(part.name);
        if (!part.passes) memory = megabytes("VmHWM:");
    }
    std::printf("memory %.1f MB\n", memory);
    return 0;
}
