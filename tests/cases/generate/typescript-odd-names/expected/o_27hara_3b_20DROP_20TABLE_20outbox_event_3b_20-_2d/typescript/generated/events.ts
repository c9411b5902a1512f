// Generated from the model: changes made here are refused on the next run.
import * as decode from "./decode.js";

// o'hara; DROP TABLE outbox_event; --/Wölkchen'); DROP TABLE outbox_event; --, version 1.
export interface WoelkchenDROPTABLEOutboxEvent {
  readonly from: string;
  readonly o_id: string;
  readonly back_slash: string;
  readonly aerger: string;
}

export function decodeWoelkchenDROPTABLEOutboxEvent(value: decode.Json, where: string): WoelkchenDROPTABLEOutboxEvent {
  decode.object(value, where);
  return {
    from: decode.required(value, "from", where, decode.text),
    o_id: decode.required(value, "o'id", where, decode.text),
    back_slash: decode.required(value, "back\\slash", where, decode.text),
    aerger: decode.required(value, "\u00c4rger", where, decode.text),
  };
}

// o'hara; DROP TABLE outbox_event; --/$$ %, version 1.
export interface unnamed {
  readonly dROP_TABLE_x: string;
}

export function decodeunnamed(value: decode.Json, where: string): unnamed {
  decode.object(value, where);
  return {
    dROP_TABLE_x: decode.required(value, "*/ ); DROP TABLE x; --", where, decode.text),
  };
}

// o'hara; DROP TABLE outbox_event; --/class, a value object.
export interface Class_2 {
  readonly class_: boolean;
  readonly template_: decode.List<boolean>;
}

export function decodeClass_2(value: decode.Json, where: string): Class_2 {
  decode.object(value, where);
  return {
    class_: decode.required(value, "class", where, decode.boolean),
    template_: decode.required(value, "template", where, decode.listOf(decode.boolean)),
  };
}

// o'hara; DROP TABLE outbox_event; --/Loop, a value object.
export interface Loop {
  readonly again: decode.Json;
  readonly more: decode.List<decode.Json>;
  readonly class_: Class_2;
}

export function decodeLoop(value: decode.Json, where: string): Loop {
  decode.object(value, where);
  return {
    again: decode.required(value, "again", where, decode.anything),
    more: decode.required(value, "more", where, decode.listOf(decode.anything)),
    class_: decode.required(value, "class", where, decodeClass_2),
  };
}

// o'hara; DROP TABLE outbox_event; --/class, version 1.
export interface Class {
  readonly class_: number;
  readonly class_2: number;
  readonly int_: decode.List<Class_2>;
  readonly std_: decode.Dictionary<Loop>;
  readonly n1st: decode.OneOf<["a", "\"b\\\"c\""]>;
}

export function decodeClass(value: decode.Json, where: string): Class {
  decode.object(value, where);
  return {
    class_: decode.required(value, "class", where, decode.int32),
    class_2: decode.required(value, "class ", where, decode.int32),
    int_: decode.required(value, "int", where, decode.listOf(decodeClass_2)),
    std_: decode.required(value, "std", where, decode.mapOf(decodeLoop)),
    n1st: decode.required(value, "1st", where, decode.oneOf("a", "\"b\\\"c\"")),
  };
}
