import { anyOf, type Condition } from "#app/sentences/rule.ts";

const asked = anyOf(`
  schicken|senden|geben|teilen|sagen|rufen|melden|schreiben|antworten|fullen|laden|mailen|nennen|bestatigen|unterschreiben
  wahlen|prufen|bringen|kommen|lassen|klicken|besuchen|wenden|reichen|zahlen|uberweisen|stellen|machen|faxen|legen|tragen
`);
const request = `(?:\\b${asked} sie\\b|\\bbitte (?!(?:entschuldigen|beachten|haben sie (?:noch )?(?:etwas )?geduld|verzeihen))|(?:^|[.!?:;,] )(?:schick|sende?|gib|sag|ruf|melde? dich|schreib|antworte|mail|nenn|bring|komm|lass|klick|teil|trag) )`;
const unbroken = "(?:(?!\\b(?:aber|jedoch|obwohl|inzwischen|unterdessen)\\b)[^\\n])";
const you = "(?:sie|du|ihr|uns|mir|ihre?\\w*|dein\\w*|alle unterlagen)";

export const conditions: Condition[] = [
  {
    name: "wenn, davor",
    sees: "before",
    words: new RegExp(
      `\\b(?:wenn|falls|sofern|vorausgesetzt|es sei denn|im falle)\\b(?! (?:moglich|notig|erforderlich))${unbroken}*$|^(?:\\W*)(?:sollten?|hatten) (?:sie|du|es|das|etwas|der|die|noch|sich|ihre?)\\b${unbroken}*$`,
    ),
  },
  {
    name: "wenn, dahinter",
    sees: "after",
    words: /^[^.;!?]*\b(?:wenn|falls|sofern|vorausgesetzt|es sei denn|im falle)\b(?! (?:moglich|notig|erforderlich))/,
  },
  {
    name: "sobald Sie, davor",
    sees: "before",
    words: new RegExp(
      `\\b(?:sobald|nachdem|sowie|solange|bis) ${you}\\b${unbroken}*$|\\b(?:sobald|nachdem) (?:ich|wir) [^,]*(?:erhalten|bekommen|haben|habe|eingegangen|vorlieg\\w+)[^,]*,?\\s*$|\\b(?:nach|bei) (?:erhalt|eingang|ihrer? \\w+|ruckmeldung|zahlungseingang)\\b${unbroken}*$`,
    ),
  },
  {
    name: "sobald Sie, dahinter",
    sees: "after",
    words: new RegExp(
      `^[^.;!?]*(?:\\b(?:sobald|nachdem|solange) ${you}\\b|\\b(?:nach|bei) (?:erhalt|eingang|zahlungseingang)\\b|\\bsobald (?:ich|wir) [^.]*(?:von ihnen|ihre?\\w*|unterlagen|zahlung)\\b)`,
    ),
  },
  {
    name: "erst gebeten",
    sees: "before",
    words: new RegExp(
      `${request}${unbroken}*(?:\\bund|\\bdann|\\bdamit|\\bso|\\boder|[,:-])(?: (?:dann|ich|wir))?\\s*$`,
    ),
  },
  {
    name: "sonst",
    sees: "before",
    words: /\b(?:sonst|andernfalls|ansonsten|in diesem fall|wenn ja|wenn nicht)\b[^.;]*$/,
  },
  {
    name: "im Satz davor gebeten",
    sees: "sentence before",
    words: new RegExp(`^${unbroken}*${request}[^\\n]*\\n[^\\n]*\\bdann\\b`),
  },
];
