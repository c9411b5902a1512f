// Generated from the model: changes made here are refused on the next run.

// Package outbox appends events to the outbox, within the transaction that makes the change.
package outbox

import (
	"bytes"
	"context"
	"encoding/json"
	"fmt"
	"strings"

	"github.com/jackc/pgx/v5"
)

// Announcement is an event that this context announces.
type Announcement struct {
	Type          string
	Version       int
	AggregateType string
	Key           []string // the payload's fields that name the aggregate; none: it is given
}

// OrderPlaced: A customer placed an order.
var OrderPlaced = Announcement{ "OrderPlaced", 3, "order", []string{ "orderId" } }

// OrderPacked: OrderPacked
var OrderPacked = Announcement{ "OrderPacked", 1, "order", []string{  } }

// CustomerJoined: CustomerJoined
var CustomerJoined = Announcement{ "CustomerJoined", 1, "customer", []string{ "customerId" } }

// CustomerHonoured: CustomerHonoured
var CustomerHonoured = Announcement{ "CustomerHonoured", 1, "customer", []string{ "customerId" } }

// Context is what else a row holds.
type Context struct {
	Aggregate     string // empty: read from the payload
	Traceparent   *string
	CorrelationID *string
	CausationID   *string
	EventID       *string
}

// aggregateID joins the key's fields by |, with \ before | and \, as PostgreSQL's ->> gives each.
func aggregateID(event Announcement, document []byte) (string, error) {
	var fields map[string]json.RawMessage
	if err := json.Unmarshal(document, &fields); err != nil || len(event.Key) == 0 {
		return "", fmt.Errorf("%s: say Aggregate, since the payload does not tell it", event.Type)
	}
	parts := make([]string, 0, len(event.Key))
	escape := strings.NewReplacer(`\`, `\\`, "|", `\|`)
	for _, name := range event.Key {
		raw, found := fields[name]
		if !found {
			return "", fmt.Errorf("%s: the payload has no %s", event.Type, name)
		}
		text := string(raw)
		if bytes.HasPrefix(raw, []byte(`"`)) {
			if err := json.Unmarshal(raw, &text); err != nil {
				return "", err
			}
		}
		parts = append(parts, escape.Replace(text))
	}
	return strings.Join(parts, "|"), nil
}

// Append gives the event's number within its aggregate, whose row stays locked until the transaction ends: append for several
// aggregates in one fixed order. The payload is what encoding/json makes of it; nil is a tombstone, which says Aggregate.
func Append(ctx context.Context, tx pgx.Tx, event Announcement, payload any, about Context) (int64, error) {
	var document *string
	aggregate := about.Aggregate
	if payload != nil {
		encoded, err := json.Marshal(payload)
		if err != nil {
			return 0, err
		}
		text := string(encoded)
		document = &text
		if aggregate == "" {
			if aggregate, err = aggregateID(event, encoded); err != nil {
				return 0, err
			}
		}
	}
	var number int64
	err := tx.QueryRow(ctx, "SELECT outbox_append($1::text, $2::integer, $3::text, $4::text, $5::text::jsonb, "+
		"p_traceparent => $6::text, p_correlation_id => $7::text, p_causation_id => $8::text, p_event_id => $9::text::uuid)",
		event.Type, event.Version, event.AggregateType, aggregate, document, about.Traceparent, about.CorrelationID,
		about.CausationID, about.EventID).Scan(&number)
	return number, err
}
