import { anyOf, type Opening } from "#app/sentences/rule.ts";

const will = "(?:'ll|'l| will| shall|(?: am|'m| are|'re) (?:going to|gonna|about to)| gonna)";
const adverb =
  "also|then|now|just|still|certainly|definitely|surely|personally|gladly|happily|immediately|promptly|quickly|soon|shortly|again|both|all|of course|in turn|actually|simply|go and|absolutely|first|be sure to|make sure to|do (?:my|our) (?:very )?best to|do (?:everything|all|what|whatever) (?:i|we) can to|make every effort to|try (?:and|to|my best to|our best to|our hardest to)";
const tail = `(?:,? (?:${adverb}|today|tomorrow|tonight)\\b,?)*`;
const deedNext =
  "send|call|ring|e-?mail|text|forward|check|follow|get back|get (?:it|this|that|them)|let you|keep you|update|confirm|reply|respond|write|post|deliver|bring|drop|pick|fix|repair|look|review|revert|do\\b|ask|find|try|take (?:care|a look|it|this)|speak|talk|arrange|book|order|pass|share|contact|be in touch|come|advise|report|finish|prepare";
const helper =
  "team|assistant|colleagues?|manager|technicians?|engineers?|driver|courier|office|department|staff|crew|secretary|specialists?|experts?|agents?|representatives?|reps?|supervisor|plumber|electrician|accountant|lawyer|partner|boss|warehouse|workshop|developers?|people|doctor|nurse|receptionist|advis[oe]r|consultant|foreman|fitter|installer|mechanic|apprentice|guys|service|desk";
const notAName = anyOf(
  "The|This|That|These|Those|It|You|Your|He|She|They|There|Here|We|I|Our|My|Their|His|Her|Its|Some|All|Any|Each|Every|Which|Who|What|When|Where|How|Why|If|Once|Then|Also|And|But|Or|So|As|In|On|At|By|For|No|Not|Nobody|Nothing|Somebody|Someone|Everyone|Everything|Anyone|Customers|People|Most|Many|Monday|Tuesday|Wednesday|Thursday|Friday|Saturday|Sunday|January|February|March|April|May|June|July|August|September|October|November|December|Today|Tomorrow|Tonight|Hopefully|Otherwise|Please|Yes|Well|Now|Later|Soon|One|Both|Neither|Maybe|Perhaps|Time|God|Life|Christmas",
);

/** The words with which a promise may begin. */
export const openings: Opening[] = [
  {
    name: "I will",
    points: 0.4,
    who: "writer",
    words: new RegExp(
      `\\bi(?:,? (?:too|also|then|personally|now),?)?(?<!\\b(?:if|whether|when|once|unless|that if) i)${will}${tail} (?=[a-z])`,
      "g",
    ),
  },
  {
    name: "we will",
    points: 0.3,
    who: "team",
    words: new RegExp(
      `\\bwe(?:,? (?:both|too|also|then|all|now),?)?(?<!\\b(?:if|whether|when|once|unless|that if) we)${will}${tail} (?=[a-z])`,
      "g",
    ),
  },
  {
    name: "I plan to",
    points: -0.8,
    who: "writer",
    words: /\b(?:i|we)(?: do)? (?:(?:plan|intend|aim|mean) to|(?:am|are) planning to) (?=[a-z])/g,
  },
  {
    name: "will, said without I",
    points: -1,
    who: "writer",
    words: new RegExp(
      `(?:^|[.!?;:] |- |^[a-z' ]{1,30}, |\\b(?:and|but) )(?:will|shall|'ll|going to|gonna)${tail} (?=(?:${deedNext})\\b)`,
      "g",
    ),
  },
  {
    name: "let me",
    points: -1.2,
    who: "writer",
    words:
      /\b(?:let|allow) me (?:to )?(?:just |quickly |first )*(?=(?:check|double-check|verify|look|find|ask|see|get|speak|talk to|confirm|investigate|review|dig|run|take|reach|follow|pass|forward|send|consult|work|escalate|raise|have a)\b)/g,
  },
  {
    name: "a promise by name",
    points: 1.5,
    who: "writer",
    words:
      /\b(?:i|we)(?: do| can| hereby)? (?:promise|undertake|commit|pledge|swear|vow|guarantee)(?: you)? (?:that (?:i|we)(?:'ll| will)|(?:i|we)(?:'ll| will)|to) (?=[a-z])/g,
  },
  {
    name: "a word given",
    points: 0,
    who: "writer",
    words:
      /(?=\b(?:leave (?:it|that|this) (?:with|to) (?:me|us)|consider it done|you have (?:my|our) word|you can (?:count|rely) on (?:me|us) to|(?<=^|[.!?,] )(?:i'm|we're) on it|(?<=^|[.!?,] )expect [^.;!?]{2,40}? from (?:me|us)|expect (?:my|our|an? \w+ from (?:me|us|my|our)))\b)/g,
  },
  {
    name: "promised, as a note says",
    points: 0.6,
    who: "writer",
    words: /(?:^|[.!?;,] |\b(?:i|we)(?:'ve| have)? |\band )promised (?:[a-z]+ ){0,4}?(?:to |that |an? |the )/g,
  },
  {
    name: "we would, as a note says",
    points: 0.2,
    who: "team",
    words:
      /(?<!\b(?:you|he|she|they|who)(?:'ve| have| had)? )\b(?:told|said|promised|assured|informed|advised|agreed)\b(?! you\b)[^.;!?]{0,40}?\b(?:i|we)(?:'d| would) (?=[a-z])/g,
  },
  {
    name: "a helper of ours will",
    points: -1.3,
    who: "named",
    words: new RegExp(
      `\\b((?:my|our|the|an?|one of (?:our|my|the)) (?:[\\w-]+ ){0,3}(?:${helper})(?:, [^,.;]{2,40},)?|some(?:one|body)(?: (?:from|at|in|on) [\\w ]{2,30}?)?)(?:'ll| will| shall| (?:is|are) going to)${tail} (?=[a-z])`,
      "g",
    ),
  },
  {
    name: "a named one will",
    points: -2.1,
    who: "named",
    cased: true,
    words: new RegExp(
      `(?<![A-Za-z])((?:(?:Mr|Mrs|Ms|Dr)\\.? )?(?!${notAName}\\b)[A-Z][A-Za-z'-]+(?: [A-Z][A-Za-z'-]+){0,2}(?:, (?:my|our|the|from) [^,.;]{2,30},)?(?: and (?:I|[A-Z][a-z]+))?)(?:'ll| will| shall| (?:is|are) going to)(?: (?:also|then|personally|now))* (?=[a-z])`,
      "g",
    ),
  },
  {
    name: "somebody was asked",
    points: -1.4,
    who: "named",
    words:
      /\b(?:i|we)(?:'ve| have)?(?: just| already)? (?:asked|arranged for|instructed|looped in|assigned|requested) (?!you\b)([^.;,]{2,40}?) to (?=(?:reply|respond|call|contact|get (?:back|in touch)|reach|follow|send|e-?mail|visit|come|be in touch|ring|take care|look|help|assist|write|bring|deliver|fix|repair)\b)/g,
  },
  {
    name: "you will be",
    points: -2,
    who: "team",
    words: /\byou(?:'ll| will| shall| are going to|'re going to)(?: also| then| soon| shortly)? (?=be )/g,
  },
  {
    name: "you will have",
    points: -1.8,
    who: "team",
    words: /\byou(?:'ll| will| shall| can expect to)(?: also| then| soon| shortly)? (?=(?:receive|get|have|hear)\b)/g,
  },
  {
    name: "it will be",
    points: -3,
    who: "team",
    words:
      /\b(?:your|the|this|that|it|an?|our|these|those|everything|they)(?: [\w'-]+){0,4}?(?:'ll| will| shall| (?:is|are) going to)(?: also| then| all)? (?=(?:be|ship|arrive|go out|reach you|get to you)\b)/g,
  },
  {
    name: "under way to the reader",
    points: -2.4,
    who: "writer",
    words: /\b(?:i'm|i am|we're|we are) (?:just )?(?=[a-z]+ing\b)/g,
  },
  {
    name: "so that we can",
    points: 0.3,
    who: "team",
    offer: true,
    words: /\b(?:i|we) (?:can|could|may|might)(?: also| then)? (?=[a-z])/g,
  },
  {
    name: "happy to",
    points: 0.3,
    who: "team",
    offer: true,
    words:
      /\b(?:i|we)(?:'d| would|'ll| will| am|'m|'re| are) (?:(?:be )?(?:more than |very |only too )?(?:happy|glad|pleased|delighted) to|gladly|love to|like to) (?=[a-z])/g,
  },
];
