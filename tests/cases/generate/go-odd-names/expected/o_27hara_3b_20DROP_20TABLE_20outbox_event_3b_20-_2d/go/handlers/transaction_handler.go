// Yours: scaffolded once, never overwritten. The view o'hara; DROP TABLE outbox_event; --/transaction.
// An event whose method is not written yet is parked as a dead letter, with every later one of its aggregate; once it is
// written, replay applies them in order.

package handlers

import (
	"context"

	"github.com/jackc/pgx/v5"

	"o-hara-drop-table-outbox-event-service/generated"
	"o-hara-drop-table-outbox-event-service/generated/decode"
	"o-hara-drop-table-outbox-event-service/generated/events"
)

// Transaction is The view o'hara; DROP TABLE outbox_event; --/transaction.
type Transaction struct{}

// OnClass: Write what o'hara; DROP TABLE outbox_event; --/transaction does with o'hara; DROP TABLE outbox_event; --/class.
// Make its changes by tx.Exec(ctx, "INSERT ... VALUES ($1)", ...) alone, then return nil.
func (Transaction) OnClass(ctx context.Context, event events.Class, envelope generated.Envelope, tx pgx.Tx) error {
	return decode.NotWritten("the handler of o'hara; DROP TABLE outbox_event; --/transaction for o'hara; DROP TABLE outbox_event; --/class is not written yet")
}
