import type { FormPageWords } from "#app/arrivals/page-form-words.ts";

export const form: FormPageWords = {
  title: "{house} schreiben",
  heading: "Schreiben Sie an {house}",
  lead: "Ein Mensch liest es. Sie hören sofort, dass es da ist, und bis wann jemand antwortet.",
  name: "Ihr Name",
  email: "Ihre E-Mail-Adresse",
  phone: "Ihre Telefonnummer",
  oneOfTwo: "Eines von beiden genügt: der Weg, auf dem Sie gern von uns hören.",
  about: "Worum geht es? (wenn Sie mögen)",
  words: "Was können wir für Sie tun?",
  send: "Abschicken",
  trap: "Bitte lassen Sie dieses Feld leer",
  troubles: {
    missing: "Bitte füllen Sie das aus.",
    tooLong: "Das ist mehr, als hier Platz hat. Bitte kürzen Sie es.",
    badEmail: "Das ist keine Mailadresse: Schreiben Sie sie wie ana@example.com.",
    badPhone: "Das ist keine Telefonnummer: Schreiben Sie sie mit ihrem Land, etwa +49 151 2345678.",
    noWay: "Bitte nennen Sie eine E-Mail-Adresse oder eine Telefonnummer, sonst können wir nicht antworten.",
  },
  again: {
    quick: "Das ging sehr schnell. Bitte sehen Sie es noch einmal durch und schicken Sie es erneut ab.",
    old: "Diese Seite war lange offen. Alles, was Sie schrieben, steht noch da: Bitte schicken Sie es erneut ab.",
    tooMany:
      "Von dort, wo Sie sind, kam gerade viel, darum wurde das nicht abgeschickt. Bitte versuchen Sie es in einigen Minuten wieder; was Sie schrieben, bleibt hier stehen.",
  },
  sent: {
    heading: "Danke, es ist da",
    more: "Ein Mensch liest es. Auf dem Weg, den Sie nannten, hören Sie gleich, wer sich kümmert und bis wann jemand antwortet.",
    another: "Noch etwas schreiben",
  },
  gone: {
    heading: "Dieses Formular gibt es nicht mehr",
    more: "Bitte suchen Sie auf unserer eigenen Seite einen anderen Weg zu uns.",
  },
  tooLarge: {
    heading: "Das ist mehr, als wir hier annehmen können",
    more: "Bitte gehen Sie zurück, kürzen Sie es auf 4.000 Zeichen, und schicken Sie es erneut ab.",
  },
};
