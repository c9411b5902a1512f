// Generated from the model: changes made here are refused on the next run.

// Package events holds the events that this service reads, and the value objects in them.
package events

import (
	"time"

	"billing-service/generated/decode"
)

var _ time.Time

// Money is orders/Money, a value object.
type Money struct {
	Amount decode.Decimal
	Currency string
}

// DecodeMoney reads one.
func DecodeMoney(value any, where string) (Money, error) {
	fields := decode.Object(value, where)
	var result Money
	result.Amount = decode.Required(fields, "amount", decode.ReadDecimal)
	result.Currency = decode.Required(fields, "currency", decode.Text)
	return result, fields.Err
}

// Line is orders/Line, a value object.
type Line struct {
	Sku string
	Price Money
	Quantity int32
	Gift *bool
}

// DecodeLine reads one.
func DecodeLine(value any, where string) (Line, error) {
	fields := decode.Object(value, where)
	var result Line
	result.Sku = decode.Required(fields, "sku", decode.Text)
	result.Price = decode.Required(fields, "price", DecodeMoney)
	result.Quantity = decode.Required(fields, "quantity", decode.Int32)
	result.Gift = decode.Optional(fields, "gift", decode.Bool)
	return result, fields.Err
}

// OrderPlaced is orders/OrderPlaced, version 3. A customer placed an order.
type OrderPlaced struct {
	OrderId decode.UUID
	Total decode.Decimal // Gross.
	Lines []Line
	Source string
	Voucher *string
	Labels *map[string]string
}

// DecodeOrderPlaced reads one.
func DecodeOrderPlaced(value any, where string) (OrderPlaced, error) {
	fields := decode.Object(value, where)
	var result OrderPlaced
	result.OrderId = decode.Required(fields, "orderId", decode.ReadUUID)
	result.Total = decode.Required(fields, "total", decode.ReadDecimal)
	result.Lines = decode.Required(fields, "lines", decode.ListOf(DecodeLine))
	result.Source = decode.Required(fields, "source", decode.OneOf("web", "shop"))
	result.Voucher = decode.Optional(fields, "voucher", decode.Text)
	result.Labels = decode.Optional(fields, "labels", decode.MapOf(decode.Text))
	return result, fields.Err
}

// CustomerJoined is orders/CustomerJoined, version 1.
type CustomerJoined struct {
	CustomerId int64
}

// DecodeCustomerJoined reads one.
func DecodeCustomerJoined(value any, where string) (CustomerJoined, error) {
	fields := decode.Object(value, where)
	var result CustomerJoined
	result.CustomerId = decode.Required(fields, "customerId", decode.Int64)
	return result, fields.Err
}

// LetterSent is letters/LetterSent, version 1.
type LetterSent struct {
	LetterId string
}

// DecodeLetterSent reads one.
func DecodeLetterSent(value any, where string) (LetterSent, error) {
	fields := decode.Object(value, where)
	var result LetterSent
	result.LetterId = decode.Required(fields, "letterId", decode.Text)
	return result, fields.Err
}
