/** What of the browser's own speech recognition is used here; its types are in no library yet. */
type Heard = { results: ArrayLike<ArrayLike<{ transcript: string }>> };
type Ear = {
  lang: string;
  interimResults: boolean;
  onresult: ((heard: Heard) => void) | null;
  onerror: ((why: { error: string }) => void) | null;
  onend: (() => void) | null;
  start: () => void;
  stop: () => void;
};
type Browser = { SpeechRecognition?: new () => Ear; webkitSpeechRecognition?: new () => Ear };

export type Hearing = { stop: () => void };

/** Can this browser listen? */
export function hasEar(): boolean {
  return makerOf() !== undefined;
}

/** Listens until one has spoken: `onWords` has all words so far, again and again while they become clearer. */
export function listen(
  locale: string,
  on: { words: (all: string) => void; trouble: (code: string) => void; end: () => void },
): Hearing | null {
  const Maker = makerOf();
  if (!Maker) return null;
  const ear = new Maker();
  ear.lang = locale;
  ear.interimResults = true;
  ear.onresult = ({ results }) => on.words(Array.from(results, (best) => best[0]?.transcript ?? "").join(""));
  ear.onerror = ({ error }) => on.trouble(error);
  ear.onend = on.end;
  ear.start();
  return ear;
}

/** What was typed, and behind it what is spoken. */
export function spokenAfter(typed: string, spoken: string): string {
  const before = typed.trimEnd();
  return before ? `${before} ${spoken.trim()}` : spoken.trim();
}

function makerOf(): (new () => Ear) | undefined {
  const { SpeechRecognition, webkitSpeechRecognition } = globalThis as Browser;
  return SpeechRecognition ?? webkitSpeechRecognition;
}
