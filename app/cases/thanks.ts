const thanks = new Set(
  (
    "thanks thank you thx so much very many a lot ok okay great super perfect perfekt prima top danke dank vielen lieben " +
    "herzlichen schön sehr merci beaucoup gracias muchas"
  ).split(" "),
);

/** What stands around it in a mail, and says nothing of its own. */
const courtesies = new Set(
  (
    "hi hello hey dear again all the best for your help quick reply info update good fine kind regards cheers have nice day " +
    "weekend evening too hallo guten morgen tag abend ihnen dir euch für die das den ihre deine schnelle antwort hilfe nachricht " +
    "rückmeldung alles klar gut liebe viele herzliche grüße grüsse gruß gruss mit freundlichen mfg lg vg und auch noch einen " +
    "schönen wochenende bonjour bien à vous bonne journée cordialement saludos hola"
  ).split(" "),
);

const longest = 300;

/**
 * Is this a thank-you and nothing else? Only where every word of it is one that people thank or greet with, or one of these
 * names: whatever says more may be a matter of its own, and nothing of that is to be lost.
 */
export function isThanks(words: string, names: readonly string[] = []): boolean {
  if (words.length > longest || /[?？؟]/u.test(words)) return false;
  const said = wordsIn(words);
  if (said.length === 0) return /\p{Extended_Pictographic}/u.test(words);
  const known = new Set(names.flatMap((name) => wordsIn(name)));
  const isKnown = (word: string) => thanks.has(word) || courtesies.has(word) || known.has(word);
  return said.some((word) => thanks.has(word)) && said.every(isKnown);
}

function wordsIn(text: string): string[] {
  return (
    text
      .normalize("NFC")
      .toLowerCase()
      .match(/[\p{L}\p{N}]+/gu) ?? []
  );
}
