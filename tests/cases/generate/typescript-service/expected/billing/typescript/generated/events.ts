// Generated from the model: changes made here are refused on the next run.
import * as decode from "./decode.js";

// orders/Money, a value object.
export interface Money {
  readonly amount: decode.Decimal;
  readonly currency: string;
}

export function decodeMoney(value: decode.Json, where: string): Money {
  decode.object(value, where);
  return {
    amount: decode.required(value, "amount", where, decode.decimal),
    currency: decode.required(value, "currency", where, decode.text),
  };
}

// orders/Line, a value object.
export interface Line {
  readonly sku: string;
  readonly price: Money;
  readonly quantity: number;
  readonly gift: boolean | undefined;
}

export function decodeLine(value: decode.Json, where: string): Line {
  decode.object(value, where);
  return {
    sku: decode.required(value, "sku", where, decode.text),
    price: decode.required(value, "price", where, decodeMoney),
    quantity: decode.required(value, "quantity", where, decode.int32),
    gift: decode.optional(value, "gift", where, decode.boolean),
  };
}

// orders/OrderPlaced, version 3. A customer placed an order.
export interface OrderPlaced {
  readonly orderId: decode.Uuid;
  readonly total: decode.Decimal; // Gross.
  readonly lines: decode.List<Line>;
  readonly source: decode.OneOf<["web", "shop"]>;
  readonly voucher: string | undefined;
  readonly labels: decode.Dictionary<string> | undefined;
}

export function decodeOrderPlaced(value: decode.Json, where: string): OrderPlaced {
  decode.object(value, where);
  return {
    orderId: decode.required(value, "orderId", where, decode.uuid),
    total: decode.required(value, "total", where, decode.decimal),
    lines: decode.required(value, "lines", where, decode.listOf(decodeLine)),
    source: decode.required(value, "source", where, decode.oneOf("web", "shop")),
    voucher: decode.optional(value, "voucher", where, decode.text),
    labels: decode.optional(value, "labels", where, decode.mapOf(decode.text)),
  };
}

// orders/CustomerJoined, version 1.
export interface CustomerJoined {
  readonly customerId: bigint;
}

export function decodeCustomerJoined(value: decode.Json, where: string): CustomerJoined {
  decode.object(value, where);
  return {
    customerId: decode.required(value, "customerId", where, decode.int64),
  };
}

// letters/LetterSent, version 1.
export interface LetterSent {
  readonly letterId: string;
}

export function decodeLetterSent(value: decode.Json, where: string): LetterSent {
  decode.object(value, where);
  return {
    letterId: decode.required(value, "letterId", where, decode.text),
  };
}
