// SPDX-License-Identifier: Apache-2.0
#include "compare/united.h"

#include <set>

#include <QTest>

#include "compare/text.h"
#include "contract/read.h"
#include "domain/lookup.h"
#include "edit/edit.h"

using namespace factline;
using namespace factline::compare;

namespace {

Model read(const std::string& text) {
    auto model = contract::parseModel({{"model.factline.yaml", text}});
    if (!model.problems.empty()) qFatal("%s", contract::toString(model.problems.front()).c_str());
    return std::move(model.model);
}

const char* const before = R"(factline: 1
contexts:
  sales:
    facts:
      order: {means: What was asked for.}
    events:
      OrderPlaced: {announces: [order]}
      OrderDropped: {announces: [order]}
  archive:
    views:
      old-orders: {shows: [sales/order], fedBy: {sales/OrderPlaced: {}}}
  billing:
    views:
      open-orders: {shows: [sales/order], fedBy: {sales/OrderPlaced: {}, sales/OrderDropped: {}}}
)";

const char* const after = R"(factline: 1
contexts:
  selling:
    formerly: [sales]
    facts:
      order: {means: What was asked for.}
    events:
      OrderTaken: {announces: [order], formerly: [OrderPlaced]}
  billing:
    views:
      open-orders: {shows: [selling/order], fedBy: {selling/OrderTaken: {}}}
)";

} // namespace

/// Two models in one.
class UnitedTest : public QObject {
    Q_OBJECT
private slots:
    void whatIsGoneComesBack() {
        const United united = unite(read(before), read(after));
        const Lookup lookup(united.model);
        const Located* dropped = lookup.find(ElementKey{ElementKind::Event, "selling/OrderDropped"});
        QVERIFY(dropped != nullptr);
        QCOMPARE(united.goneNow.at({ElementKind::Event, "sales/OrderDropped"}).name,
                 std::string("selling/OrderDropped"));
        // What it says of others, it says in their new names.
        QVERIFY(std::get<const Event*>(dropped->element)->announces ==
                std::vector<Ref>({{"selling", "order"}}));
        QVERIFY(lookup.findContext("archive") != nullptr);
        QVERIFY(lookup.findContext("sales") == nullptr);
        const View* old = lookup.findView({"archive", "old-orders"});
        QVERIFY(old != nullptr);
        QVERIFY(old->fedBy.front()->event == (Ref{"selling", "OrderTaken"}));
        const View* open = lookup.findView({"billing", "open-orders"});
        QCOMPARE(open->fedBy.size(), std::size_t(2));
        QVERIFY(open->fedBy.back()->event == (Ref{"selling", "OrderDropped"}));
    }

    void noIdTwice() {
        const United united = unite(read(before), read(after));
        std::set<ElementId> ids;
        const Lookup lookup(united.model);
        for (const Located& located : lookup.all())
            QVERIFY(ids.insert(located.id()).second);
        QVERIFY(ids.rbegin()->value < united.model.nextId);
    }

    void sharedIdsSayWhatIsTheSame() {
        const Model model = read(before);
        const Context& sales = *model.contexts.front();
        // Taken away, and another one put at its place: no rename.
        auto gone = edit::apply(model, edit::RemoveElements{{sales.events.back()->id}});
        QVERIFY(gone.has_value());
        Event other;
        other.name = "OrderShipped";
        const auto now = edit::apply(gone->model, edit::AddElement{other, sales.id, {}});
        QVERIFY(now.has_value());
        const auto words = [](const United& united) {
            std::string all;
            for (const auto& change : united.changes)
                all += std::string(wordFor(change)) + ' ' + nameOf(change).english() + '\n';
            return all;
        };
        QCOMPARE(words(unite(model, now->model, Ids::Shared)),
                 std::string("new event sales/OrderShipped\ngone event sales/OrderDropped\n"));
        QVERIFY(words(unite(model, now->model)).starts_with("renamed event sales/OrderShipped"));
    }

    void theSameStaysTheSame() {
        const Model model = read(before);
        const United united = unite(model, model);
        QVERIFY(united.changes.empty() && united.goneNow.empty());
        QVERIFY(united.model == model);
    }
};

QTEST_APPLESS_MAIN(UnitedTest)
#include "tst_united.moc"
