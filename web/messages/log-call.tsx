import type { FormEvent } from "react";
import { useDeed } from "#web/desk/deed.ts";
import { useDraft } from "#web/desk/draft.ts";
import { heldAt } from "#web/desk/held-at.ts";
import { ProblemNote, useErrorAt } from "#web/desk/problem-note.tsx";
import { toast } from "#web/desk/toasts.ts";
import { ComposingField } from "#web/sentences/composing-field.tsx";
import { Button } from "#web/ui/button.tsx";
import { Dialog } from "#web/ui/dialog.tsx";
import { Choice, Field } from "#web/ui/field.tsx";
import { useReader } from "#web/ui/reader.ts";
import { Tabs } from "#web/ui/tabs.tsx";
import { FindWhom, type Known } from "./find-whom.tsx";
import { channelOf, elsewhere, nothingTyped, sentOf, type Typed, ways } from "./held.ts";
import { useMessageWords } from "./words.ts";

type Props = {
  /** Whose page it is; without, one says first whom it was with. */
  customer?: Known;
  onClose: () => void;
};

/** Writes down a call, a visit, a letter or a note, and offers to write down what was promised in it. */
export function LogCall({ customer, onClose }: Props) {
  const words = useMessageWords();
  const { timeZone } = useReader();
  const [found, setFound, clearFound] = useDraft<Known | null>("call, with whom", null);
  const whom = customer ?? found;
  const about = customer?.id ?? "anybody";
  const [held, setTyped, clear] = useDraft<Typed>(`call with ${about}`, nothingTyped);
  const contacts = whom?.contacts ?? [];
  const contactId = contacts.some(({ id }) => id === held.contactId) ? held.contactId : (contacts[0]?.id ?? "");
  const typed = { ...held, contactId };
  const set = (part: Partial<Typed>) => setTyped({ ...typed, ...part });
  const log = useDeed("POST", "/messages", {
    offline: () => words.title,
    onKept: onClose,
    onDone: () => {
      clear();
      clearFound();
      toast(words.done);
      onClose();
    },
  });
  const errorAt = useErrorAt(log.error);
  const because = !whom ? words.nobody : !contactId ? words.noContact : typed.body.trim() ? null : words.missing;
  const submit = (event: FormEvent) => {
    event.preventDefault();
    if (!because) log.mutate({ body: sentOf(typed, timeZone) });
  };
  return (
    <Dialog title={words.title} onClose={onClose}>
      <form onSubmit={submit} noValidate>
        <p>{words.lead}</p>
        <ProblemNote problem={log.error?.field ? null : log.error} />
        {!customer && <FindWhom found={found} onFound={setFound} />}
        {contacts.length > 1 && (
          <Choice
            label={words.with}
            value={contactId}
            onChange={(id) => set({ contactId: id })}
            choices={contacts.map(({ id, name }) => [id, name])}
          />
        )}
        <Tabs
          label={words.way}
          value={typed.way}
          onChange={(way) => set({ way })}
          choices={ways.map((each) => [each, words.ways[each]])}
        />
        {typed.way === "elsewhere" && (
          <Choice
            label={words.channel}
            value={typed.channel}
            onChange={(channel) => set({ channel })}
            choices={elsewhere.map((each) => [each, words.channels[each]])}
          />
        )}
        {typed.way === "note" ? (
          <p>{words.noteHint}</p>
        ) : (
          <Tabs
            label={words.direction}
            value={typed.who}
            onChange={(who) => set({ who })}
            choices={(["out", "in"] as const).map((each) => [each, words.directions[each]])}
          />
        )}
        <ComposingField
          about={`call with ${whom?.id ?? ""}`}
          whom={whom && { customerId: whom.id, contactId, via: channelOf(typed), madeAt: heldAt(typed.at, timeZone) }}
          label={words.body}
          hint={words.bodyHint}
          maxLength={20_000}
          error={errorAt("body")}
          value={typed.body}
          onChange={(body) => set({ body })}
        />
        <Field
          label={words.at}
          hint={words.atHint(timeZone)}
          type="datetime-local"
          error={errorAt("at")}
          value={typed.at}
          onChange={(at) => set({ at })}
        />
        <Button type="submit" kind="main" isBusy={log.isPending} because={because}>
          {words.submit}
        </Button>
      </form>
    </Dialog>
  );
}
