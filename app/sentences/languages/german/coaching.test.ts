import { test } from "node:test";
import { areCoached } from "#test/harness/coached.ts";

test("German: the coach points at the words, and leaves what only looks like them", () => {
  areCoached("de", [
    [
      "absolute",
      [
        ["Wir sind jederzeit für Sie da.", "jederzeit"],
        ["Ich garantiere den Termin.", "garantiere"],
        ["Das kommt definitiv am Freitag.", "definitiv"],
        ["Das wird nie wieder so sein.", "nie wieder"],
      ],
      ["Es ist immer noch offen.", "Ihre Garantie läuft bis Mai.", "Meist dauert es einen Tag."],
    ],
    [
      "unsure",
      [
        ["Der Fehler wird bis Freitag behoben.", "wird bis Freitag behoben"],
        ["Das kommt nicht mehr vor.", "kommt nicht mehr vor"],
        ["Der Lieferant schickt das Teil am Montag.", "Der Lieferant schickt"],
      ],
      ["Ich sehe mir den Fehler am Freitag an.", "Der Fehler wurde gestern behoben.", "Der Lieferant war da."],
    ],
    [
      "dont_know",
      [
        ["Das weiß ich leider nicht.", "weiß ich leider nicht"],
        ["Keine Ahnung.", "Keine Ahnung"],
      ],
      [
        "Das weiß ich nicht, ich kläre es bis Mittag.",
        "Ich weiß nicht. Ich melde mich bis 15 Uhr.",
        "Wissen Sie das Modell?",
      ],
    ],
    [
      "evasion",
      [
        ["Da können wir leider nichts machen.", "Da können wir leider nichts machen"],
        ["Wir bitten um Entschuldigung für etwaige Unannehmlichkeiten.", "etwaige Unannehmlichkeiten"],
        ["Dafür bin ich nicht zuständig.", "Dafür bin ich nicht zuständig"],
        ["Schauen wir mal.", "Schauen wir mal"],
      ],
      [
        "Es tut mir leid, dass Sie zwei Tage gewartet haben.",
        "Zuständig ist Frau Vogt.",
        "Wir haben das falsche Teil bestellt.",
      ],
    ],
    [
      "blame",
      [
        ["Sie hätten früher anrufen müssen.", "Sie hätten früher anrufen müssen"],
        ["Wie bereits erwähnt ist geschlossen.", "Wie bereits erwähnt"],
        ["Mein Kollege hat es leider vergessen.", "Mein Kollege hat es leider vergessen"],
        ["Sie haben die Unterschrift vergessen.", "Sie haben die Unterschrift vergessen"],
      ],
      ["Mein Kollege ruft Sie an.", "Wir haben das falsche Teil bestellt.", "Sie haben recht."],
    ],
    [
      "jargon",
      [
        ["Wir melden uns zeitnah.", "zeitnah"],
        ["Wir setzen Sie in Kenntnis, wollen Sie in Kenntnis setzen.", "in Kenntnis setzen"],
        ["Der Fall wurde eskaliert.", "eskaliert"],
      ],
      ["Wir melden uns bis 15 Uhr.", "Ich habe es an Ben weitergegeben.", "Die Eskimos."],
    ],
    [
      "asks_known",
      [
        ["Wie lautet Ihre Telefonnummer?", "Ihre Telefonnummer"],
        ["Bitte nennen Sie uns Ihre Bestellnummer.", "Ihre Bestellnummer"],
      ],
      ["Ich rufe Sie an.", "Steht die Modellnummer hinten?"],
    ],
    [
      "needs_approval",
      [
        ["Unser Monteur hat Ihr Parkett beschädigt.", "Unser Monteur hat Ihr Parkett beschädigt"],
        ["Wir haben Ihre Daten verloren.", "Wir haben Ihre Daten verloren"],
        ["Wir ersetzen den Schaden.", "Wir ersetzen den Schaden"],
      ],
      ["Wir haben Ihre Daten gesichert.", "Wir ersetzen die Pumpe.", "Unser Monteur hat die Pumpe getauscht."],
    ],
  ]);
});
