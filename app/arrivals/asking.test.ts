import assert from "node:assert/strict";
import { test } from "node:test";
import { asksForNews } from "./asking.ts";

test("whoever asks for news or a time is heard in four languages; thanks are thanks", () => {
  const asking = [
    ...[
      "Any news?",
      "When will you come?",
      "I am still waiting for the part.",
      "We haven't heard from you.",
      "How long will it take",
    ],
    ...[
      "Gibt es schon etwas Neues?",
      "Wann kommt der Monteur?",
      "Ich warte immer noch.",
      "Es ist immer noch nicht fertig.",
    ],
    ...["Avez-vous des nouvelles ?", "Où en êtes-vous ?", "¿Cuándo va a venir?", "Sigo esperando."],
  ];
  const other = [
    ...["Thanks, that is great!", "Yes, Monday suits me.", "Can I pay by card?", "The key is under the mat.", ""],
    ...["Danke, passt.", "Merci beaucoup !", "Gracias."],
  ];
  for (const words of asking) assert.ok(asksForNews(words), words);
  for (const words of other) assert.ok(!asksForNews(words), words);
});
