import type { Opening } from "#app/sentences/rule.ts";
import { clitics, infinitive, now1, now1s } from "./words.ts";

const helper =
  "technicien(?:ne)?|equipe|collegue|responsable|chauffeur|livreur|commercial(?:e)?|service|plombier|electricien(?:ne)?|installateur|ouvrier|comptable|assistant(?:e)?|secretaire|atelier|mecanicien(?:ne)?|patron(?:ne)?|conseill(?:er|ere)|specialiste|agent|artisan";
// "Nous livrons" is no future: its root ends in r.
const rooted = "(?:livr|uvr|ffr|ntr|[^e]par|sur|esper|admir|retir|dur|dor|nor|meur|jur)";

/** The words with which a promise may begin. */
export const openings: Opening[] = [
  {
    name: "je ferai",
    points: 0.3,
    who: "writer",
    words: new RegExp(`\\b(?:je |j')(?:ne )?${clitics}(?=[a-z]+rai\\b)`, "g"),
  },
  {
    name: "nous ferons",
    points: 0.2,
    who: "team",
    words: new RegExp(
      `(?:\\bnous (?:ne )?|(?<=\\bnous\\b.*\\bet ))${clitics}(?![a-z]*${rooted}ons\\b)(?=[a-z]+rons\\b)`,
      "g",
    ),
  },
  { name: "on fera", points: 0.1, who: "team", words: new RegExp(`\\bon (?:ne )?${clitics}(?=[a-z]+ra\\b)`, "g") },
  {
    name: "je vais",
    points: 0.2,
    who: "writer",
    words: new RegExp(
      `\\bje vais (?:maintenant |tout de suite |aussi |donc )?(?:de ce pas )?${clitics}(?=[a-z]+)`,
      "g",
    ),
  },
  {
    name: "nous allons",
    points: 0.1,
    who: "team",
    words: new RegExp(`\\b(?:nous allons|on va) (?:maintenant |tout de suite |aussi |donc )?${clitics}(?=[a-z]+)`, "g"),
  },
  {
    name: "je fais",
    points: 0.1,
    who: "writer",
    words: new RegExp(`\\b(?:je |j'|(?<=\\bje [^.]{3,40} et ))${clitics}(?=(?:${now1})\\b)`, "g"),
  },
  { name: "nous faisons", points: 0, who: "team", words: new RegExp(`\\bnous ${clitics}(?=(?:${now1s})\\b)`, "g") },
  {
    name: "je promets",
    points: 1,
    who: "writer",
    words:
      /\b(?:je (?:vous |te )?promets|nous (?:vous )?promettons|je m'engage|nous nous engageons) (?:a |de |que |d')?(?=[a-z])/g,
  },
  {
    name: "laissez-moi",
    points: -1.4,
    who: "writer",
    words: new RegExp(`\\b(?:laissez|laisse|permettez)-moi (?:de )?${clitics}(?=${infinitive}\\b)`, "g"),
  },
  {
    name: "parole donnée",
    points: 0,
    who: "writer",
    words:
      /\b(?=comptez sur (?:moi|nous)|c'est comme si c'etait fait|je m'en (?:occupe|charge)|nous nous en (?:occupons|chargeons)|on s'en (?:occupe|charge))/g,
  },
  {
    name: "promis, dit la note",
    points: 0.8,
    who: "team",
    words:
      /(?:^|[.!?,] |\b(?:j'ai|nous avons|on a) )(?:lui |leur )?promis (?:a \w+ |au client |a la cliente )?(?:de |d'|que )(?=[a-z])/g,
  },
  {
    name: "quelqu'un de chez nous",
    points: -1.2,
    who: "named",
    words: new RegExp(
      `\\b((?:notre|mon|ma|un|une|le|la|l'|nos|quelqu'un) ?(?:[\\w-]+ )?(?:${helper}|de (?:notre|l')[ a-z]+)(?: [a-z]+){0,2}?) (?=${clitics}(?:[a-z]+ra|va|vont|passe|rappelle|appelle)\\b)`,
      "g",
    ),
  },
  {
    name: "quelqu'un par son nom",
    points: -1.4,
    who: "named",
    cased: true,
    words: new RegExp(
      `((?:M\\. |Mme |Monsieur |Madame )?(?<![A-Za-z])(?!Il|Elle|On|Le|La|Les|Ce|Cela|Ca|Je|Nous|Vous|Tu|Ils|Elles|Qui|Que|Si|Et|Mais|Quand|Demain|Tout|Rien|Un|Une|Cette)[A-Z][a-z]+(?: [A-Z][a-z]+)?) (?=${clitics}(?:[a-z]+ra|va)\\b)`,
      "g",
    ),
  },
  {
    name: "vous recevrez",
    points: -0.9,
    who: "team",
    words: /(?=\bvous (?:recevrez|aurez)\b|\btu (?:recevras|auras)\b)/g,
  },
  {
    name: "vous serez",
    points: -1.4,
    who: "team",
    words:
      /(?=\bvous serez (?:contacte|rappele|rembourse|livre|informe|prevenu|averti|credite|dedommage|recontacte)e?s?\b)/g,
  },
  {
    name: "ce sera fait",
    points: -2.2,
    who: "team",
    words:
      /(?=\b(?:votre|vos|la|le|les|l'|tout|ce|cela|elle|il)(?: ?[\w'-]+){0,3}? (?:sera|seront) (?:expedie|livre|envoye|repare|rembourse|remplace|traite|corrige|regle|pret|resolu|credite|verse|effectue|installe)e?s?\b)/g,
  },
  {
    name: "nous pouvons, volontiers",
    points: 0.4,
    who: "team",
    offer: true,
    words: new RegExp(
      `\\b(?:(?:nous|on|je) (?:pouvons|peut|peux|pourrons|pourrai|pourrions|pourrais)|(?:je serai|nous serons|nous serions|je serais) (?:ravie?s?|heureu(?:x|se)s?) de) ${clitics}(?=[a-z])`,
      "g",
    ),
  },
];
