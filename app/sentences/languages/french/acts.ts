import type { Rule } from "#app/sentences/rule.ts";
import { clitics, infinitive, now1, now1s } from "./words.ts";

const states =
  "serai|aurai|pourrai|voudrai|devrai|saurai|verrai|irai|resterai|attendrai|partirai|dormirai|mangerai|voyagerai|arriverai|aimerai|penserai|croirai|espererai|gagnerai|perdrai|rentrerai|quitterai|vivrai|manquerai|assisterai|participerai|apprecierai|oublierai|regretterai|profiterai|rirai|courrai|jouerai|deviendrai|retournerai|continuerai";
const stem = (words: string) => words.replaceAll("rai", "r");

/** What sort of act it is: the first that fits counts. */
export const acts: Rule[] = [
  { name: "parole", points: 2.4, words: /^(?:comptez sur|c'est comme|je m'en|nous nous en|on s'en)\b/ },
  {
    name: "affaires à soi",
    points: -4,
    words: new RegExp(
      `^(?:${states}|(?:${stem(states)})(?:ons|a)|etre|avoir|pouvoir|devoir|vouloir|rester|aller|partir|dormir|manger|voyager|arriver|attendre|voir(?! avec)|bien|mal|mieux|essayer de dormir|manquer|prendre (?:le train|l'avion|des vacances|un cafe|quelques jours|ma retraite)|passer (?:le|les|mes|quelques|une)|faire (?:les courses|du sport|beau|froid)|prendrai (?:le|un)|passe (?:le|les|mes)|passerai (?:le|les|mes|noel)|dois|tiens a|demande (?:si|pourquoi|comment)|demanderai (?:si|pourquoi))\\b`,
    ),
  },
  {
    name: "reçu de nous",
    points: 1.2,
    words:
      /^(?:vous|tu) (?:recevrez|aurez|recevras|auras) (?:le|la|les|votre|vos|notre|nos|un|une|l'|de nos nouvelles|ton|ta)/,
  },
  { name: "servi", points: 2.2, words: /^vous serez \w+/ },
  { name: "fait", points: 1.8, words: /^(?:votre|vos|la|le|les|l'|tout|ce|cela|elle|il)\b.*(?:sera|seront) \w+/ },
  {
    name: "service",
    points: 2,
    words: new RegExp(`^${clitics}(?:(?:va|vont) ${clitics})?(?:${infinitive}|[a-z]+(?:rai|rons|ra|ront))\\b`),
  },
  { name: "service maintenant", points: 1.2, words: new RegExp(`^${clitics}(?:${now1}|${now1s})\\b`) },
];
