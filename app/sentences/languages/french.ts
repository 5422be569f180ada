import type { Opening, Rule, Rules, Sign } from "#app/sentences/rule.ts";
import { conditions } from "./french-conditions.ts";
import { times } from "./french-times.ts";

const clitic = "(?:(?:vous|te|le|la|les|lui|leur|nous|me|y|en|se) |[tlms]')";
const clitics = `(?:${clitic}){0,3}`;
const now1 =
  "envoie|renvoie|rappelle|appelle|tiens|transmets|fais|reviens|confirme|prepare|occupe|charge|regarde|verifie|renseigne|passe|transfere|donne|adresse|reserve|commande|corrige|rembourse|informe|contacte|demande|vois avec|livre|apporte|mets|note|propose|repare|remplace|recontacte|relance|garde|previens";
const now1s =
  "envoyons|rappelons|appelons|tenons|transmettons|faisons|revenons|confirmons|preparons|occupons|chargeons|regardons|verifions|passons|transferons|adressons|reservons|corrigeons|remboursons|informons|contactons|livrons|remplacons|reparons|recontactons";
const infinitive =
  "(?:envoyer|renvoyer|rappeler|appeler|tenir|transmettre|faire|revenir|confirmer|preparer|occuper|charger|regarder|verifier|renseigner|passer|transferer|donner|adresser|reserver|commander|corriger|rembourser|informer|contacter|demander|voir avec|livrer|apporter|mettre|noter|proposer|reparer|remplacer|recontacter|relancer|repondre|ecrire|examiner|etudier|changer|resoudre|regler|organiser|prendre|dire|prevenir|venir|installer|finir|terminer|commencer|chercher|trouver|annuler|deplacer|fournir|joindre|ajouter|modifier|envisager|traiter|verser|crediter|echanger|assurer|essayer|parler|tout faire|creer|remettre|soumettre|intervenir|poser|monter)";
const helper =
  "technicien(?:ne)?|equipe|collegue|responsable|chauffeur|livreur|commercial(?:e)?|service|plombier|electricien(?:ne)?|installateur|ouvrier|comptable|assistant(?:e)?|secretaire|atelier|mecanicien(?:ne)?|patron(?:ne)?|conseill(?:er|ere)|specialiste|agent|artisan";
const states =
  "serai|aurai|pourrai|voudrai|devrai|saurai|verrai|irai|resterai|attendrai|partirai|dormirai|mangerai|voyagerai|arriverai|aimerai|penserai|croirai|espererai|gagnerai|perdrai|rentrerai|quitterai|vivrai|manquerai|assisterai|participerai|apprecierai|oublierai|regretterai|profiterai|rirai|courrai|jouerai|deviendrai|retournerai|continuerai";
// "Nous livrons" is no future: its root ends in r.
const rooted = "(?:livr|uvr|ffr|ntr|[^e]par|sur|esper|admir|retir|dur|dor|nor|meur|jur)";
const stem = (words: string) => words.replaceAll("rai", "r");

const openings: Opening[] = [
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
    words: new RegExp(`\\bnous (?:ne )?${clitics}(?![a-z]*${rooted}ons\\b)(?=[a-z]+rons\\b)`, "g"),
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

const acts: Rule[] = [
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

const signs: Sign[] = [
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

/** French: accents are not read ("verifierai"), as folded words have none. */
export const french: Rules = {
  openings,
  acts,
  signs,
  conditions,
  clauseEnd: /[.;:!?](?:\s|$)|,? \b(?:mais|cependant|parce que|car|bien que|puisque)\b|\n\s*\n|\)(?!\w)| - /,
  times,
};
