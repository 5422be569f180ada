// Some four parts of a text, with the names and the address below it.
const longest = 500;

/** Words as a text has room for them, cut between two words: all of them stand on the reader's page. */
export function shortened(body: string): string {
  const lines = body.replaceAll(/\n{2,}/g, "\n").trim();
  const characters = [...lines];
  if (characters.length <= longest) return lines;
  const start = characters.slice(0, longest).join("");
  return `${start.replace(/\s+\S*$/, "").trimEnd()} …`;
}

/** The beginning of a name for something, where it stands in a sentence of a text. */
export function cut(subject: string): string {
  const characters = [...subject.replace(/[.!]+$/, "")];
  return characters.length > 60 ? `${characters.slice(0, 59).join("").trimEnd()}…` : characters.join("");
}
