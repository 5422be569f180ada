import assert from "node:assert/strict";
import { describe, test } from "node:test";
import fc from "fast-check";
import { Refusal } from "#base/refusal.ts";
import { addressChannels, normalAddress } from "./address.ts";

describe("an address in its normal form", () => {
  const forms: [channel: "email" | "phone" | "sms" | "social" | "letter", written: string, normal: string][] = [
    ["email", " Ana.Silva+orders@Example.COM ", "ana.silva+orders@example.com"],
    ["email", "jürgen@Müller.example", "jürgen@xn--mller-kva.example"],
    ["email", "root@localhost", "root@localhost"],
    ["email", "o'neil@sub.example.co.uk", "o'neil@sub.example.co.uk"],
    ["phone", "+49 (0) 151 / 234-5678", "+491512345678"],
    ["phone", "0049 151 2345678", "+491512345678"],
    ["sms", "(030) 1234.567", "0301234567"],
    ["phone", "+１５５５０１００", "+15550100"],
    ["phone", "+46\u00a08\u2013123456", "+468123456"],
    ["social", "  @ana_silva ", "@ana_silva"],
    ["letter", "Storgatan 1\n  111 22  Stockholm ", "Storgatan 1 111 22 Stockholm"],
  ];
  for (const [channel, written, normal] of forms) {
    test(`${channel} ${JSON.stringify(written)} is ${normal}`, () => {
      assert.deepEqual(normalAddress({ channel, address: written }), { channel, address: normal });
    });
  }

  const refusals: Record<string, string[]> = {
    bad_email: [
      ..."ana|@|ana@|@example.com|a b@example.com|ana@ex ample.com|ana@-example.com|ana@example..com|ana@1.2.3".split(
        "|",
      ),
      ..."ana@[127.0.0.1]|a,b@example.com|<ana@example.com>|ana@example.com/x|ana@exa%41mple.com|ana@a:25".split("|"),
      `${"a".repeat(65)}@example.com`,
      "ana@example.com\nBcc: all@example.com",
      "a\u0000b@example.com",
    ],
    bad_number: ["123", "call me", "+", "++4915112345", "12345678901234567890", "1234 ext 5", "12\u0000345"],
    bad_address: ["", "   ", "a\u0007b", "x".repeat(501)],
  };
  for (const [code, written] of Object.entries(refusals)) {
    const channel = ({ bad_email: "email", bad_number: "phone" } as const)[code] ?? "social";
    test(`${channel}: what cannot be one is refused`, () => {
      for (const address of written) {
        const no = (problem: unknown) => problem instanceof Refusal && problem.code === code && problem.field === "at";
        assert.throws(() => normalAddress({ channel, address }, "at"), no, JSON.stringify(address));
      }
    });
  }

  test("whatever is written is refused or normal, and normal stays as it is", () => {
    const written = fc.oneof(
      fc.string({ unit: "binary" }),
      fc.emailAddress(),
      fc.stringMatching(/^[+0-9 ()/.-]{3,20}$/),
    );
    fc.assert(
      fc.property(fc.constantFrom(...addressChannels), written, (channel, address) => {
        try {
          const normal = normalAddress({ channel, address });
          assert.deepEqual(normalAddress(normal), normal);
          assert.doesNotMatch(normal.address, /\p{Cc}|^\s|\s$/u);
        } catch (problem) {
          assert.ok(problem instanceof Refusal, String(problem));
        }
      }),
      { numRuns: 500 },
    );
  });
});
