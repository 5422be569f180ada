import { anyOf } from "#app/sentences/rule.ts";

const unit = "(?:(?:business|working|week|work) ?)?(?:minute|min|hour|hr|day|week|fortnight|month|quarter|year)s?";
const number = anyOf(
  "\\d{1,3}(?:\\s?(?:-|to|or)\\s?\\d{1,3})?|an?|one|two|three|four|five|six|seven|eight|nine|ten|twelve|twenty|thirty|a few|few|a couple(?: of)?|couple(?: of)?|several|half an|(?:two|three) (?:or|to) (?:three|four)",
);
const weekday = "(?:(?:mon|tues?|wednes|weds?|thur?s?|fri|satur|sun)day|mon|tues?|weds?|thurs?|fri)s?";
const month =
  "(?:jan(?:uary)?|feb(?:ruary)?|march|april|june|july|aug(?:ust)?|sept?(?:ember)?|oct(?:ober)?|nov(?:ember)?|dec(?:ember)?)";
const part = "(?:morning|afternoon|evening|night|lunch(?:time)?|noon|midday)";
const clock =
  "(?:\\d{1,2}(?::\\d\\d)? ?(?:[ap]\\.? ?m\\b\\.?|o'clock)|\\d{1,2}:\\d\\d|noon|midday|midnight|half past \\w+)";

const core = anyOf(`
  (?:day after )?tomorrow|today|tonight|tmrw|this ${part}
  (?:this|next|the (?:coming|following|same)|coming|later this|early next|late next|the end of (?:this|next|the)) (?:${unit}|weekend|${part}|${weekday}|${month})
  (?:the )?week-?end
  (?:next |this |coming )?${weekday}(?: (?:week|of (?:this|next) week))?
  (?:the )?(?:end|close|start|beginning|middle|course) of (?:the |this |next |our |my |your )?(?:business|play|day|week|month|year|quarter|today|tomorrow|${weekday}|${month})
  close of business|cob|eod|eob|eow|eom
  ${month}\\.? (?:the )?\\d{1,2}(?:st|nd|rd|th)?(?:,? \\d{4})?|(?:the )?\\d{1,2}(?:st|nd|rd|th)?(?: of)? ${month}|the \\d{1,2}(?:st|nd|rd|th)|\\d{1,2}/\\d{1,2}(?:/\\d{2,4})?|\\d{4}-\\d\\d-\\d\\d
  ${clock}|at \\d{1,2}(?![\\d.,%-])|(?:in the|over|at|by|before|after|until|during the|early|late) ${part}|(?:this|the same) time
`);
const lead = anyOf(
  "no later than|not later than|by the|by|before the|before|until|till|at around|at about|at|on the|on|around|about|after|from|during|first thing|early|earlier|late|later|sometime|some time|over the|in the|in|within the|within|between|starting|the|this",
);
const span = anyOf(`
  (?:within|in|in about|inside|in under|over|for) (?:the )?(?:next |coming |following )?(?:${number} )?${unit}(?: time| from now)?\\b(?! (?:of|ago))
  (?:the|in the) (?:next|coming|following) (?:${number} )?${unit}
  ${number} ${unit} from (?:now|today|tomorrow)|within (?:the )?(?:day|hour|week)
  in (?:just )?a (?:bit|while|moment|minute|second|sec|little while|jiffy)|in due course|in the near future
  (?:in|by) (?:${month}|\\d{4})|for (?:the \\d{1,2}(?:st|nd|rd|th)|tomorrow|${weekday}|(?:this|next) (?:week|month|${weekday}))
`);
const vague = anyOf(`
  as soon as (?:possible|(?:i|we|he|she|it|they|the \\w+|my \\w+|our \\w+|[a-z]+ (?:is|has|are|comes|gets))\\b[^,.;]{0,50})|asap|soon|shortly|later on|later|right away|straight away
  immediately|at once|momentarily|promptly|without delay|first thing|(?:after|before) (?:work|lunch|dinner|breakfast|christmas|easter|(?:the|our|your|my|this) (?:\\w+ )?(?:holidays?|weekend|meeting|break|call|visit))
  (?:when|once) (?:(?:he|she|it|they) (?:is|are|gets?|comes?|arrives?)|i am|i'm|we are|we're|i get|we get|i have|we have)\\b[^,.;]{0,40}
`);
const oneTime = `(?<!\\b(?:come|stop|drop|pop|swing|stand|go) (?=by\\b))(?!around to)(?:(?:${lead} ){0,3}${core}|${span}|${vague})`;

/** When it is to be, in a promise: the longest run of such words, "at nine tomorrow morning" or "as soon as possible after June 23". */
export const times = new RegExp(
  `(?<![\\w'-])${oneTime}(?![\\w-])(?:(?:,? |,)(?:(?:and|or|at|on|of|in|by|to|until|-) )?(?:${oneTime}|${part})(?![\\w-]))*`,
  "g",
);
