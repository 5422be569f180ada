import { useState } from "react";
import { useAsk } from "#web/desk/asking.ts";
import { useDeed } from "#web/desk/deed.ts";
import { ProblemNote } from "#web/desk/problem-note.tsx";
import { toast } from "#web/desk/toasts.ts";
import { Button } from "#web/ui/button.tsx";
import { Dialog } from "#web/ui/dialog.tsx";
import { Field } from "#web/ui/field.tsx";
import { Note } from "#web/ui/note.tsx";
import { Skeleton } from "#web/ui/skeleton.tsx";
import { TimeSaid } from "#web/ui/time-said.tsx";
import look from "./customer.module.css";
import { usePageWords } from "./page-words.ts";
import type { Contact } from "./pages.ts";

/** The ways into a contact's page: made and copied, mailed to them, closed. */
export function Links({ contact, onClose }: { contact: Contact; onClose: () => void }) {
  const words = usePageWords();
  const params = { id: contact.id };
  const links = useAsk("/contacts/:id/links", { params });
  const [isSure, setSure] = useState(false);
  const make = useDeed("POST", "/contacts/:id/links");
  const mail = useDeed("POST", "/contacts/:id/page_mails", {
    onDone: ({ to_address: to }) => toast(words.linkMailed(to ?? contact.name)),
  });
  const revoke = useDeed("DELETE", "/contacts/:id/links", {
    onDone: ({ revoked }) => {
      toast(words.linksRevoked(revoked));
      make.reset();
      setSure(false);
    },
  });
  const open = links.data?.items.filter(({ state }) => state === "open") ?? [];
  const hasMail = contact.addresses.some(({ channel }) => channel === "email");
  return (
    <Dialog title={words.linkTitle(contact.name)} onClose={onClose}>
      <p>{words.linkLead}</p>
      <ProblemNote problem={links.error ?? make.error ?? mail.error ?? revoke.error} />
      {make.data && <Made url={make.data.url} />}
      <div className={look.buttons}>
        <Button
          kind={make.data ? "plain" : "main"}
          isBusy={make.isPending}
          onClick={() => make.mutate({ params, body: {} })}
        >
          {words.linkMake}
        </Button>
        <Button
          isBusy={mail.isPending}
          because={hasMail ? null : words.linkNoMail}
          onClick={() => mail.mutate({ params })}
        >
          {words.linkMail}
        </Button>
      </div>
      {!links.data && !links.error && <Skeleton lines={2} />}
      {links.data && <h3>{open.length > 0 ? words.linksOpen(open.length) : words.linksNone}</h3>}
      {open.length > 0 && (
        <>
          <ul className={look.plain}>
            {open.map(({ id, expires_at }) => (
              <li key={id}>
                <span>
                  {words.linkUntil} <TimeSaid at={expires_at} as="day" />
                </span>
              </li>
            ))}
          </ul>
          {isSure && <Note>{words.linkRevokeSure}</Note>}
          <Button isBusy={revoke.isPending} onClick={() => (isSure ? revoke.mutate({ params }) : setSure(true))}>
            {words.linkRevoke}
          </Button>
        </>
      )}
    </Dialog>
  );
}

function Made({ url }: { url: string }) {
  const words = usePageWords();
  // Over plain HTTP on a network the browser gives no clipboard; the field can be copied by hand.
  const copy = () => void navigator.clipboard?.writeText(url).then(() => toast(words.linkCopied));
  return (
    <div className={look.made}>
      <Field
        label={words.linkAddress}
        hint={words.linkOnce}
        readOnly
        dir="ltr"
        value={url}
        onChange={() => undefined}
        onFocus={({ target }) => target.select()}
      />
      {"clipboard" in navigator && (
        <Button kind="main" onClick={copy}>
          {words.linkCopy}
        </Button>
      )}
    </div>
  );
}
