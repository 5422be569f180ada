import type { Sign } from "#app/sentences/rule.ts";

/** What else is said around the act: all that fit count. */
export const signs: Sign[] = [
  { name: "to the reader", points: 0.4, sees: "act", words: /\b(?:you|your|u)\b/ },
  { name: "from us", points: 1, sees: "act", words: /\bfrom (?:me|us|my|our)\b/ },
  { name: "question", points: -2.5, sees: "act", words: /\?\s*$/ },
  { name: "question of the sentence", points: -2, sees: "sentence", words: /\?["')\s]*$/ },
  {
    name: "wish or guess before",
    points: -2.5,
    sees: "before",
    words:
      /\b(?:hope|hoping|hopefully|wish|doubt|guess|presume|assum(?:e|ing)|suppose|maybe|perhaps|possibly|might be that|imagine|wonder(?:ing)?|bet|afraid|as if|worr(?:y|ied)|predict|would think)\b[^.;!?]*$/,
  },
  {
    name: "opinion before",
    points: -1.2,
    sees: "before",
    words:
      /\b(?:think|believe|expect|(?:sounds?|looks?|seems?) like|chances are|figure|feel like|apparently|eventually|likely) (?:that )?$/,
  },
  { name: "guess within", points: -1.5, sees: "act", words: /^(?:\w+ )?(?:maybe|probably|perhaps|possibly|likely)\b/ },
  {
    name: "asked or told of",
    points: -2.2,
    sees: "before",
    words:
      /\b(?:what|how|why|when|where|which|who|whatever|wherever|things|the way|because|than|until|till|(?:he|she|they|you|people) (?:say|says|said|think|thinks|thought|told (?:me|us)|asked|want|wanted|know))(?: that| if)? $/,
  },
  {
    name: "policy",
    points: -2.5,
    sees: "sentence",
    words:
      /\b(?:in (?:these|such|those|some|most|many|all|rare) cases|in that case we|typically|usually|normally|generally|as a rule|from time to time|whenever|each time|every time|in general|by default|at all times|each year|every (?:day|week|month|year)|always|standard practice)\b/,
  },
  {
    name: "advertising",
    points: -1.5,
    sees: "sentence",
    words:
      /\b(?:subscri(?:be|ption)|newsletter|discount|exclusive|app store|free trial|opportunit(?:y|ies)|benefits|for (?:every|each) |once-in|members?-only|limited[- ]time|best deals?|savings?|% off)\b/,
  },
  {
    name: "own life",
    points: -2.5,
    sees: "act",
    words:
      /\bmy (?:own |\w+ )?(?:kids?|children|wife|husband|family|mother|mom|mum|dad|father|son|daughter|parents|car|dog|cat|vacation|holidays?|weight|hair|lunch|dinner|homework|thesis|resume|mileage|birthday)\b/,
  },
  {
    name: "irony",
    points: -3,
    sees: "sentence",
    words:
      /^(?:yeah|sure|oh|right)[, ]+(?:right|sure|yeah|because|like|great)\b|\bwhen (?:pigs|hell)\b|\bas if (?:i|we)\b|\b(?:i|we)'ll (?:totally|get right on that)\b/,
  },
  {
    name: "undone by itself",
    points: -1.5,
    sees: "sentence",
    words: /\b(?:i|we) (?:wish|would have|should have|could have)\b|\bnot sure (?:if|when|whether) (?:i|we)\b/,
  },
];
