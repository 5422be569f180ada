import type { FormPageWords } from "#app/arrivals/page-form-words.ts";
import type { CasePageWords } from "#app/cases/page-words.ts";
import type { PageWords } from "#app/promises/page-words.ts";

/** All that the customer's house says, in one language: a file in `languages/` that has every word of it. */
export type Words = {
  /** Its BCP 47 tag, and the spelling of times and numbers where the reader names no country. */
  tag: string;
  locale: string;
  direction: "ltr" | "rtl";
  title: string;
  forWhom: string;
  missing: Said;
  expired: Said & { send: string };
  renewed: Said;
  revoked: Said;
  notSent: Said;
  trouble: Said & { id: string };
  promises: PageWords;
  cases: CasePageWords;
  form: FormPageWords;
};

/** A heading and what to do next. */
type Said = { heading: string; more: string };
