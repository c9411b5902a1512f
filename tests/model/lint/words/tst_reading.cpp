// SPDX-License-Identifier: Apache-2.0
#include "lint/words/reading.h"

#include <QTest>

#include "lint/words/tokens.h"
#include "lint/words/verbs.h"

using namespace factline::lint;

namespace {

using Words = std::vector<std::string>;

QByteArray told(const char* name) {
    const auto reading = readName(name);
    const auto kind = kindWord(reading.kind);
    return QByteArray(kind.data(), static_cast<qsizetype>(kind.size())) + (reading.pastTense ? " past" : "");
}

} // namespace

/// Our own names, one or two for each way of writing and for each thing that place or a word list decides.
/// tests/words/measure measures on many names of others.
class ReadingTest : public QObject {
    Q_OBJECT
private slots:
    void splitsEveryStyle() {
        for (const char* name :
             {"SeatTaken", "seatTaken", "seat_taken", "seat-taken", "SEAT_TAKEN", "Seat Taken",
              "SeatTakenEvent", "SeatTakenIntegrationEvent", "SeatTakenV2", "seat-taken-event"})
            QCOMPARE(splitName(name).words, (Words{"seat", "taken"}));
        const auto dotted = splitName("com.acme.hall.v1beta2.seat.taken.v2");
        QCOMPARE(dotted.words, (Words{"taken"}));
        QCOMPARE(dotted.entity, (Words{"com", "acme", "hall", "seat"}));
        QCOMPARE(splitName("hall/seat:taken.withContext").words, (Words{"taken"}));
        QCOMPARE(splitName("parcel.in_transit").words, (Words{"in", "transit"}));
        QCOMPARE(wordsOf("HTTPServerDown2Times"), (Words{"http", "server", "down2", "times"}));
        QVERIFY(splitName("").words.empty() && splitName("...").words.empty());
        QCOMPARE(splitName("Event").words, (Words{"event"}));
    }

    void pastForms() {
        for (const char* past : {"placed", "withdrawn", "rebuilt", "overpaid", "undone", "agreed",
                                 "rolledback", "sold", "unfrozen", "freed", "left", "found", "deauthorised"})
            QVERIFY2(pastForm(past) == PastForm::Yes, past);
        for (const char* other :
             {"need", "speed", "shed2", "bed", "hundred", "ground", "bit", "seat", "place", "is"})
            QVERIFY2(pastForm(other) == PastForm::No, other);
        for (const char* same : {"set", "reset", "put", "split", "rose", "led", "fed"})
            QVERIFY2(pastForm(same) == PastForm::Same, same);
    }

    void baseForms_data() {
        QTest::addColumn<QString>("past");
        QTest::addColumn<QString>("base");
        for (const auto& [past, base] :
             {std::pair("placed", "place"), std::pair("cancelled", "cancel"), std::pair("shipped", "ship"),
              std::pair("applied", "apply"), std::pair("passed", "pass"), std::pair("withdrawn", "withdraw"),
              std::pair("resent", "resend"), std::pair("opened", "open"), std::pair("set", "set"),
              std::pair("created", "create"), std::pair("rose", "rise"), std::pair("fed", "feed"),
              std::pair("lapsed", "lapse")})
            QTest::newRow(past) << past << base;
    }
    void baseForms() {
        QFETCH(QString, past);
        QFETCH(QString, base);
        QCOMPARE(QString::fromStdString(baseForm(past.toStdString())), base);
    }

    void kinds_data() {
        QTest::addColumn<QByteArray>("expected");
        const auto rows = [](const char* expected, std::initializer_list<const char*> names) {
            for (const char* name : names)
                QTest::newRow(name) << QByteArray(expected);
        };
        rows("domain-event past",
             {"SeatTaken", "GuestCheckedOut", "BagPlacedOnBelt", "PassengerLeftTerminal", "DoorHasClosed",
              "PriceChanged", "MealPriceChanged", "hall.seat.price_changed", "member.added",
              "SongAddedToPlaylist", "FareSet", "parcel.marked_undeliverable", "VoteCast",
              "StockFellBelowMinimum", "gate_rate_limited"});
        // words behind the past that tell when, how often or how: they are not what the name is about
        rows("domain-event past",
             {"TrainArrivedLate", "ShipArrivedLate", "BookReturnedLate", "CallMissedTwice",
              "PlanApprovedEarly", "bag_loaded_once", "FlightCancelledAlready", "RoomClosedTemporarily",
              "ShipUnloadedLateAtNight"});
        // a particle makes another verb of it: written off is not written; wound up is no wound
        rows("domain-event past", {"InvoiceWrittenOff", "debt.written_down", "ReviewWritten", "ParcelStored",
                                   "BusinessWoundUp", "drone_shot_down"});
        rows("crud past", {"RecordWritten", "log.written", "FileStored", "SettingsSaved"});
        // pasts that are nouns as well, behind their subject
        rows("domain-event past", {"PriceRose", "TeamLed", "PatientFed"});
        // it goes on, or has not happened: no past
        rows("state", {"OrderBeingShipped", "OrderNotYetShipped", "SeatNotFound", "bill_never_paid",
                       "RoomNotYetFullyCleaned", "GuestHasAllergy"});
        // what happened stands in the segment before; the last one only says by which call
        rows("crud past", {"ObjectCreated:Put"});
        // a bare verb behind its subject: what happened, where names are written by entity and verb
        rows("domain-event", {"orders/dispatch", "orders/cancel", "GuestAuthentication", "PaymentFailure",
                              "room_rename", "room_close", "room_archive", "room_unarchive", "room.lock"});
        rows("crud past", {"SeatCreated", "room.deleted", "RoomNoteAdded", "GuestPhoneSet"});
        rows("crud", {"orders/create", "RoomCreation", "GUEST_INVITE_DELETE", "RoomDeleteEvent"});
        rows("generic past",
             {"room.updated", "RoomEdited", "RoomChanged", "RoomStatusChanged", "seat.changed"});
        rows("generic", {"carts/update", "RoomUpdate", "status", "RoomStateTransition", "FileChange",
                         "issue_update", "LeadStatus"});
        rows("command", {"BookRoom", "cancel-order", "SendSeatTakenEmail", "MarkFeeAsPaid", "SetPrice",
                         "Reserve", "RoomBookingCommand", "ReprovisionRoom", "billing.request", "CloseRoom",
                         "FileClaim", "IssueRefund", "LinkGuestInformation", "PreAuthorizeCard",
                         "DecodeTicket", "UnboxParcel", "MarkReady", "ScheduleMeeting"});
        rows("state",
             {"parcel.in_transit", "OrderOnHold", "RoomReadyForGuest", "stay.will_be_cancelled",
              "BillOverdue", "flight.boarding", "SeatAvailable", "file_public",
              // told by a preposition or a particle
              "parcel.out_for_delivery", "OutOfStock", "RoomBackInService", "CertificateNearExpiry",
              "AccountOverLimit", "ServerDown", "ClaimUnderReview", "UpdateAvailable", "bus_enroute_to_stop",
              // told by an adjective, behind a noun that is a verb as well
              "AccountDormant", "AddressWrong", "RefundPending", "QueueFull", "TicketOpen",
              "transfer.successful", "GuestHomeless", "VisitSuspicious", "TestInconclusive", "SlotFree",
              // un-: nobody can undo it, so that it has not happened
              "InvoiceUnpaid", "AllergyUnknown"});
        rows("state past", {"RoomStatusChangedToClean", "PaymentRequired"});
        rows("unclear",
             {"GuestNewsletter", "NewsFeed", "RuleSet", "room_log", "code_review", "LimitedSeats",
              "RequestForQuote", "BrokenPromise", "FraudWarning", "RoomApplication", "HeadWound", "", "..."});
    }
    void kinds() {
        QFETCH(QByteArray, expected);
        QByteArray name = QTest::currentDataTag();
        QCOMPARE(told(name.constData()), expected);
    }

    void theVerbAndWhatStandsAroundIt() {
        const auto reading = readName("GuestHasCheckedOutOfRoom");
        QCOMPARE(reading.verb, std::string("check"));
        QCOMPARE(reading.subject, (Words{"guest"}));
        QCOMPARE(reading.rest, (Words{"out", "of", "room"}));
    }
};

QTEST_APPLESS_MAIN(ReadingTest)
#include "tst_reading.moc"
