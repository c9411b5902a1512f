// Generated from the model: changes made here are refused on the next run.

// Package events holds the events that this service reads, and the value objects in them.
package events

import (
	"time"

	"o-hara-drop-table-outbox-event-service/generated/decode"
)

var _ time.Time

// WoelkchenDROPTABLEOutboxEvent is o'hara; DROP TABLE outbox_event; --/Wölkchen'); DROP TABLE outbox_event; --, version 1.
type WoelkchenDROPTABLEOutboxEvent struct {
	From string
	OId string
	BackSlash string
	Aerger string
}

// DecodeWoelkchenDROPTABLEOutboxEvent reads one.
func DecodeWoelkchenDROPTABLEOutboxEvent(value any, where string) (WoelkchenDROPTABLEOutboxEvent, error) {
	fields := decode.Object(value, where)
	var result WoelkchenDROPTABLEOutboxEvent
	result.From = decode.Required(fields, "from", decode.Text)
	result.OId = decode.Required(fields, "o'id", decode.Text)
	result.BackSlash = decode.Required(fields, "back\\slash", decode.Text)
	result.Aerger = decode.Required(fields, "\u00c4rger", decode.Text)
	return result, fields.Err
}

// Unnamed is o'hara; DROP TABLE outbox_event; --/$$ %, version 1.
type Unnamed struct {
	DROPTABLEX string
}

// DecodeUnnamed reads one.
func DecodeUnnamed(value any, where string) (Unnamed, error) {
	fields := decode.Object(value, where)
	var result Unnamed
	result.DROPTABLEX = decode.Required(fields, "*/ ); DROP TABLE x; --", decode.Text)
	return result, fields.Err
}

// Class_2 is o'hara; DROP TABLE outbox_event; --/class, a value object.
type Class_2 struct {
	Class bool
	Template []bool
}

// DecodeClass_2 reads one.
func DecodeClass_2(value any, where string) (Class_2, error) {
	fields := decode.Object(value, where)
	var result Class_2
	result.Class = decode.Required(fields, "class", decode.Bool)
	result.Template = decode.Required(fields, "template", decode.ListOf(decode.Bool))
	return result, fields.Err
}

// Loop is o'hara; DROP TABLE outbox_event; --/Loop, a value object.
type Loop struct {
	Again any
	More []any
	Class Class_2
}

// DecodeLoop reads one.
func DecodeLoop(value any, where string) (Loop, error) {
	fields := decode.Object(value, where)
	var result Loop
	result.Again = decode.Required(fields, "again", decode.Anything)
	result.More = decode.Required(fields, "more", decode.ListOf(decode.Anything))
	result.Class = decode.Required(fields, "class", DecodeClass_2)
	return result, fields.Err
}

// Class is o'hara; DROP TABLE outbox_event; --/class, version 1.
type Class struct {
	Class int32
	Class_2 int32
	Int []Class_2
	Std map[string]Loop
	N1st string
}

// DecodeClass reads one.
func DecodeClass(value any, where string) (Class, error) {
	fields := decode.Object(value, where)
	var result Class
	result.Class = decode.Required(fields, "class", decode.Int32)
	result.Class_2 = decode.Required(fields, "class ", decode.Int32)
	result.Int = decode.Required(fields, "int", decode.ListOf(DecodeClass_2))
	result.Std = decode.Required(fields, "std", decode.MapOf(DecodeLoop))
	result.N1st = decode.Required(fields, "1st", decode.OneOf("a", "\"b\\\"c\""))
	return result, fields.Err
}
