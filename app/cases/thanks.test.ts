import assert from "node:assert/strict";
import { test } from "node:test";
import { isThanks } from "./thanks.ts";

const names = ["Marta Lindqvist", "Ana Lima"];

test("thanks with a greeting and names is thanks and nothing else", () => {
  const thanks = [
    ...[
      "Thanks!",
      "Thank you so much, Ana.\n\nBest\nMarta",
      "Perfect, thanks a lot",
      "Danke 👍",
      "👍",
      "Ok",
      "Merci beaucoup",
    ],
    ...["Vielen Dank für die schnelle Antwort!\n\nViele Grüße\nMarta Lindqvist", "Alles klar, danke Ana"],
  ];
  for (const words of thanks) assert.ok(isThanks(words, names), words);
});

test("whatever says or asks more is none, and so is what thanks for nothing", () => {
  const more = [
    ...["Thanks, but it still drips", "Thanks! When do you come?", "Danke, die Heizung ist wieder kalt", ""],
    ...["Thanks for the help. Bert", "Danke. Rechnung anbei", "Hello Ana", `Thanks ${"so ".repeat(200)}much`],
  ];
  for (const words of more) assert.ok(!isThanks(words, names), words);
});
