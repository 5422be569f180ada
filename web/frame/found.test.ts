import assert from "node:assert/strict";
import { test } from "node:test";
import { found } from "./found.ts";

const all = ["Go to Customers", "Go to Today", "Über mich", "Custom letter"];
const find = (typed: string) => found(typed, all, (name) => name);

test("with nothing typed everything is offered, in its order", () => assert.deepEqual(find(""), all));

test("the beginning of a name comes before the beginning of a word in it", () => {
  assert.deepEqual(find("cust"), ["Custom letter", "Go to Customers"]);
});

test("accents, capitals and blanks do not matter", () => assert.deepEqual(find(" uber "), ["Über mich"]));

test("letters in order are enough", () => assert.deepEqual(find("gtd"), ["Go to Today"]));

test("what fits nothing finds nothing", () => assert.deepEqual(find("xyz"), []));
