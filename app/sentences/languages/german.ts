import { anyOf, type Opening, type Rule, type Rules, type Sign } from "#app/sentences/rule.ts";
import { conditions } from "./german-conditions.ts";
import { times } from "./german-times.ts";

const deeds = anyOf(`
  \\w*schicken|\\w*senden|melden|\\w*rufen|\\w*prufen|\\w*klaren|\\w*fragen|kummern|bescheid (?:geben|sagen)|informieren
  mitteilen|\\w*leiten|\\w*geben|veranlassen|erledigen|reparieren|\\w*tauschen|ersetzen|\\w*liefern|\\w*bringen|\\w*holen
  vorbei(?:kommen|schauen|bringen)|ubernehmen|\\w*statten|buchen|gutschreiben|vorbereiten|bearbeiten|anpassen
  korrigieren|\\w*andern|\\w*sprechen|\\w*sehen|\\w*schauen|machen|suchen|finden|\\w*stellen|zukommen lassen|\\w*antworten
  ruckmelden|unterstutzen|helfen|begleiten|abstimmen|\\w*planen|einrichten|installieren|montieren|besorgen|nachbessern
  \\w*weisen|stornieren|verschieben|reservieren|\\w*tragen|\\w*schreiben|\\w*lesen|durchgehen|sorgen|sicherstellen
  \\w*nehmen|\\w*haken|\\w*reichen|organisieren|verlangern|beheben|abschliessen|losen|messen|berechnen|beginnen|anfangen|tun
  versuchen|setzen|ausfuhren|kontaktieren|dokumentieren|freischalten|abrechnen|erstatten|vereinbaren|zahlen
`);
const own =
  "schicke|sende|melde|rufe|(?:uber)?prufe|klare|frage|kummere|gebe|sage|teile|leite|veranlasse|erledige|repariere|tausche|ersetze|liefere|bringe|hole|ubernehme|erstatte|mache|schaue|bestelle|besorge|schreibe|antworte|informiere|buche|reserviere|stelle|lasse|spreche|bereite|bearbeite|korrigiere|hake|reiche|trage|uberweise|storniere|versuche|sorge|nehme|kontaktiere|organisiere|plane|fuhre|suche|setze|vereinbare|komme|verspreche";
const ours =
  "schicken|senden|melden|rufen|(?:uber)?prufen|klaren|fragen|kummern|geben|sagen|teilen|leiten|veranlassen|erledigen|reparieren|tauschen|ersetzen|liefern|bringen|holen|ubernehmen|erstatten|machen|schauen|bestellen|besorgen|schreiben|antworten|informieren|buchen|reservieren|stellen|lassen|sprechen|bereiten|bearbeiten|korrigieren|haken|reichen|tragen|uberweisen|stornieren|versuchen|sorgen|nehmen|kontaktieren|organisieren|planen|fuhren|suchen|setzen|vereinbaren|kommen|versprechen|beheben|losen|beginnen";
const theirs =
  "schickt|sendet|meldet sich|ruft|pruft|klart|kummert sich|gibt|teilt|bringt|holt|ubernimmt|kommt|repariert|tauscht|liefert|schaut|schreibt|bearbeitet|informiert|wird|werden|melden sich|kontaktiert";
const helper =
  "techniker(?:in)?|monteur(?:in)?|kolleg(?:e|in|en|innen)|team|fahrer(?:in)?|mitarbeiter(?:in)?|meister(?:in)?|buchhaltung|werkstatt|kundendienst|service|vertrieb|lager|chef(?:in)?|assistent(?:in)?|sekretariat|elektriker(?:in)?|installateur(?:in)?|sachbearbeiter(?:in)?|support|abteilung|buro|jemand|lehrling|geselle|handwerker";

const openings: Opening[] = [
  { name: "ich werde", points: -0.2, who: "writer", words: /\b(?:ich werde|werde ich)\b|(?<=\bich\b.*\bund )werde\b/g },
  { name: "wir werden", points: -0.3, who: "team", words: /\b(?:wir werden|werden wir)\b/g },
  {
    name: "ich tue",
    points: 0.7,
    who: "writer",
    words: new RegExp(
      `\\bich (?=(?:${own})\\b)|\\b(?=(?:${own}) (?:mich |ihnen |es |das |mir |dir |sie )*ich\\b)`,
      "g",
    ),
  },
  {
    name: "wir tun",
    points: 0.7,
    who: "team",
    words: new RegExp(
      `\\bwir (?=(?:${ours})\\b)|\\b(?=(?:${ours}) (?:uns |ihnen |es |das |dir )*wir\\b)|\\b(?=sehen wir .{0,30}\\bnach\\b)`,
      "g",
    ),
  },
  {
    name: "ohne ich gesagt",
    points: -0.6,
    who: "writer",
    words:
      /(?:^|[.!?,] )(?=(?:melde mich|schicke|sende|rufe|kummere mich|prufe|klare|gebe|bringe|erledige|leite)\b)|(?:^|[.!?,] )(?=wird (?:gemacht|erledigt)\b)/g,
  },
  {
    name: "lassen Sie mich",
    points: -1.4,
    who: "writer",
    words:
      /\b(?:lassen sie|lass) mich (?=.*\b(?:prufen|klaren|nachfragen|nachsehen|nachschauen|ruckfragen|schauen)\b)/g,
  },
  {
    name: "zugesagt, sagt die Notiz",
    points: 0.6,
    who: "team",
    words:
      /\b(?:zugesagt|versprochen),? (?=.*(?:\bdass (?:ich|wir)\b|\bzu\b|\bzu[a-z]+en\b|zuruckzurufen))|\b(?=(?:rueckruf|ruckruf|angebot|lieferung|antwort|termin|gutschrift|ersatz)\b[^.]*\b(?:zugesagt|versprochen)\b)/g,
  },
  {
    name: "jemand von uns",
    points: -0.4,
    who: "named",
    words: new RegExp(
      `\\b((?:(?:unser|mein|ein|der|die|das)e?r? )?(?:[\\w-]+ ){0,2}?(?:${helper})(?: [a-z]+)?) (?=(?:${theirs})\\b)`,
      "g",
    ),
  },
  {
    name: "jemand mit Namen",
    points: -0.6,
    who: "named",
    cased: true,
    words: new RegExp(
      `((?:Herr|Frau) [A-Z][\\w-]+|(?<=^|[.!?] )(?!Das|Der|Die|Es|Sie|Er|Ich|Wir|Dies|Man|Wer|Was|Wann|Hier|Heute|Morgen|Dann|Danach)[A-Z][a-z]+) (?=(?:${theirs})\\b)`,
      "g",
    ),
  },
  {
    name: "Sie hören",
    points: 2,
    who: "team",
    words: /\b(?=(?:horen sie|sie horen|du horst|horst du)\b.*\bvon (?:uns|mir)\b)/g,
  },
  {
    name: "Sie erhalten",
    points: -0.4,
    who: "team",
    words:
      /\b(?=(?:sie (?:erhalten|bekommen|haben)|(?:erhalten|bekommen|haben) sie|du bekommst|bekommst du|bekommen sie) )/g,
  },
  {
    name: "Sie werden",
    points: -2,
    who: "team",
    words:
      /\b(?:sie werden|werden sie) (?=.*\b(?:kontaktiert|angerufen|zuruckgerufen|informiert|benachrichtigt|entschadigt|beliefert)\b)/g,
  },
  {
    name: "es wird",
    points: -1.6,
    who: "team",
    words:
      /\b(?:(?:ihr|ihre|die|der|das|den|es|ein|eine|alles)\b(?: [\w-]+){0,3}? wird|wird (?:ihr|ihre|die|der|das|es)\b) (?=.*\b(?:(?:ver|(?:zu|ab|nach)?ge)schickt|(?:ver|zu)sandt|geliefert|repariert|ersetzt|erstattet|behoben|bearbeitet|erledigt|fertig|ausgetauscht|abgeholt|uberwiesen|gutgeschrieben|zugestellt|freigeschaltet|gebracht)\b)/g,
  },
];

const acts: Rule[] = [
  {
    name: "Versprechen",
    points: 2,
    words: /^(?:verspreche|versprechen|wird (?:gemacht|erledigt)|lasse? (?:ihnen|dir) )/,
  },
  {
    name: "guter Wille",
    points: -4,
    words:
      /\b(?:zur verfugung|freuen|helfe(?:n)? (?:ihnen |dir )?gerne?|fuhle|begrussen|zu ihrer verfugung|gluckwunsch)\b/,
  },
  { name: "können", points: -4, words: /\b(?:konnen|durfen|mussen|sollen|mochten|wollen)\b\W*$/ },
  {
    name: "eigene Wege",
    points: -3,
    words:
      /\b(?:im urlaub|in urlaub|abwesend|nicht im (?:buro|haus)|ausser haus|verreist|unterwegs|zu hause|krank|heiraten|umziehen|im buro)\b|^(?:(?!, (?:sobald|wenn|falls|sofern|dass)\b).)*\b(?:sein|bleiben|haben|warten|brauchen|benotigen|wissen|hoffen|sehen wir|sehen|vermissen|fahren|fliegen|reisen|essen|schlafen|teilnehmen|treffen|werden|verbringen|geniessen|lieben|gewinnen|verlieren|spielen|feiern)\b(?=\W*$|, (?:sobald|wenn|falls|sofern|dass)\b)/,
  },
  { name: "kommt her", points: -3, words: /^komme?n? (?:aus|nicht|zu dem schluss|leider|mit)\b/ },
  {
    name: "Angaben über uns",
    points: -3,
    words:
      /^(?:machen (?:das|es) (?:gern|seit)|stellen (?:fest|her)|suchen|sprechen (?:deutsch|englisch)|fuhren|nehme an|nehmen an|sage|sagen|frage mich|fragen uns|liefern (?:in|nach|weltweit))\b/,
  },
  { name: "Dienst", points: 2.4, words: new RegExp(`\\b${deeds}(?=\\W*$|,| und | sowie | oder )`) },
  {
    name: "Dienst jetzt",
    points: 1,
    words: new RegExp(`^(?:${own}|${ours}|${theirs.replace("|wird|werden", "")})\\b`),
  },
  {
    name: "kommt zu Ihnen",
    points: 0.4,
    words:
      /^(?:sie|du|erhalten|bekommen|haben) .*\b(?:antwort|angebot|ruckmeldung|bescheid|rechnung|gutschrift|ersatz|unterlagen|bestatigung|nachricht|anruf|ruckruf|termin|ergebnis|entwurf|vertrag|erstattung|geld|ware|bericht|kopie|link|e-?mail|mail|schein|muster)\b/,
  },
  {
    name: "wird getan",
    points: 1,
    words:
      /\b(?:ge\w+|ver\w+t|er\w+t|be\w+(?:t|en)|uberwiesen|fertig|kontaktiert|angerufen|informiert|benachrichtigt|repariert)\b/,
  },
];

const signs: Sign[] = [
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

/** German: umlauts are read without their dots ("fur", "prufen"), as folded words have none. */
export const german: Rules = {
  openings,
  acts,
  signs,
  conditions,
  clauseEnd: /[.;:!?](?:\s|$)(?<!\b\d{1,2}\.\s?)|,? \b(?:aber|jedoch|obwohl|weil|denn|sondern)\b|\n\s*\n|\)(?!\w)| - /,
  times,
};
