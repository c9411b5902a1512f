// Yours: scaffolded once, never overwritten. The policy billing/greet.
// An event whose method is not written yet is parked as a dead letter, with every later one of its aggregate; once it is
// written, replay applies them in order.

package handlers

import (
	"context"

	"github.com/jackc/pgx/v5"

	"billing-service/generated"
	"billing-service/generated/decode"
	"billing-service/generated/events"
)

// Greet is The policy billing/greet.
type Greet struct{}

// OnCustomerJoined: Write what billing/greet does with orders/CustomerJoined.
// Make its changes by tx.Exec(ctx, "INSERT ... VALUES ($1)", ...) alone, then return nil.
func (Greet) OnCustomerJoined(ctx context.Context, event events.CustomerJoined, envelope generated.Envelope, tx pgx.Tx) error {
	return decode.NotWritten("the handler of billing/greet for orders/CustomerJoined is not written yet")
}

// OnLetterSent: Write what billing/greet does with letters/LetterSent.
// Make its changes by tx.Exec(ctx, "INSERT ... VALUES ($1)", ...) alone, then return nil.
func (Greet) OnLetterSent(ctx context.Context, event events.LetterSent, envelope generated.Envelope, tx pgx.Tx) error {
	return decode.NotWritten("the handler of billing/greet for letters/LetterSent is not written yet")
}
