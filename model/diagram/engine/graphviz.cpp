// SPDX-License-Identifier: Apache-2.0
#include "diagram/engine/graphviz.h"

#include <algorithm>
#include <cmath>
#include <csignal>
#include <cstdint>
#include <string>

#include <fcntl.h>
#include <poll.h>
#include <sys/wait.h>
#include <unistd.h>

#include <fmt/format.h>

#include <gvc.h>

extern "C" {
extern gvplugin_library_t gvplugin_dot_layout_LTX_library;
extern gvplugin_library_t gvplugin_neato_layout_LTX_library;
}

namespace factline::diagram {

namespace {

/// Closes a file descriptor when it goes out of scope.
class Descriptor {
public:
    explicit Descriptor(int fd)
        : m_fd(fd) {}
    ~Descriptor() { close(m_fd); }
    Descriptor(const Descriptor&) = delete;
    Descriptor& operator=(const Descriptor&) = delete;
    int get() const { return m_fd; }

private:
    int m_fd;
};

using Attributes = std::vector<std::pair<const char*, const char*>>;

char* mutableText(const char* text) {
    return const_cast<char*>(text);
} // NOLINT: a C interface without const

void setNumber(void* object, const char* name, double value) {
    agset(object, mutableText(name), mutableText(fmt::format("{:.4f}", value).c_str()));
}

/// Lays the request out in this process; called once a process.
std::vector<Point> layOut(const LayoutRequest& request, const char* engine, const Attributes& attributes) {
    lt_symlist_t builtins[] = {
        {"gvplugin_dot_layout_LTX_library", &gvplugin_dot_layout_LTX_library},
        {"gvplugin_neato_layout_LTX_library", &gvplugin_neato_layout_LTX_library},
        {nullptr, nullptr},
    };
    GVC_t* context = gvContextPlugins(builtins, 0);
    agseterr(AGMAX);
    Agraph_t* graph = agopen(mutableText("map"), Agstrictdirected, nullptr);
    for (const auto& [name, value] : attributes)
        agattr(graph, AGRAPH, mutableText(name), mutableText(value));
    for (const auto& [name, value] :
         Attributes{{"shape", "box"}, {"fixedsize", "true"}, {"label", ""}, {"width", "1"}, {"height", "1"}})
        agattr(graph, AGNODE, mutableText(name), mutableText(value));
    agattr(graph, AGEDGE, mutableText("weight"), mutableText("1"));

    std::vector<Agnode_t*> nodes;
    for (std::size_t i = 0; i < request.boxes.size(); ++i) {
        Agnode_t* node = agnode(graph, mutableText(std::to_string(i).c_str()), 1);
        setNumber(node, "width", request.boxes[i].width / 72.0);
        setNumber(node, "height", request.boxes[i].height / 72.0);
        nodes.push_back(node);
    }
    for (const auto& link : request.links) {
        Agedge_t* edge = agedge(graph, nodes[link.from], nodes[link.to], nullptr, 1);
        agset(edge, mutableText("weight"), mutableText(std::to_string(std::min(link.weight, 8)).c_str()));
    }
    if (gvLayout(context, graph, engine) != 0) return {};
    std::vector<Point> centres;
    centres.reserve(nodes.size());
    for (Agnode_t* node : nodes)
        centres.push_back({ND_coord(node).x, -ND_coord(node).y}); // Graphviz' y grows upward
    return centres;                                               // nothing is freed: the process ends here
}

/// The child's whole life: lays out, writes the points, ends without any of the parent's clean-up.
[[noreturn]] void runChild(int output, const LayoutRequest& request, const char* engine,
                           const Attributes& attributes) {
    const int nowhere = open("/dev/null", O_WRONLY);
    dup2(nowhere, STDOUT_FILENO);
    dup2(nowhere, STDERR_FILENO);
    const auto centres = layOut(request, engine, attributes);
    const char* bytes = reinterpret_cast<const char*>(centres.data());
    std::size_t left = centres.size() * sizeof(Point);
    while (left > 0) {
        const ssize_t written = write(output, bytes, left);
        if (written <= 0) _exit(1);
        bytes += written;
        left -= static_cast<std::size_t>(written);
    }
    _exit(0);
}

/// Reads until `bytes` are there; false at the deadline or where the other end is closed before.
bool readAll(int input, char* into, std::size_t bytes, Deadline deadline) {
    while (bytes > 0) {
        const auto left =
            std::chrono::ceil<std::chrono::milliseconds>(deadline - std::chrono::steady_clock::now());
        if (left.count() <= 0) return false;
        pollfd wait{input, POLLIN, 0};
        const int ready = poll(&wait, 1, static_cast<int>(std::min<std::int64_t>(left.count(), 60'000)));
        if (ready < 0 && errno != EINTR) return false;
        if (ready <= 0) continue;
        const ssize_t got = read(input, into, bytes);
        if (got <= 0) return false;
        into += got;
        bytes -= static_cast<std::size_t>(got);
    }
    return true;
}

std::optional<std::vector<Point>> inChild(const LayoutRequest& request, Deadline deadline, const char* engine,
                                          const Attributes& attributes) {
    int ends[2];
    if (pipe(ends) != 0) return std::nullopt;
    const Descriptor input(ends[0]);
    std::optional<Descriptor> output(std::in_place, ends[1]);
    const pid_t child = fork();
    if (child < 0) return std::nullopt;
    if (child == 0) runChild(output->get(), request, engine, attributes);
    output.reset();
    std::vector<Point> centres(request.boxes.size());
    const bool complete = readAll(input.get(), reinterpret_cast<char*>(centres.data()),
                                  centres.size() * sizeof(Point), deadline);
    if (!complete) kill(child, SIGKILL);
    int status = 0;
    while (waitpid(child, &status, 0) < 0 && errno == EINTR) {
    }
    if (!complete || !WIFEXITED(status) || WEXITSTATUS(status) != 0) return std::nullopt;
    const bool sound = std::all_of(centres.begin(), centres.end(),
                                   [](const Point& p) { return std::isfinite(p.x) && std::isfinite(p.y); });
    return sound ? std::optional(std::move(centres)) : std::nullopt;
}

} // namespace

std::optional<std::vector<Point>> dotCentres(const LayoutRequest& request, Deadline deadline) {
    return inChild(request, deadline, "dot",
                   {{"rankdir", "LR"},
                    {"splines", "false"},
                    {"ranksep", "1.7"},
                    {"nodesep", "0.5"},
                    {"nslimit", "1"},
                    {"nslimit1", "1"},
                    {"mclimit", "1"},
                    {"searchsize", "30"}});
}

std::optional<std::vector<Point>> sfdpCentres(const LayoutRequest& request, Deadline deadline) {
    return inChild(request, deadline, "sfdp",
                   {{"overlap", "true"}, {"splines", "false"}, {"start", "1"}, {"smoothing", "none"}});
}

} // namespace factline::diagram
