// SPDX-License-Identifier: Apache-2.0
#include "architecture/documents.h"

#include <QTest>

#include "architecture/small_tree.h"

using namespace factline::architecture;

class DocumentsTest : public QObject {
    Q_OBJECT
private slots:
    void everyLinkLeadsSomewhere() { QCOMPARE(joined(linkOffences(FACTLINE_SOURCE_DIR)), QString()); }

    void findsBrokenLinksAndPictures() {
        const SmallTree small(
            {{"README.md", "[here](resources/help/a.md) and [there](https://example.org/x)\n"
                           "![picture](resources/none.png)\n"},
             {"resources/help/a.md", "see [b](b.md#part), [up](../../README.md)\n"}});
        QCOMPARE(joined(linkOffences(small.root())), QString("README.md:2: resources/none.png is not there\n"
                                                             "resources/help/a.md:1: b.md is not there\n"));
    }
};

QTEST_APPLESS_MAIN(DocumentsTest)
#include "tst_documents.moc"
