import { html } from "hono/html";
import type { Html } from "#base/html.ts";
import type { Look } from "./page-look.ts";
import type { Visit } from "./page-visit.ts";

const offered = ["email", "phone", "sms", "letter"] as const;

/** What a contact may choose: the usual ways, and the one they have if it is another. */
export function isChannel(channel: string, { contact }: Visit): boolean {
  return channel === contact.preferredChannel || offered.some((one) => one === channel);
}

/** How they like to be reached: one choice and one button. */
export function channelPage(visit: Visit, look: Look, isChoiceMissing = false): Html {
  const { words, home, key } = look;
  const chosen = visit.contact.preferredChannel;
  const channels = Object.keys(words.channels).filter((channel) =>
    isChannel(channel, visit),
  ) as (typeof offered)[number][];
  const choices = channels.map(
    (channel) =>
      html`<label><input type="radio" name="channel" value="${channel}" required${channel === chosen ? html` checked` : ""}> ${words.channels[channel]}</label>`,
  );
  return html`<p class="back"><a href="${home}">${words.back}</a></p><form method="post" action="channel" class="ask"><h1>${words.channelHeading}</h1>
<input type="hidden" name="key" value="${key}"><fieldset><legend class="gone">${words.channelHeading}</legend>${choices}</fieldset>
${isChoiceMissing ? html`<p class="late" role="alert">${words.refusals.choice_missing}</p>` : ""}
<div class="acts"><button class="main">${words.channelSave}</button></div></form>`;
}
