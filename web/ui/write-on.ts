import { flushSync } from "react-dom";

type Written = { text: string; at: number };

/** Has a field say `text`, with the cursor at `at`: at once, so that the next key, however quick, writes on there. */
export function writeOn(area: HTMLTextAreaElement, { text, at }: Written, onText: (text: string) => void) {
  flushSync(() => onText(text));
  area.focus();
  area.setSelectionRange(at, at);
}

/** Puts words into a field in place of what is marked there; `onText` gets the whole. One writes on behind them. */
export function putInto(area: HTMLTextAreaElement | null | undefined, more: string, onText: (text: string) => void) {
  if (area) writeOn(area, putIn(area.value, more, area.selectionStart, area.selectionEnd), onText);
}

/** A text with another in place of its letters `from` (with) to `until` (without), and where one writes on. */
export function putIn(text: string, more: string, from: number, until: number): Written {
  return { text: text.slice(0, from) + more + text.slice(until), at: from + more.length };
}
