/** A text with another put in where somebody writes, and where they write on. */
function putIn(text: string, more: string, from: number, until: number): { text: string; at: number } {
  return { text: text.slice(0, from) + more + text.slice(until), at: from + more.length };
}

/** Puts words into a field where its cursor stands; `onText` gets the whole. The focus goes on behind them. */
export function putInto(area: HTMLTextAreaElement | null | undefined, more: string, onText: (text: string) => void) {
  if (!area) return;
  const next = putIn(area.value, more, area.selectionStart, area.selectionEnd);
  onText(next.text);
  // When React has written the new words.
  requestAnimationFrame(() => {
    area.focus();
    area.setSelectionRange(next.at, next.at);
  });
}
