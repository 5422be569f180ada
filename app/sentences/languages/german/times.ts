import { anyOf } from "#app/sentences/rule.ts";

const unit = "(?:werk|arbeits)?(?:minuten?|stunden?|tage?n?s?|wochen?|monate?n?s?|quartals?|jahre?s?)";
const number = anyOf(
  "\\d{1,3}(?:\\s?(?:-|bis|oder)\\s?\\d{1,3})?|eine[rmns]?|zwei|drei|vier|funf|sechs|sieben|acht|zehn|zwolf|vierzehn|wenigen?|einigen?|ein paar|anderthalb|einer halben|(?:zwei|drei) (?:bis|oder) (?:drei|vier)",
);
const weekday =
  "(?:montag|dienstag|mittwoch|donnerstag|freitag|samstag|sonnabend|sonntag)(?:s|morgen|vormittag|mittag|nachmittag|abend)?";
const month = "(?:januar|februar|marz|april|mai|juni|juli|august|september|oktober|november|dezember)";
const part = "(?:fruh|vormittags?|mittags?|nachmittags?|abends?|morgens)";
const which =
  "(?:kommenden?|kommender|kommendes|nachsten?|nachster|nachstes|dieser?|diesen|dieses|ende der|anfang der|mitte der)";

const core = anyOf(`
  ubermorgen|heute(?: noch)?|(?<!guten )\\bmorgen|heut
  (?:${which} )?${weekday}(?: (?:${part}|kommender woche|nachster woche))?
  ${which} (?:woche|monats?|wochenende|tage?n?|jahres?|quartal)|(?:das |zum |am )?wochenende
  (?:ende|anfang|mitte)(?: (?:dieser|dieses|der|des|nachster|nachsten|kommender))? (?:woche|monats?|jahres?|tages?|quartals?|${month})|wochenende|monatsende|tagesende|jahresende|feierabend|geschaftsschluss|dienstschluss|(?:heute )?mittag
  \\d{1,2}\\. ?(?:${month}|\\d{1,2}\\.)(?: ?\\d{2,4})?|\\d{4}-\\d\\d-\\d\\d
  (?:halb |viertel (?:vor|nach) )?(?:\\d{1,2}|ein|zwei|drei|vier|funf|sechs|sieben|acht|neun|zehn|elf|zwolf)(?:[:.]\\d\\d)? uhr(?: \\d\\d)?|\\d{1,2}:\\d\\d
`);
const lead = anyOf(
  "bis|bis zum|bis zu|bis spatestens|spatestens|am|ab|um|gegen|vor|nach|noch|gleich|direkt|schon|noch vor|noch im laufe des|im laufe des|im laufe der|im verlauf des|zum|zu|in der|im|von|zwischen|ca\\.?|etwa|im lauf der",
);
const span = anyOf(`
  (?:in|innerhalb von|innerhalb|binnen|in etwa|in ca\\.|nach) (?:den nachsten |der nachsten |(?:etwa|rund) )?(?:${number} )?${unit}
  (?:in|innerhalb) (?:den|der) (?:nachsten|kommenden) (?:${number} )?${unit}
`);
const vague = anyOf(`
  so (?:bald|schnell|rasch) wie moglich|so bald es geht|baldmoglichst|schnellstmoglich|umgehend|unverzuglich|sofort|in kurze|demnachst|zeitnah|bald|spater|nachher|gleich (?:im anschluss|danach)|im anschluss|als erstes|asap|in den nachsten tagen
  sobald (?:ich|wir|er|sie (?:da|zuruck|fertig)|es|das|der|die|unser|mein|[a-z]+ (?:da|zuruck|fertig))\\b[^,.;]{0,50}
`);
const oneTime = `(?:(?:${lead} ){0,3}${core}|${span}|${vague})`;

/** When it is to be, in a promise: the longest run of such words, "bis morgen 12 Uhr". */
export const times = new RegExp(
  `(?<![\\w-])${oneTime}(?![\\w-])(?:(?:,? |,)(?:(?:und|oder|um|am|bis|gegen|ab|-) )?(?:${oneTime}|${part}|${core})(?![\\w-]))*`,
  "g",
);
