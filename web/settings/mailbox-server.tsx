import { encryptions, signIns } from "#app/mailboxes/mailbox.ts";
import { Choice, Field } from "#web/ui/field.tsx";
import { Tabs } from "#web/ui/tabs.tsx";
import { providerHosts, type Secret, secretsFor, type Typed } from "./mailbox-typed.ts";
import { useMailboxWords } from "./mailbox-words.ts";

type Props = {
  typed: Typed;
  set: (part: Partial<Typed>) => void;
  /** Are its secrets kept unless new ones are given? */
  isKept: boolean;
  errorAt: (name: string) => string | null;
};

const atDoor: Partial<Record<keyof Typed, string>> = {
  ...{ userName: "user_name", clientId: "client_id", clientSecret: "client_secret", refreshToken: "refresh_token" },
};

/** The folder that we look into: on which server, how it is reached, and what opens it. */
export function MailboxServer({ typed, set, isKept, errorAt }: Props) {
  const words = useMailboxWords();
  const field = (name: "host" | "port" | "userName" | "folder" | Secret) => ({
    label: words[name],
    value: typed[name],
    onChange: (value: string) => set({ [name]: value }),
    error: errorAt(atDoor[name] ?? name),
    autoComplete: "off",
    spellCheck: false,
    dir: "ltr",
  });
  const secret = (name: Secret) => ({
    ...field(name),
    ...(name !== "clientId" && { type: "password", autoComplete: "new-password" }),
    hint: isKept ? words.secretKept : name === "password" ? words.passwordHint : undefined,
  });
  const choose = (signIn: Typed["signIn"]) =>
    set({ signIn, ...(signIn !== "password" && typed.host === "" && { host: providerHosts[signIn] }) });
  return (
    <>
      <Tabs
        label={words.signIn}
        value={typed.signIn}
        onChange={choose}
        choices={signIns.map((each) => [each, words.signIns[each]])}
      />
      {typed.signIn !== "password" && <p>{words.signInHints[typed.signIn]}</p>}
      <Field {...field("host")} placeholder="imap.example.com" />
      <Field {...field("port")} inputMode="numeric" />
      <Choice
        label={words.encryption}
        value={typed.encryption}
        onChange={(encryption) => set({ encryption })}
        choices={encryptions.map((each) => [each, words.encryptions[each]])}
      />
      <Field {...field("userName")} hint={words.userNameHint} />
      {secretsFor(typed.signIn).map((name) => (
        <Field key={name} {...secret(name)} />
      ))}
      <Field {...field("folder")} />
    </>
  );
}
