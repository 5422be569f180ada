/** What fits the letters typed: the beginning of a word before its middle, and letters in order before nothing at all. */
export function found<T>(typed: string, all: readonly T[], nameOf: (one: T) => string): T[] {
  const wanted = plain(typed);
  if (wanted === "") return [...all];
  return all
    .map((one) => ({ one, rank: rankOf(plain(nameOf(one)), wanted) }))
    .filter(({ rank }) => rank < none)
    .sort((a, b) => a.rank - b.rank)
    .map(({ one }) => one);
}

const none = 4;

function rankOf(name: string, wanted: string): number {
  if (name.startsWith(wanted)) return 0;
  if (name.includes(` ${wanted}`)) return 1;
  if (name.includes(wanted)) return 2;
  let at = 0;
  for (const letter of name) if (letter === wanted[at]) at++;
  return at === wanted.length ? 3 : none;
}

function plain(words: string): string {
  return words
    .normalize("NFD")
    .replace(/\p{Mn}|[„“"'’]/gu, "")
    .toLowerCase()
    .trim();
}
