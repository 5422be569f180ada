import fc from "fast-check";
import type { Endpoint } from "#base/contract.ts";
import { newId } from "#base/id.ts";
import { formOf, nounOf, type Shape } from "#test/harness/contract-sample.ts";

type Of = Pick<Endpoint, "path">;

/** The how-manieth thing of its kind, since what there is grows while we ask: its id stands there once it is sent. */
export function named(noun: string, nth: number): string {
  return `@${noun}@${nth}@`;
}

/** What the contract asks for, mostly; every value in it may be broken, and every object hold what nobody knows. */
export function likely(shape: Shape, field: string, of: Of): fc.Arbitrary<unknown> {
  return fc.oneof({ weight: 40, arbitrary: fitting(shape, field, of) }, { weight: 1, arbitrary: broken });
}

function fitting(shape: Shape, field: string, of: Of): fc.Arbitrary<unknown> {
  if (shape.anyOf) return fc.oneof(...shape.anyOf.map((form) => likely(form, field, of)));
  const form = formOf(shape);
  if (form.enum) return fc.constantFrom(...form.enum);
  if (form.items) {
    return fc.array(likely(form.items, field, of), { minLength: form.minItems ?? 0, maxLength: 4, size: "max" });
  }
  if (form.properties) return object(form, of);
  switch (form.type) {
    case "boolean":
      return fc.boolean();
    case "integer":
      return fc.integer({ min: form.minimum ?? -10, max: Math.min(form.maximum ?? 2 ** 31, 2 ** 53 - 1) });
    case "number":
      return fc.double({ min: form.minimum ?? -1e9, max: form.maximum ?? 1e9, noNaN: true });
    case "null":
      return fc.constant(null);
    default:
      return text(form, field, of);
  }
}

function object(shape: Shape, of: Of): fc.Arbitrary<unknown> {
  const { properties = {}, required = [] } = shape;
  const known = Object.fromEntries(Object.entries(properties).map(([name, inner]) => [name, likely(inner, name, of)]));
  const wholeOften = fc.record(known, { requiredKeys: [...required] });
  return fc.oneof(
    { weight: 20, arbitrary: wholeOften },
    { weight: 1, arbitrary: fc.record(known, { requiredKeys: [] }) },
    {
      weight: 1,
      arbitrary: fc.tuple(wholeOften, unknownName, broken).map(([all, name, odd]) => ({ ...all, [name]: odd })),
    },
  );
}

const unknownName = fc.oneof(
  fc.string(),
  fc.constantFrom("__proto__", "constructor", "workspace_id", "id", "x".repeat(5_000)),
);

function text({ format, maxLength = 200 }: Shape, field: string, of: Of): fc.Arbitrary<unknown> {
  if (format === "uuid") return fc.nat(1_000).map((nth) => (nth < 50 ? newId() : named(nounOf(field, of), nth)));
  if (format === "date-time") return instants;
  if (format === "email")
    return fc.oneof(
      fc.emailAddress(),
      fc.nat(99).map((n) => `member.${n}@example.com`),
    );
  const usual = usualTexts[field];
  const words = fc.oneof(
    { weight: 8, arbitrary: fc.string({ unit: "grapheme", minLength: 1, maxLength: Math.min(maxLength, 60) }) },
    {
      weight: 1,
      arbitrary: fc.constantFrom("x".repeat(maxLength), "ß".repeat(Math.min(maxLength + 1, 30_000)), " ".repeat(50)),
    },
  );
  return usual ? fc.oneof({ weight: 9, arbitrary: fc.constantFrom(...usual) }, { weight: 1, arbitrary: words }) : words;
}

const instants = fc.oneof(
  {
    weight: 8,
    arbitrary: fc
      .date({ min: new Date("2026-11-20T00:00Z"), max: new Date("2026-12-20T00:00Z"), noInvalidDate: true })
      .map((date) => date.toISOString()),
  },
  {
    weight: 2,
    arbitrary: fc.constantFrom(
      "2026-11-23T09:00:00Z",
      "2026-11-23T10:00:00.000000001+01:00",
      "0001-01-01T00:00:00Z",
      "9999-12-31T23:59:59Z",
      "0000-01-01T00:00:00Z",
      "2026-02-30T00:00:00Z",
      "2026-12-31T23:59:60Z",
      "2026-11-24",
    ),
  },
);

/** Words that lead further in than chance would. */
const usualTexts: Record<string, string[]> = {
  kind: ["fix", "callback", "other", "answer", "table_ready"],
  due_words: [
    "tomorrow noon",
    "by Friday",
    "in 3 hours",
    "morgen um 15 Uhr",
    "at 25:99",
    "99999 weeks from now",
    "yesterday",
  ],
  estimate: ["PT1H", "PT0S", "P1D", "PT1.5S", "P99999999Y", "-PT1H", "P"],
  duration: ["PT1H", "PT3H30M", "P1000000D", "PT9999999999999999S"],
  time_zone: ["Europe/Berlin", "Pacific/Auckland", "utc", "+25:00", "Mars/Olympus", "Etc/GMT+12"],
  language: ["en", "de", "fr", "pt-BR", "xx", "zz-Zzzz"],
  currency: ["EUR", "XXX"],
  quiet_from: ["21:00", "00:00", "23:59"],
  quiet_until: ["07:00", "00:00"],
  from: ["09:00", "00:00", "24:00", "9:00"],
  to: ["17:00", "24:00", "00:00"],
  on: ["2026-12-07", "2026-02-30", "9999-12-31"],
  ring_bundle: ["PT10M", "P1D", "PT0S"],
  holiday_region: ["DE", "DE-BY", "US-NY", "XX"],
  channel: ["phone", "email", "pigeon"],
  role: ["member", "viewer", "manager", "admin"],
  smtp_url: ["smtp://mail.example:25", "smtps://u:p@mail.example", "http://x", "smtp://", "smtp://[::1"],
  limit: ["1", "50", "200", "0", "201", "-1", "1e2", "0x10", "९"],
  after: ["", "null", "eyJ9", "0", "2026-11-23T09:00:00Z~x", "AAAA", "%"],
  left: ["true", "false", "1", "yes", "no", "maybe"],
  text: ["I will call you back tomorrow by noon. We could also send it on Friday.", "Fix the tap"],
  sentence: ["I will call you back tomorrow by noon."],
};

/** What no contract asks for. */
export const broken: fc.Arbitrary<unknown> = fc.oneof(
  {
    weight: 12,
    arbitrary: fc.constantFrom<unknown>(
      null,
      [],
      {},
      "",
      0,
      -1,
      -0,
      1.5,
      1e308,
      2 ** 53,
      "12",
      "0",
      true,
      false,
      [null],
      { a: 1 },
      "null",
      "NaN",
    ),
  },
  {
    weight: 6,
    arbitrary: fc.constantFrom<unknown>(
      "\0",
      "a\0b",
      "\ud800",
      "\udfff\ud800",
      "\u202egnp",
      "\ufeff",
      "🏳️‍🌈",
      "\r\nx-injected: 1",
      "'; drop table promises; --",
      "%",
      "\\",
      "#{7*7}",
      "{{7*7}}",
      "<script>alert(1)</script>",
      "../../etc/passwd",
      "\u0007",
    ),
  },
  { weight: 2, arbitrary: fc.jsonValue({ maxDepth: 3 }) },
  { weight: 1, arbitrary: fc.constantFrom<unknown>("x".repeat(70_000), Array(3_000).fill(0), nested(500)) },
  { weight: 2, arbitrary: fc.string({ unit: "binary", maxLength: 80 }) },
);

function nested(depth: number): unknown {
  let value: unknown = 1;
  for (let n = 0; n < depth; n++) value = n % 2 ? [value] : { a: value };
  return value;
}
