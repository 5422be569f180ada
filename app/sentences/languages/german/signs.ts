import type { Sign } from "#app/sentences/rule.ts";

/** What else is said around the act: all that fit count. */
export const signs: Sign[] = [
  { name: "für Sie", points: 0.4, sees: "act", words: /\b(?:ihnen|sie|dir|dich|euch|ihr|ihre[nmrs]?|dein\w*)\b/ },
  { name: "von uns", points: 1, sees: "act", words: /\bvon (?:uns|mir)\b/ },
  {
    name: "darum gekümmert",
    points: 0.6,
    sees: "act",
    words: /\b(?:darum|bescheid|zuruck|weiter|nach|vorbei|darauf|zukommen|an sie)\b/,
  },
  { name: "Frage", points: -3, sees: "sentence", words: /\?["')\s]*$/ },
  {
    name: "Wunsch oder Vermutung",
    points: -3,
    sees: "sentence",
    words:
      /\b(?:hoffe|hoffen|hoffentlich|vielleicht|eventuell|vermutlich|wahrscheinlich|wohl|womoglich|wunsche|wunschen|angeblich|gegebenenfalls)\b/,
  },
  {
    name: "Meinung davor",
    points: -1.5,
    sees: "before",
    words: /\b(?:glaube|denke|meine|schatze|nehme an|furchte|dachte)\b[^.;]*$/,
  },
  {
    name: "können davor",
    points: -4,
    sees: "before",
    words: /\b(?:konnen|durfen|mussen|sollen|mochten|wollen|wurden?|konnten?|sollten?|kann|muss|soll|mochte|will) $/,
  },
  {
    name: "anbei",
    points: -2.5,
    sees: "sentence",
    words:
      /\b(?:anbei|hiermit|im anhang|beigefugt|anliegend|soeben|gerade eben|bereits|gestern|derzeit|momentan|im moment|gerade|zurzeit)\b/,
  },
  { name: "nicht", points: -3, sees: "act", words: /\b(?:nicht|nie|niemals|kein\w*)\b/ },
  {
    name: "Regel des Hauses",
    points: -3,
    sees: "sentence",
    words:
      /\b(?:in der regel|normalerweise|grundsatzlich|ublicherweise|immer|stets|jeden (?:tag|monat)|taglich|in solchen fallen|generell|meistens|allgemein|seit (?:\d+|jahren|langem)|weltweit|jedes jahr)\b/,
  },
  {
    name: "von anderen gesagt",
    points: -2,
    sees: "before",
    words:
      /\b(?:er|sie|kunde|kundin|man) (?:sagt|sagte|meint|meinte|behauptet|glaubt|denkt|mochte|will)\b[^.;]*$|\b(?:ob|warum|wie|wann|was|wo|weshalb|als|bis|weil|da) (?:\w+ )?$/,
  },
  {
    name: "eigenes Leben",
    points: -2,
    sees: "act",
    words: /\bmein(?:e|en|em|er)? (?:\w+ )?(?:kinder|frau|mann|familie|mutter|vater|hund|auto|urlaub|geburtstag)\b/,
  },
  {
    name: "Ironie",
    points: -3,
    sees: "sentence",
    words: /^(?:ja,? klar|na klar|sicher doch|klar doch),? .*\b(?:ganz bestimmt|sofort|naturlich)\b.*!$/,
  },
];
