import type { FormEvent } from "react";
import { useDeed } from "#web/desk/deed.ts";
import { useDraft } from "#web/desk/draft.ts";
import { ProblemNote, useErrorAt } from "#web/desk/problem-note.tsx";
import { toast } from "#web/desk/toasts.ts";
import { Button } from "#web/ui/button.tsx";
import { Dialog } from "#web/ui/dialog.tsx";
import { Choice, Field, TextField } from "#web/ui/field.tsx";
import { useReader } from "#web/ui/reader.ts";
import { Tabs } from "#web/ui/tabs.tsx";
import { heldAt } from "./held-at.ts";
import { useMessageWords } from "./words.ts";

const channels = ["phone", "in_person", "email", "sms", "chat", "letter", "social"] as const;
const directions = ["out", "in", "note"] as const;

type Typed = {
  contactId: string;
  channel: (typeof channels)[number];
  direction: (typeof directions)[number];
  body: string;
  at: string;
};

type Props = { about: string; contacts: readonly { id: string; name: string }[]; onClose: () => void };

/** Writes down a call, a visit or a note with one of these contacts. `about` is the id whose draft it is. */
export function LogCall({ about, contacts, onClose }: Props) {
  const words = useMessageWords();
  const { timeZone } = useReader();
  const [typed, setTyped, clear] = useDraft<Typed>(`call with ${about}`, {
    contactId: contacts[0]?.id ?? "",
    channel: "phone",
    direction: "out",
    body: "",
    at: "",
  });
  const set = (part: Partial<Typed>) => setTyped({ ...typed, ...part });
  const log = useDeed("POST", "/messages", {
    offline: () => words.title,
    onKept: onClose,
    onDone: () => {
      clear();
      toast(words.done);
      onClose();
    },
  });
  const errorAt = useErrorAt(log.error);
  const because = typed.body.trim() ? null : words.missing;
  const submit = (event: FormEvent) => {
    event.preventDefault();
    if (because) return;
    const { contactId, channel, direction, body } = typed;
    const at = heldAt(typed.at, timeZone);
    log.mutate({ body: { contact_id: contactId, channel, direction, body: body.trim(), ...(at && { at }) } });
  };
  return (
    <Dialog title={words.title} onClose={onClose}>
      <form onSubmit={submit} noValidate>
        <p>{words.lead}</p>
        <ProblemNote problem={log.error?.field ? null : log.error} />
        {contacts.length > 1 && (
          <Choice
            label={words.with}
            value={typed.contactId}
            onChange={(contactId) => set({ contactId })}
            choices={contacts.map(({ id, name }) => [id, name])}
          />
        )}
        <Tabs
          label={words.direction}
          value={typed.direction}
          onChange={(direction) => set({ direction })}
          choices={directions.map((each) => [each, words.directions[each]])}
        />
        <TextField
          label={words.body}
          hint={words.bodyHint}
          maxLength={20_000}
          error={errorAt("body")}
          value={typed.body}
          onChange={(body) => set({ body })}
        />
        <Choice
          label={words.channel}
          value={typed.channel}
          onChange={(channel) => set({ channel })}
          choices={channels.map((each) => [each, words.channels[each]])}
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
