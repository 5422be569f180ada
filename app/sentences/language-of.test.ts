import assert from "node:assert/strict";
import { test } from "node:test";
import { languageOf } from "./language-of.ts";
import { languageNamed } from "./languages.ts";

test("the language of a letter is told by its small words", () => {
  assert.equal(languageOf("Thanks for the photos, we'll have a look at it and call you."), "en");
  assert.equal(languageOf("Danke für die Fotos, wir sehen uns das an und rufen Sie zurück."), "de");
  assert.equal(languageOf("Gracias por las fotos, lo revisaremos y le llamaremos."), "es");
  assert.equal(languageOf("Merci pour les photos, nous allons regarder et vous rappeler."), "fr");
});

test("a language that is none of ours, or too little to tell, is not guessed", () => {
  assert.equal(languageOf("Grazie per le foto, domani le invio il preventivo che non era allegato."), null);
  assert.equal(languageOf("Bedankt voor de foto's, ik bel je morgen over het een en ander dat niet goed was."), null);
  assert.equal(languageOf("Obrigado pelas fotos, amanhã eu envio o orçamento para você, não se preocupe."), null);
  assert.equal(languageOf("ありがとうございます。明日お電話します。"), null);
  for (const nothing of ["", "?", "4711", "Ok!"]) assert.equal(languageOf(nothing), null);
});

test("a language may be named with its country", () => {
  assert.deepEqual(["de-AT", "EN", "nl", ""].map(languageNamed), ["de", "en", null, null]);
});
