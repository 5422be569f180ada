import { html } from "hono/html";
import { pluralRules } from "#base/formats.ts";
import { type Html, nothing, say } from "#base/html.ts";
import type { SeenPromise } from "./page.ts";
import { clipped, type Look, ours } from "./page-look.ts";
import type { StoryItem } from "./page-story.ts";
import { shortWhen, timeTag, whenInWords } from "./page-times.ts";

/** The last of what happened, oldest first; of long words the beginning where they are shown among others. */
export function storyLines(p: SeenPromise, look: Look, { last, longest }: { last: number; longest: number }): Html {
  const items = p.story.slice(-last);
  // That it was promised is no news while nothing has happened since, but a name belongs to it.
  return html`<ol>${items.map((item) => html`<li>${timeTag(item.at, shortWhen(item.at, look.times))} ${line(item, look, longest)}${contradiction(p, item, look)}</li>`)}</ol>`;
}

function line(item: StoryItem, look: Look, longest: number): Html {
  const { story } = look.words;
  const by = item.by || null;
  const words = item.words ? html`<bdi>${shortened(item.words, longest)}</bdi>` : null;
  const said = { by, via: via(item.via, look), words };
  const quoted = words ? html` ${say(story.quoted, { words })}` : nothing;
  switch (item.what) {
    case "promised":
      return say(by ? story.promised : story.promisedBySomebody, said);
    case "moved":
      return html`${say(story.moved, { ...said, due: item.dueAt && ours(whenInWords(item.dueAt, look.times)) })}${afterwards(item, look)}`;
    case "told":
      return html`${say(words ? story.wrote : story.told, said)}${afterwards(item, look)}${next(item, look)}`;
    case "held_up":
    case "handed_on":
    case "holding":
      return html`${say(story[item.what], said)}${quoted}${afterwards(item, look)}${next(item, look)}`;
    case "corrected":
      return html`${say(story.corrected, said)} ${item.before ? say(story.before, { before: html`<bdi>${clipped(item.before, longest)}</bdi>` }) : ""}`;
    case "contradicted":
      return say(story.contradicted, { ...said, when: item.dueAt && ours(whenInWords(item.dueAt, look.times)) });
    case "asked":
      return say(askedWords(item.count, look), { by, count: ours(String(item.count)) });
    default:
      return html`${story[item.what]}${quoted}`;
  }
}

/** A letter begins with the member's own words; among others those are enough. */
function shortened(words: string, longest: number): string {
  const [own = ""] = words.split("\n\n");
  return words.length > longest ? clipped(own, longest) : words;
}

function askedWords(count: number, { words, times }: Look): string {
  const { asked } = words.story;
  return asked[pluralRules(times.locale).select(count)] ?? asked.other;
}

function via(channel: string | null, { words }: Look): Html | null {
  const known = channel !== null && Object.hasOwn(words.via, channel);
  return known ? ours(words.via[channel as keyof typeof words.via]) : null;
}

function next(item: StoryItem, look: Look): Html {
  if (!item.nextWordAt) return nothing;
  return html` ${say(look.words.story.next, { when: ours(whenInWords(item.nextWordAt, look.times)) })}`;
}

function afterwards(item: StoryItem, { words }: Look): Html {
  return item.isLoggedAfterwards ? html` <i>(${words.story.afterwards})</i>` : nothing;
}

function contradiction(p: SeenPromise, item: StoryItem, { words }: Look): Html {
  if (!item.contradicts) return nothing;
  return html` <a href="promises/${p.id}?answer=did_not_happen&amp;telling=${item.contradicts}">${words.acts.did_not_happen.label}</a>`;
}
