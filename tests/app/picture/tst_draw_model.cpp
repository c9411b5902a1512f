// SPDX-License-Identifier: Apache-2.0
#include "picture/draw_model.h"

#include <fstream>

#include <QImage>
#include <QTemporaryDir>
#include <QtTest>

#include "diagram/positions.h"
#include "diagram/sidecar.h"

using namespace factline;
using diagram::Badge;

namespace {

const std::filesystem::path retail = FACTLINE_SOURCE_DIR "/examples/retail.factline.yaml";

picture::DrawOptions options() {
    return {.process = {std::filesystem::path(FACTLINE_BIN_DIR) / "factline-layout"}};
}

const diagram::NodeShape* find(const diagram::Diagram& diagram, std::string_view name) {
    const auto found =
        std::ranges::find_if(diagram.nodes, [&](const auto& node) { return node.key.name == name; });
    return found == diagram.nodes.end() ? nullptr : &*found;
}

Finding finding(ElementKind kind, const char* name, const char* rule = "some-rule",
                Severity severity = Severity::Error) {
    return {.rule = rule, .severity = severity, .element = {kind, name}, .message = name};
}

} // namespace

/// From a model to its picture, by the real layout program.
class TestDrawModel : public QObject {
    Q_OBJECT
private slots:
    void initTestCase() { m_retail = contract::readModel(retail).value(); }
    void drawsTheWholeModel();
    void sameModelSamePicture();
    void focusDrawsAPart();
    void unknownFocusAndStageAreSaid();
    void findingsBecomeBadges();
    void whatHasNoShapeMarksWhatSpeaksOfIt();
    void clashesComeFromMeaning();
    void sidecarIsHonoured();
    void brokenSidecarIsSaid();
    void nothingToDrawIsAnEmptyPicture();
    void captionNamesTheFiles();
    void readmeShowsTheExampleAsItIs();

private:
    contract::ReadModel m_retail;
};

void TestDrawModel::drawsTheWholeModel() {
    const auto drawn = picture::drawModel(m_retail.model, options());
    QVERIFY2(drawn.has_value(), drawn ? "" : drawn.error().message.english().c_str());
    QCOMPARE(drawn->contexts.size(), m_retail.model.contexts.size());
    QCOMPARE(drawn->title, m_retail.model.name);
    for (const auto& node : drawn->nodes) {
        QVERIFY(!node.lines.empty());
        const auto context = std::ranges::find_if(drawn->contexts, [&](const auto& c) {
            return c.key.name == node.key.name.substr(0, node.key.name.find('/'));
        });
        QVERIFY(context != drawn->contexts.end());
        QVERIFY(node.rect.x >= context->rect.x && node.rect.right() <= context->rect.right());
        QVERIFY(node.rect.y >= context->rect.y && node.rect.bottom() <= context->rect.bottom());
    }
    for (std::size_t i = 0; i < drawn->nodes.size(); ++i)
        for (std::size_t j = i + 1; j < drawn->nodes.size(); ++j)
            QVERIFY(!drawn->nodes[i].rect.intersects(drawn->nodes[j].rect));
    for (const auto& edge : drawn->edges)
        if (edge.labelRect)
            for (const auto& node : drawn->nodes)
                QVERIFY(!edge.labelRect->intersects(node.rect));
}

void TestDrawModel::sameModelSamePicture() {
    const auto once = picture::drawModel(m_retail.model, options()).value();
    QVERIFY(once == picture::drawModel(m_retail.model, options()).value());
}

void TestDrawModel::focusDrawsAPart() {
    auto near = options();
    near.focus = "orders/OrderCompleted";
    near.depth = 1;
    const auto part = picture::drawModel(m_retail.model, near).value();
    QVERIFY(find(part, "orders/OrderCompleted") != nullptr);
    QVERIFY(find(part, "orders/order") != nullptr);
    QVERIFY(find(part, "pricing/price") == nullptr);
    QVERIFY(part.contexts.size() < m_retail.model.contexts.size());
}

void TestDrawModel::unknownFocusAndStageAreSaid() {
    auto wrong = options();
    wrong.focus = "orders/OrderCompletd";
    const auto focus = picture::drawModel(m_retail.model, wrong);
    QVERIFY(!focus);
    QVERIFY2(focus.error().message.english().find("OrderCompleted") != std::string::npos,
             focus.error().message.english().c_str());
    Model staged = m_retail.model;
    staged.migration = Migration{{"today", "tomorrow"}, "today"};
    wrong = options();
    wrong.stage = "yesterday";
    const auto stage = picture::drawModel(staged, wrong);
    QVERIFY(!stage);
    QVERIFY2(stage.error().message.english().find("tomorrow") != std::string::npos,
             stage.error().message.english().c_str());
}

void TestDrawModel::findingsBecomeBadges() {
    auto marked = options();
    marked.findings = {finding(ElementKind::Event, "orders/OrderPlaced"),
                       finding(ElementKind::Event, "orders/OrderPlaced", "other-rule"),
                       finding(ElementKind::Event, "orders/OrderPlaced", "third-rule", Severity::Warning),
                       finding(ElementKind::Context, "pricing")};
    const auto drawn = picture::drawModel(m_retail.model, marked).value();
    const auto* event = find(drawn, "orders/OrderPlaced");
    QVERIFY(event != nullptr);
    QCOMPARE(event->badges.size(), std::size_t(2));
    QVERIFY(event->badges[0].kind == Badge::Kind::Error);
    QCOMPARE(event->badges[0].text, std::string("2"));
    QVERIFY(event->badges[1].kind == Badge::Kind::Warning);
    QVERIFY(event->badges[1].text.empty());
    const auto pricing =
        std::ranges::find_if(drawn.contexts, [](const auto& c) { return c.key.name == "pricing"; });
    QVERIFY(pricing != drawn.contexts.end());
    QCOMPARE(pricing->badges.size(), std::size_t(1));
}

void TestDrawModel::whatHasNoShapeMarksWhatSpeaksOfIt() {
    const Lookup lookup(m_retail.model);
    auto unowned = finding(ElementKind::Fact, "stores/loyalty-balance", "fact-unowned");
    unowned.evidence = {"stores/customer-card"};
    const auto marks = picture::marksOf(lookup, {unowned});
    const auto badges = marks.badges.find({ElementKind::View, "stores/customer-card"});
    QVERIFY(badges != marks.badges.end());
    QVERIFY(badges->second.front().kind == Badge::Kind::Error);
    const auto places = picture::placesOf(finding(ElementKind::Channel, "orders/orders.order"), lookup);
    QVERIFY(!places.empty());
    QVERIFY(places.front() == (ElementKey{ElementKind::Context, "orders"}));
}

void TestDrawModel::clashesComeFromMeaning() {
    const Lookup lookup(m_retail.model);
    QVERIFY(!lookup.subscriptions().empty());
    const Subscriber& first = lookup.subscriptions().front();
    auto denied = finding(ElementKind::Subscription, "", "meaning-denied");
    denied.element = first.key();
    const auto marks = picture::marksOf(lookup, {denied});
    QVERIFY(marks.clashes.contains(first.subscription->id));
    auto halting = denied;
    halting.rule = "poison-message-halts";
    QVERIFY(picture::marksOf(lookup, {halting}).clashes.empty());
    // Either way the consumer bears the badge.
    QCOMPARE(marks.badges.size(), std::size_t(1) + picture::marksOf(lookup, {}).badges.size());
}

void TestDrawModel::sidecarIsHonoured() {
    QTemporaryDir folder;
    const std::filesystem::path file = folder.filePath("shop.factline.yaml").toStdString();
    QCOMPARE(diagram::sidecarOf(file).filename().string(), std::string("shop.layout.json"));
    auto first = picture::drawModel(m_retail.model, options()).value();
    diagram::Positions positions;
    for (const auto& context : first.contexts)
        positions.nodes[toString(context.key)] = {context.rect.x, context.rect.y};
    for (const auto& node : first.nodes)
        positions.nodes[toString(node.key)] = {node.rect.x + 1000, node.rect.y};
    for (auto& [name, place] : positions.nodes)
        if (name.starts_with("context ")) place.x += 1000;
    std::ofstream(diagram::sidecarOf(file)) << diagram::renderPositions(positions);
    auto kept = options();
    kept.file = file;
    kept.process.program = "/nowhere"; // no layout is needed
    const auto drawn = picture::drawModel(m_retail.model, kept);
    QVERIFY2(drawn.has_value(), drawn ? "" : drawn.error().message.english().c_str());
    for (std::size_t i = 0; i < first.nodes.size(); ++i) {
        QCOMPARE(drawn->nodes[i].rect.x, first.nodes[i].rect.x + 1000);
        QCOMPARE(drawn->nodes[i].rect.y, first.nodes[i].rect.y);
    }
}

void TestDrawModel::brokenSidecarIsSaid() {
    QTemporaryDir folder;
    auto broken = options();
    broken.file = folder.filePath("shop.factline.yaml").toStdString();
    std::ofstream(diagram::sidecarOf(broken.file)) << "{\"format\": 1, \"nodes\": [";
    const auto drawn = picture::drawModel(m_retail.model, broken);
    QVERIFY(!drawn);
    QVERIFY2(drawn.error().message.english().find("shop.layout.json") != std::string::npos,
             drawn.error().message.english().c_str());
    QVERIFY(drawn.error().message.english().find("delete it") != std::string::npos);
}

void TestDrawModel::nothingToDrawIsAnEmptyPicture() {
    const auto drawn = picture::drawModel(Model{}, options());
    QVERIFY2(drawn.has_value(), drawn ? "" : drawn.error().message.english().c_str());
    QVERIFY(drawn->nodes.empty());
}

void TestDrawModel::captionNamesTheFiles() {
    const auto caption = picture::captionOf(m_retail, retail);
    QCOMPARE(caption.title, m_retail.model.name);
    QCOMPARE(caption.version.size(), std::size_t(10));
    QVERIFY(QDate::fromString(QString::fromStdString(caption.date), Qt::ISODate).isValid());
    auto other = m_retail;
    other.files.front().text = *other.files.front().text + "\n";
    QVERIFY(picture::captionOf(other, retail).version != caption.version);
}

void TestDrawModel::readmeShowsTheExampleAsItIs() {
    const QImage picture(QStringLiteral(FACTLINE_SOURCE_DIR "/resources/help/images/retail.png"));
    const QString says = picture.text(QStringLiteral("Description"));
    const auto version = QString::fromStdString(picture::captionOf(m_retail, retail).version);
    QVERIFY2(says.startsWith(QStringLiteral("version %1 ").arg(version)),
             qPrintable(
                 QStringLiteral("The README's picture is of '%1', the example of version %2; draw it again: "
                                "factline diagram examples/retail.factline.yaml -o "
                                "resources/help/images/retail.png")
                     .arg(says, version)));
}

QTEST_MAIN(TestDrawModel)
#include "tst_draw_model.moc"
