import type { Sign } from "#app/sentences/rule.ts";

/** What else is said around the act: all that fit count. */
export const signs: Sign[] = [
  { name: "pour vous", points: 0.4, sees: "sentence", words: /\b(?:vous|votre|vos|te|toi|ton|ta|tes)\b/ },
  { name: "de notre part", points: 0.8, sees: "act", words: /\b(?:de (?:notre|ma) part|de (?:nos|mes) nouvelles)\b/ },
  { name: "question", points: -3, sees: "sentence", words: /\?["')\s]*$/ },
  {
    name: "souhait ou doute",
    points: -3,
    sees: "before",
    words:
      /\b(?:espere|esperons|esperant|peut-etre|sans doute|probablement|j'imagine|suppose|souhaite|doute|pourvu)\b[^.;]*$/,
  },
  { name: "avis devant", points: -1.5, sees: "before", words: /\b(?:pense|crois|parait|semble) que? ?$/ },
  { name: "nié", points: -3.5, sees: "act", words: /^(?:\S+ ){1,2}(?:pas|jamais|plus|rien|aucun\w*)\b/ },
  {
    name: "règle de la maison",
    points: -3,
    sees: "sentence",
    words:
      /\b(?:generalement|en general|habituellement|normalement|toujours|dans ces cas|dans ce genre de cas|chaque (?:jour|mois|annee|semaine)|tous les (?:jours|ans|mois)|d'habitude|en principe|depuis (?:\d|des|toujours))\b/,
  },
  {
    name: "dit par d'autres",
    points: -2,
    sees: "before",
    words:
      /\b(?:il|elle|ils|elles|client|cliente) (?:a dit|ont dit|dit|disait|pense|croit|croyait|voulait) qu[e']? ?$|\b(?:pourquoi|comment|quand|ou|qui|combien|parce qu[e']|jusqu'a ce qu[e']|ce qu[e']) ?$/,
  },
  {
    name: "vie privée",
    points: -2.5,
    sees: "act",
    words:
      /\b(?:mon|ma|mes) (?:\w+ )?(?:enfants?|femme|mari|famille|mere|pere|parents|voiture|vacances|chien|anniversaire|fils|fille)\b|\ben vacances\b/,
  },
  {
    name: "déjà fait",
    points: -2.2,
    sees: "sentence",
    words:
      /\b(?:ci-joint|en piece jointe|hier|la semaine derniere|deja|voici|par la presente|en ce moment|actuellement)\b/,
  },
  {
    name: "ironie",
    points: -3,
    sees: "sentence",
    words: /^(?:oui,? c'est ca|bien sur,? bien sur|mais bien sur),? .*!?$/,
  },
];
