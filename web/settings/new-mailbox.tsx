import { type FormEvent, useState } from "react";
import { encryptions } from "#app/mailboxes/mailbox.ts";
import type { AnswerAt } from "#web/desk/contracts.ts";
import { useDeed } from "#web/desk/deed.ts";
import { ProblemNote, useErrorAt } from "#web/desk/problem-note.tsx";
import { toast } from "#web/desk/toasts.ts";
import { useDeskWords } from "#web/desk/words.ts";
import { Button } from "#web/ui/button.tsx";
import { Check } from "#web/ui/check.tsx";
import { Dialog } from "#web/ui/dialog.tsx";
import { Choice, Field } from "#web/ui/field.tsx";
import { Tabs } from "#web/ui/tabs.tsx";
import { useMailboxWords } from "./mailbox-words.ts";
import look from "./settings.module.css";

export type MadeRelay = Pick<AnswerAt<"POST", "/relays">, "url" | "key">;
type Encryption = (typeof encryptions)[number];

type Props = { onClose: () => void; onRelay: (made: MadeRelay) => void };

const nothing = {
  ...{ address: "", host: "", port: "993", userName: "", password: "", folder: "INBOX" },
  encryption: "tls" as Encryption,
  takesPlus: true,
};

/** A mailbox that we look into, or one whose mail a relay brings. Its password stands here, so it is no kept draft. */
export function NewMailbox({ onClose, onRelay }: Props) {
  const words = useMailboxWords();
  const desk = useDeskWords();
  const [way, setWay] = useState<"imap" | "relay">("imap");
  const [typed, setTyped] = useState(nothing);
  const set = (part: Partial<typeof nothing>) => setTyped({ ...typed, ...part });
  const add = useDeed("POST", "/mailboxes", {
    onDone: () => {
      toast(words.added);
      onClose();
    },
  });
  const addRelay = useDeed("POST", "/relays", { onDone: onRelay });
  const problem = way === "imap" ? add.error : addRelay.error;
  const errorAt = useErrorAt(problem);
  const lacks = (["address", "host", "password"] as const)
    .filter((name) => name === "address" || way === "imap")
    .find((name) => typed[name].trim() === "");
  const submit = (event: FormEvent) => {
    event.preventDefault();
    if (lacks) return;
    const where = { address: typed.address.trim(), takes_plus: typed.takesPlus };
    if (way === "relay") return addRelay.mutate({ body: where });
    const { host, port, encryption, userName, password, folder } = typed;
    const server = { host: host.trim(), port: Number(port), encryption, folder: folder.trim() || "INBOX", password };
    add.mutate({ body: { ...where, ...server, ...(userName.trim() && { user_name: userName.trim() }) } });
  };
  const field = (name: "address" | "host" | "port" | "userName" | "password" | "folder", atDoor: string = name) => ({
    label: words[name],
    value: typed[name],
    onChange: (value: string) => set({ [name]: value }),
    error: errorAt(atDoor),
    autoComplete: "off",
    spellCheck: false,
    dir: "ltr",
  });
  return (
    <Dialog title={words.addTitle} onClose={onClose}>
      <form onSubmit={submit} noValidate>
        <ProblemNote problem={problem?.field ? null : problem} />
        <Tabs
          label={words.way}
          value={way}
          onChange={setWay}
          choices={(["imap", "relay"] as const).map((each) => [each, words.ways[each]])}
        />
        <p className={look.aside}>{words.wayHints[way]}</p>
        <Field {...field("address")} type="email" />
        {way === "imap" && (
          <>
            <Field {...field("host")} placeholder="imap.example.com" />
            <Field {...field("port")} inputMode="numeric" />
            <Choice
              label={words.encryption}
              value={typed.encryption}
              onChange={(encryption) => set({ encryption })}
              choices={encryptions.map((each) => [each, words.encryptions[each]])}
            />
            <Field {...field("userName", "user_name")} hint={words.userNameHint} />
            <Field {...field("password")} hint={words.passwordHint} type="password" autoComplete="new-password" />
            <Field {...field("folder")} />
          </>
        )}
        <Check isOn={typed.takesPlus} onChange={(takesPlus) => set({ takesPlus })} hint={words.takesPlusHint}>
          {words.takesPlus}
        </Check>
        <div className={look.acts}>
          <Button
            type="submit"
            kind="main"
            isBusy={add.isPending || addRelay.isPending}
            because={lacks && words.missing[lacks]}
          >
            {words.submit}
          </Button>
          <Button onClick={onClose}>{desk.cancel}</Button>
        </div>
      </form>
    </Dialog>
  );
}
