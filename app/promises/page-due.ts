import { html } from "hono/html";
import { type Html, nothing, say } from "#base/html.ts";
import type { SeenPromise } from "./page.ts";
import { type Look, ours } from "./page-look.ts";
import { dayInWords, isSameDay, spanInWords, timeOf, timeTag, whenInWords } from "./page-times.ts";

/** By when, or how it ended: the line below a promise. Red is for a customer let down, and the words say it too. */
export function dueLine(p: SeenPromise, look: Look): Html {
  const { mood, words } = p.state === "open" ? openDue(p, look) : outcome(p, look);
  return html`<p class="due ${mood}">${words}<small>${asides(p, look).map((aside, place) => html`${place > 0 ? " · " : ""}${aside}`)}</small></p>`;
}

/** The same for a list of many. */
export function shortDue(p: SeenPromise, look: Look): Html {
  const { mood, words } = p.state === "open" ? openDue(p, look) : outcome(p, look);
  return html`<span class="${mood}">${words}</span>`;
}

type Said = { mood: "late" | "good" | "calm"; words: Html };

function openDue(p: SeenPromise, look: Look): Said {
  const { due } = look.words;
  if (p.isOverdue) return { mood: "late", words: say(due.wasDue, { when: when(p.heldToDueAt ?? p.dueAt, look) }) };
  return {
    mood: "calm",
    words: p.opensAt ? windowOf(p.opensAt, p.dueAt, look) : say(due.by, { when: when(p.dueAt, look) }),
  };
}

function windowOf(opensAt: SeenPromise["dueAt"], dueAt: SeenPromise["dueAt"], look: Look): Html {
  const { words, times } = look;
  if (!isSameDay(opensAt, dueAt, times)) {
    return say(words.due.fromTo, { from: when(opensAt, look), to: when(dueAt, look) });
  }
  return say(words.due.between, {
    day: ours(dayInWords(dueAt, times)),
    from: timeTag(opensAt, timeOf(opensAt, times)),
    to: timeTag(dueAt, timeOf(dueAt, times)),
  });
}

function outcome(p: SeenPromise, look: Look): Said {
  const { done } = look.words;
  const at = { when: p.settledAt ? when(p.settledAt, look) : null };
  switch (p.state) {
    case "kept":
      return { mood: "good", words: html`${say(p.isTried ? done.tried : done.kept, at)}${early(p, look)}` };
    case "kept_late":
      return { mood: "late", words: say(done.late, at) };
    case "released":
      return { mood: "calm", words: say(done.released, at) };
    case "declined":
      return { mood: "calm", words: say(done.declined) };
    case "void":
      return { mood: "calm", words: say(done.correction) };
    default:
      return { mood: "late", words: say(done.notKept) };
  }
}

function early(p: SeenPromise, { words, times }: Look): Html {
  if (p.earlySeconds === null || p.isTried) return nothing;
  return html`, ${say(words.done.early, { span: ours(spanInWords(p.earlySeconds, times.locale)) })}`;
}

function asides(p: SeenPromise, look: Look): Html[] {
  const { due, givenTo } = look.words;
  return [
    html`<bdi>${p.owner}</bdi>`,
    ...(p.givenTo ? [say(givenTo, { contact: p.givenTo })] : []),
    ...(p.firstDueAt ? [say(due.first, { when: when(p.firstDueAt, look) })] : []),
    ...(p.state === "open" && p.wasLate && !p.isOverdue ? [html`<b class="late">${due.wasLate}</b>`] : []),
  ];
}

function when(at: SeenPromise["dueAt"], { times }: Look): Html {
  return timeTag(at, whenInWords(at, times));
}
