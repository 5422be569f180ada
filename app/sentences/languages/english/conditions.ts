import { anyOf, type Condition } from "#app/sentences/rule.ts";

// "See if", "as if", "even if", "if possible" set no condition.
const ifSet =
  "(?<!\\b(?:see|check|know|out|ask|wonder|sure|confirm|tell|determine|verify|as|even|what|only|me|us|him|her|them|clear|whether|see you) )\\bif\\b(?! (?:possible|necessary|needed|required|any\\b|at all|you (?:don't mind|like|wish|will)\\b))";
const reader = "(?:you|your|u)\\b";
const later =
  "(?:once|when|whenever|after|as soon as|until|unless|provided|providing|assuming|supposing|in case|in the event|should|as long as)";
const receive = "(?:i|we)(?:'ve| have)? (?:receive|received|get|got|hear|heard|see|have)\\b";

const asks = anyOf(`
  send|share|submit|give|call|reply|respond|e-?mail|dm|message|text|contact|tell|fill|follow|visit|click|check|try|provide
  drop|shoot|post|pick|sign|open|file|use|complete|confirm|attach|upload|bring|return|reach|go to|head|get in touch|get back
  write|choose|select|place|leave|let us know|let me know|enter|ring|speak|ask|come|stop by|book|order|pay|register|report
  review|verify|forward|update|keep|join|download|install|restart|reset|scan|type|press|say the word|just say|hand|put|get (?:me|us)|pop
`);
const kindly =
  "(?:please|pls|plz|kindly|feel free to|just|simply|why don't you|can you|could you|would you|will you|you (?:can|could|may|might|should|need to|have to|must|'?ll (?:need|have|want) to|will (?:need|have) to)|let (?:us|me) know|(?:best|next|first) (?:next )?step is to|all you (?:need|have) to do)";
const noRequest =
  "(?!,? ?(?:please |pls )?(?:do not|don't|find\\b|note|accept|be (?:assured|aware|advised)|rest assured|bear|excuse|forgive|know that|see (?:attached|below)|keep in mind|worry|ignore|disregard|hold on|wait|allow us|give (?:me|us) (?:(?:just )?an? (?:few|couple|moment|minute|second|sec|day|bit|while|hour|week)|until|some|time)))";
// "Zap us a note": whatever the verb, it is asked of the reader.
const anyVerbToUs =
  "(?:^|[.!?;] )(?:just |simply )?(?!(?:for|with|to|like|of|from|about|thank|between|tell|give|allow|let|excuse|forgive|pardon|at|by|on|in|and|but|both|all|half)\\b)[a-z]+ (?:me|us) (?=an?\\b|your\\b|the\\b|up\\b|at\\b|over\\b)";
const request = `(?:${anyVerbToUs}|(?:^|[.!?:;,>"-] |\\b(?:and|or|so|then|by|to) )${noRequest}${asks}\\b|\\b${kindly}\\b${noRequest})`;
const unbroken = "(?:(?!\\b(?:but|although|though|because|meanwhile|in the meantime|however|while)\\b)[^\\n])";

export const conditions: Condition[] = [
  { name: "if, before", sees: "before", words: new RegExp(`${ifSet}${unbroken}*$`) },
  { name: "if, behind", sees: "after", words: new RegExp(`^[^.;!?]*?${ifSet}`) },
  {
    name: "the reader first, before",
    sees: "before",
    words: new RegExp(
      `\\b${later} (?:that )?(?:${reader}|${receive})${unbroken}*$|\\bupon (?:your |receipt|receiving)${unbroken}*$|^(?:\\W*|so )should (?:you|any|it|there|this|that)\\b${unbroken}*$`,
    ),
  },
  {
    name: "an event first",
    sees: "before",
    words: new RegExp(`\\b(?:once|unless) (?!(?:i|we|again|more)\\b)${unbroken}*$`),
  },
  {
    name: "the reader first, behind",
    sees: "after",
    words: new RegExp(
      `^[^.;!?]*?\\b(?:${later.replace("|as long as", "")} (?:that )?(?:${reader}(?! (?:latest|earliest)))|(?:once|after|as soon as|when|until) ${receive}[^.;!?]{0,60}\\byou|upon (?:your|receipt|receiving)|unless)\\b`,
    ),
  },
  {
    name: "asked for first",
    sees: "before",
    words: new RegExp(
      `${request}${unbroken}*(?:\\band|&(?:amp;)?|\\bso(?: that)?|\\bthen|\\bor|\\bwhere|[,"!>:.)-])\\s*$`,
    ),
  },
  { name: "otherwise", sees: "before", words: /\b(?:otherwise|if so|if not|in that case|in which case)\b[^.;]*$/ },
  {
    name: "asked for in the sentence before",
    sees: "sentence before",
    words: new RegExp(`^${unbroken}*${request}[^\\n]*\\n[^\\n]*\\bthen\\b`),
  },
];
