import { anyOf, type Rule } from "#app/sentences/rule.ts";

/** What one does for another, or on the matter. */
const deeds = anyOf(`
  send|forward|e-?mail|mail|text|message|dm|fax|post|ship|deliver|dispatch|call|ring|phone|telephone|contact|reach out
  write|reply|respond|answer|give|let|tell|inform|notify|update|keep|brief|advise|report|confirm|get back|get in touch
  check|double-?check|verify|look (?:at|into|for|up|over|through|and|further|after)|review|read|go (?:over|through|ahead)
  investigate|examine|inspect|test|find|figure|ask|query|speak (?:to|with)|talk (?:to|with)|discuss|raise|escalate|flag
  mention|pass|share|provide|supply|submit|file|arrange|schedule|book|reserve|organi[sz]e|set|plan|prepare|draft|draw
  put|do|fix|repair|replace|resolve|solve|sort|correct|change|adjust|amend|edit|revise|rewrite|cancel|refund|reimburse
  credit|pay|transfer|waive|process|handle|deal|take|bring|drop|pick|collect|fetch|return|order|buy|install|build
  clean|finish|complete|work|follow|circle|touch base|come back to|add|remove|delete|include|attach|upload|print
  copy|sign|track|monitor|ensure|make (?:sure|it|that|this|the|an?|certain|arrangements)|help|assist|walk you|show
  present|explain|introduce|invite|connect|hand|communicate|coordinate|negotiate|push|chase|remind|record|note|log
  document|visit|save|swap|exchange|compensate|honou?r|extend|approve|authori[sz]e|release|publish|quote|calculate
  measure|match|reset|restore|recover|reopen|unlock|activate|enable|move|switch|begin|start|get|try|attempt|run|have|leave
`);
/** What a colleague of ours does for the reader: of others, only this is taken for our word. */
const services = anyOf(`
  send|forward|e-?mail|mail|text|ship|deliver|call|ring|phone|contact|reach out|write|reply|respond|answer|get back
  get in touch|let you|tell you|inform|notify|update|keep you|advise you|confirm|check|look (?:at|into|after)|review
  investigate|follow|provide|arrange|schedule|prepare|fix|repair|replace|resolve|process|handle|take|bring|drop|pick
  collect|install|help|assist|come|visit|stop by|be with you|be in touch|quote|refund|credit|measure|inspect|give you
`);
/** Being somewhere, having, wanting, knowing, going: the writer's own affairs, or no act at all. */
const states = anyOf(`
  be|have|need|want|like|love|hate|know|think|believe|assume|presume|suppose|guess|hope|expect|wait|look forward
  remain|stay|live|see|miss|feel|understand|realize|remember|enjoy|agree|regret|appreciate|become|seem|depend|require
  lose|win|own|prefer|wish|wonder|never|benefit|go(?! (?:over|through|ahead|and|back))|come(?! back to)|leave(?! (?:an?|it|them|that|this|your|you an?|you the|him|her|word|messages?|the \\w+ (?:on|at|with|in|for))\\b)|arrive|travel|attend|meet|retire|sleep|spend|talk(?! (?:to|with) (?!you))|chat
  catch|continue|always|fly|drive|stop|return to (?:work|the office)|put up with|take (?:off|part|place|time|my|our|a (?:nap|break|vacation|holiday))
  hold (?:an?|our|the) (?:\\w+ )?(?:meeting|call|conference|session|party|seminar)|close (?:at|on|for|early)|take (?:an?|the) (?:[\\w:']+ ){0,3}(?:flight|train|bus|plane|cab|taxi|job|class|course|day|week)
  play|watch|eat|drink|cook|walk (?!you)|swim|ski|celebrate|party|study|vote|marry|relax|rest|sit|stand|hang|head|join|lie|bet|pretend|laugh|cry|die|quit|resign|turn|plan (?:on|to)
  get (?:out|up|home|sick|there|married|used|tired|old)|do (?:fine|well|ok|okay|better)|make (?:do|it\\b(?! (?:up|right|work|happen)))
  find (?:it|that|this|out the hard)|try not|keep (?:in mind|fingers|this in mind|that in mind|calm|up)|take it from there
  let (?:you )?(?:go|decide)|let you be|draw (?:the line|on)|ask for (?:your|patience)|work for|give up|run (?:into|out|late)
`);
const sending = anyOf(`
  sending|calling|contacting|forwarding|e-?mailing|mailing|writing|following|reaching out|getting|reviewing|providing
  posting|updating|checking|looking (?:at|into)|processing|shipping|delivering|notifying|arranging|refunding|sharing
  submitting|returning|preparing|fixing|replacing|installing|working|visiting|coming (?:to|by|over|out to)|bringing
  picking|dropping|issuing|ringing|replying|answering|repairing|in touch|in contact|back in touch|back (?:to|with) you
`);
const doneForReader = anyOf(`
  contacted|called|e-?mailed|notified|informed|updated|refunded|reimbursed|credited|compensated|paid|sent|shipped
  delivered|dispatched|fixed|repaired|replaced|resolved|processed|ready|done|finished|completed|installed|picked up
  collected|reviewed|answered|looked (?:at|into)|taken care|dealt with|on its way|in the (?:post|mail)
  given|provided|issued|put through|kept|sorted|called back|visited|corrected|adjusted|waived|returned|forwarded
`);

/** The first that fits says what sort of act it is. */
export const acts: Rule[] = [
  {
    name: "an answer from us",
    points: 3,
    words: /^hear (?:back )?(?:directly )?from (?:me|us|him|her|our|my|the|one of|some|an?|[a-z]+)\b/,
  },
  {
    name: "having something",
    points: -2,
    words: /^have the (?!.*\b(?:by|before|until|within|tomorrow|today|tonight|ready|[a-z]{3,}ed)\b)/,
  },
  {
    name: "the reader receives",
    points: 1.4,
    words:
      /^(?:receive|get|have) (?:it|this|that|them|the|your|my|our|an? (?:\w+ )?(?:answer|reply|response|update|quote|decision|offer|invoice|draft|call|confirmation|copy|refund|replacement|e-?mail|letter|report|link|receipt))\b/,
  },
  { name: "it comes", points: 2.4, words: /^(?:ship|arrive|go out|reach you|get to you)\b/ },
  {
    name: "own word",
    points: 2,
    words:
      /^(?:leave (?:it|that|this) (?:with|to) (?:me|us)|consider it done|you have (?:my|our) word|you can (?:count|rely) on (?:me|us)|i'm on it|we're on it|expect)\b/,
  },
  { name: "reader is served", points: 2.8, words: new RegExp(`^be (?:\\w+ )?${doneForReader}\\b`) },
  { name: "progress to us", points: 1.8, words: new RegExp(`^(?:be )?${sending}\\b`) },
  {
    name: "being with the reader",
    points: 1.8,
    words:
      /^(?:be (?:back |there |right |over |out |straight )*|(?:arrive|come|stop|drop|swing|pop) (?:\w+ ){0,2}?)(?:(?:by|over|out|round|around|there|at|to|in)\b.*\b(?:fix|repair|look at|install|collect|measure|inspect|check|deliver|replace|pick)|(?:with|to) you\b|(?:at|to) your\b)/,
  },
  { name: "coming over", points: 0.2, words: /^(?:come|pop|swing|drop) (?:by|over|round|around)\b/ },
  { name: "ability", points: -4, words: /^be (?:\w+ )?(?:able|unable|possible|available) ?/ },
  {
    name: "goodwill",
    points: -4,
    words:
      /^(?:be (?:\w+ )*?(?:happy|glad|pleased|delighted|honou?red|thrilled|excited|proud|grateful|here|there for|waiting)|gladly take|love to|like to|more than happy)\b/,
  },
  { name: "not", points: -3, words: /^(?:not|never|no longer|hardly|only)\b/ },
  {
    name: "formula",
    points: -4,
    words:
      /^(?:see (?:you|how|what happens|each|him|her|them|it|the)|wait|look forward|talk (?:to you|soon|later|then|tomorrow)|speak (?:to you )?(?:soon|later|then)|go from there|take it from there|do (?:whatever|anything|everything) it takes|keep (?:that|this|it) in mind|let you (?:get|go|decide)|catch (?:you|up)|be honest|say|admit|add that|note that|point out|bet|be brief|tell you (?:what|this|that|one)|give you (?:that|an example)|pass(?:$| on (?:this|that) one)|have to see)\b/,
  },
  {
    name: "having it done",
    points: 1.8,
    words:
      /^have (?:(?:my|our|the|a|an|your|his|her|their) [\w' -]{0,40}?|someone|somebody|him|her|them|it|this|that|these|everything|[a-z]+ )(?:\w+ )?(?:call|send|sign|e-?mail|contact|look|check|get|reply|bring|fix|write|review|prepare|set|ready|done|fixed|sent|repaired|finished|delivered|to you|with you|back to|over to|replaced|sorted|installed|[a-z]{3,}ed(?= by| and| in| on| to|\W*$))\b/,
  },
  {
    name: "no act",
    points: -3,
    words: /^(?:the|an?|my|our|your|this|that|his|her|their|bed|school|church|court|town|hell|whatever)\b/,
  },
  { name: "going on", points: -0.4, words: /^continue to (?!be|have|grow)/ },
  { name: "seeing to it", points: 2, words: /^see (?:to|that|if|whether|what (?:i|we) can|about|who|when|which)\b/ },
  {
    name: "state or own affairs",
    points: -3,
    words: new RegExp(`^(?:all |both |probably |maybe |likely )?${states}\\b`),
  },
  { name: "service", points: 2.4, words: new RegExp(`^(?:\\w+ly )?${services}\\b`) },
  { name: "deed", points: 2, words: new RegExp(`^(?:\\w+ly )?${deeds}\\b`) },
];
