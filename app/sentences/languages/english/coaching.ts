import { type Coaching, hints } from "#app/sentences/hint.ts";

const asking = [
  ...hints("asks_known", "what(?: is|'s) your (?:full )?name|(?:tell|give|send) me your (?:full )?name", {
    asksFor: "name",
  }),
  ...hints("asks_known", "your (?:phone|telephone|mobile|cell) number", { asksFor: "phone" }),
  ...hints("asks_known", "your (?:e-?mail|mail) address", { asksFor: "email" }),
  ...hints("asks_known", "your (?:home |postal |street |delivery )?address(?! was| is correct)", {
    asksFor: "address",
  }),
  ...hints("asks_known", "your (?:order|customer|reference|invoice) number", { asksFor: "order_number" }),
];

export const coaching: Coaching = {
  hints: [
    ...hints(
      "absolute",
      `(?<!as )always => usually
      will never(?: again)?|never again => should not
      (?:i|we|can|you) guarantee|guaranteed|is guaranteed => expect
      definitely|certainly|absolutely|undoubtedly|without (?:a )?doubt|without fail|for sure
      100 ?%|one hundred percent|a hundred percent
      no matter what|in any case|every single time`,
    ),
    ...hints(
      "unsure",
      `(?:will|is going to) (?:be (?:fixed|solved|resolved|repaired|back up)|work(?: again| fine| perfectly)?)(?= by| on| today| tomorrow|[.!,]|$) => we will work on it and tell you by … how it stands
      (?:will|should) not happen again|won't happen again => this is what we changed so that it should not happen again: …
      you (?:will not|won't) have any (?:more )?(?:trouble|problems|issues) => tell me at once if anything is not right
      (?:they|the (?:supplier|carrier|manufacturer|insurer)) will (?:deliver|send|approve|pay|refund)\\b => I will ask them and tell you by … what they say`,
    ),
    ...hints(
      "dont_know",
      "(?:i|we) (?:do not|don't) (?:really )?know|(?:i|we) (?:have|'ve) no idea|no idea => I will find out and tell you by …",
      {
        unless:
          /\b(?:find out|let you know|get back to you|will (?:ask|check|tell)|'ll (?:ask|check|tell|find|let|get))\b/,
      },
    ),
    ...hints(
      "evasion",
      `(?:it is|that is|it's|that's) (?:our|company|the) policy|as per (?:our |company )?policy|due to (?:our |company )?policy => what we can do is …
      there is nothing (?:i|we) can do|there's nothing (?:i|we) can do|nothing (?:i|we) can do => what I can do is …
      (?:it is|it's|that is|that's) not my (?:job|department|area) => I will hand this to … and tell you by … what they say
      sorry for any inconvenience|apologi[sz]e for any inconvenience|any inconvenience (?:this|it) may have caused => I am sorry that …
      mistakes were made|an error (?:has )?occurred => we did … wrong
      we(?:'ll| will) see(?! you) => I will tell you by …
      due to (?:unforeseen|technical) (?:circumstances|reasons|difficulties) => because …`,
    ),
    ...hints(
      "blame",
      `you should have|you ought to have => next time it helps if …
      you (?:failed|neglected|forgot) to|you (?:did not|didn't) bother => … is still missing
      (?:it is|it's|that is|that's|was) (?:your|his|her|their) (?:own )?(?:fault|mistake) => what happened is …
      as (?:i|we) (?:already |have )?(?:already )?(?:said|told you|explained|mentioned)|like i said => once more, so that you have it together:
      my colleague (?:forgot|made a mistake|did not|didn't|messed up)|the previous (?:technician|agent|fitter) => we …
      the (?:warehouse|office|sales team|kitchen|workshop) (?:forgot|messed up|made a mistake) => we …`,
    ),
    ...hints(
      "jargon",
      `asap|a\\.s\\.a\\.p\\. => by …
      eod|e\\.o\\.d\\.|cob => by 5 pm
      touch base|circle back|reach out (?:to you)? => call you
      going forward|moving forward => from now on
      leverage|utili[sz]e => use
      at your earliest convenience => when it suits you
      please be advised that|please note that => 
      per my (?:last|previous) (?:e-?mail|message) => as I wrote
      escalated?|escalating => passed on to …
      (?:on|in) (?:our|the) (?:backlog|pipeline|roadmap) => planned for …
      rma(?: number)? => return number
      sla => the time we agreed`,
    ),
    ...asking,
    ...hints(
      "needs_approval",
      `(?:it was|this was|is|was) (?:entirely |all )?our (?:fault|mistake)(?=.*\\b(?:injur|hurt|damag|broke|lost|data|leak)) => ask first who approves such a sentence
      (?:we|i) (?:are|am|accept being) (?:fully )?(?:liable|responsible) for (?:the|your) (?:damage|injury|loss)|we accept (?:full )?liability => ask first who approves such a sentence
      (?:we|i|our (?:fitter|driver|technician|colleague)) (?:damaged|broke|flooded|scratched|injured|hurt|burnt|burned) => ask first who approves such a sentence
      (?:we|i) (?:have )?(?:lost|leaked|deleted|exposed) your (?:data|files|records|details|photos) => ask first who approves such a sentence
      (?:we|i) will (?:compensate|pay for (?:the|all|any) damage|cover (?:the|all) (?:damage|costs)) => ask first who approves such a sentence`,
    ),
  ],
  nextStep:
    /\b(?:next(?: step)?|i will|i'll|we will|we'll|let me|please (?:send|call|tell|let|reply|confirm|choose)|you can|could you|would you|by (?:then|monday|tuesday|wednesday|thursday|friday))\b/,
};
