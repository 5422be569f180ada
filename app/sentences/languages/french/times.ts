import { anyOf } from "#app/sentences/rule.ts";

const unit = "(?:minutes?|heures?|h|jours?(?: (?:ouvres|ouvrables))?|semaines?|mois|ans?|quinzaine)";
const number = anyOf(
  "\\d{1,3}(?:\\s?(?:-|a|ou)\\s?\\d{1,3})?|une?|deux|trois|quatre|cinq|six|sept|huit|dix|quinze|quelques|une demi-?",
);
const weekday = "(?:lundi|mardi|mercredi|jeudi|vendredi|samedi|dimanche)";
const month = "(?:janvier|fevrier|mars|avril|mai|juin|juillet|aout|septembre|octobre|novembre|decembre)";
const part = "(?:matin|apres-midi|soir|midi)";

const core = anyOf(`
  apres-demain|demain|aujourd'hui|ce ${part}|cet apres-midi|cette (?:semaine|nuit|annee)|ce (?:mois-ci|mois|${weekday}|week-end)
  ${weekday}(?: prochain| en huit)?|\\d{1,2}(?:er)? ${month}(?: \\d{4})?|\\d{1,2}/\\d{1,2}(?:/\\d{2,4})?|\\d{4}-\\d\\d-\\d\\d
  (?:la )?semaine (?:prochaine|suivante)|(?:le )?mois prochain|(?:la )?fin (?:de la journee|de (?:la )?semaine|du mois|de journee|de matinee|de l'annee)|(?:le )?week-end|debut de semaine|la (?:journee|matinee|soiree)|midi|courant de la semaine
  \\d{1,2} ?(?:h|heures?)(?: ?\\d\\d)?|\\d{1,2}:\\d\\d|la premiere heure|premiere heure
`);
const lead = anyOf(
  "avant le|avant la|avant|d'ici a|d'ici au|d'ici|des le|des|a partir du|a partir de|jusqu'a|pour le|pour|le|la|a|au|vers|dans le|dans la|dans|au plus tard le|au plus tard|apres le|apres|en|entre|sous|courant|au cours de",
);
const span = anyOf(`
  (?:dans|sous|d'ici|en moins de|en|dans un delai de|dans les) (?:les )?(?:(?:prochain(?:e)?s|${number}) ){1,2}${unit}
`);
const vague = anyOf(`
  des que possible|aussi vite que possible|au plus vite|au plus tot|dans les plus brefs delais|dans les meilleurs delais|bientot|tout de suite|immediatement|sans tarder|plus tard|prochainement|sous peu|dans un instant|tout a l'heure|rapidement|sans delai
  des que (?:j'ai|nous avons|je|nous|on|la piece|le|l')\\b[^,.;]{0,40}
`);
const oneTime = `(?:(?:${lead} ){0,3}${core}|${span}|${vague})`;

/** When it is to be, in a promise: the longest run of such words, "avant vendredi midi". */
export const times = new RegExp(
  `(?<![\\w-])${oneTime}(?![\\w-])(?:(?:,? |,)(?:(?:et|ou|a|au|de|du|vers|-) )?(?:${oneTime}|${part})(?![\\w-]))*`,
  "g",
);
