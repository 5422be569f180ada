import { anyOf, type Rule } from "#app/sentences/rule.ts";
import { ours, own, theirs } from "./words.ts";

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

/** What sort of act it is: the first that fits counts. */
export const acts: Rule[] = [
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
      /^(?:machen (?:das|es) (?:gern|seit)|stellen (?:fest|her)|suchen|sprechen (?:deutsch|englisch)|fuhren|nehme an|nehmen an|sage|sagen|halten? (?!sie|dich|euch|ihnen)|frage mich|fragen uns|liefern (?:in|nach|weltweit))\b/,
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
