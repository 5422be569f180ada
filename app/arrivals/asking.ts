const waiting = [
  /\b(?:any (?:news|updates?)|when (?:will|can|do|are|is)|still (?:waiting|no|not|nothing)|heard nothing|haven'?t heard|where (?:is|are)|how long|what(?:'s| is) (?:the status|happening)|is it (?:done|ready) yet|status update)\b/i,
  /(?:gibt es (?:schon )?(?:etwas )?neu(?:es|igkeiten)|\bwann (?:kommt|kommen|wird|kann|ist|sind|darf|bekomme)|\bimmer noch (?:nicht|kein|nichts)|\bwarte (?:noch|immer|weiter)|\bnichts gehört|\bwo bleib|\bwie lange (?:dauert|noch)|wie ist der stand)/i,
  /(?:des nouvelles|\bquand (?:est-ce|sera|allez|pouvez|aurai)|\btoujours (?:pas|rien)|j'attends (?:toujours|encore)|où en (?:est|sont|êtes)|combien de temps)/i,
  /(?:alguna (?:noticia|novedad)|¿?cuándo (?:va|estará|vendrá|podr|llega)|todavía (?:no|nada)|aún no|sigo esperando|cuánto tiempo)/i,
];

/**
 * Does this ask how far we are? A customer who does so before we told them has chased us. Thanks, an answer to a question
 * of ours and a question about something else are none, so it takes words that ask for news or a time.
 */
export function asksForNews(words: string): boolean {
  const start = words.slice(0, 4_000);
  return waiting.some((form) => form.test(start));
}
