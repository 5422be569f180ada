import type { Trouble } from "./written.ts";

/** What a form says in which anybody can write to a business, in one language. */
export type FormPageWords = {
  title: string;
  heading: string;
  lead: string;
  name: string;
  email: string;
  phone: string;
  /** One of the two is enough. */
  oneOfTwo: string;
  about: string;
  words: string;
  send: string;
  /** Beside the field that nobody should see. */
  trap: string;
  troubles: Record<Trouble, string>;
  /** Above a form that has to be sent once more. */
  again: Record<"quick" | "old" | "tooMany", string>;
  sent: { heading: string; more: string; another: string };
  gone: { heading: string; more: string };
  tooLarge: { heading: string; more: string };
};
