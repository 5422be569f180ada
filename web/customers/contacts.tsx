import { useState } from "react";
import { session } from "#web/desk/session.ts";
import { Button } from "#web/ui/button.tsx";
import { useCell } from "#web/ui/cell.ts";
import { Menu } from "#web/ui/menu.tsx";
import { Person } from "#web/ui/person.tsx";
import { AddressForm } from "./addresses.tsx";
import { hrefOf } from "./contact-form.ts";
import { ContactForm } from "./contact-form.tsx";
import look from "./customer.module.css";
import { Erase } from "./erase.tsx";
import { Links } from "./links.tsx";
import { MergeContact } from "./merge.tsx";
import { usePageWords } from "./page-words.ts";
import type { Contact, WholeCustomer } from "./pages.ts";
import { Showing } from "./showing.tsx";

type Open = "edit" | "address" | "link" | "page" | "merge" | "erase";

/** The people there: how each likes to be reached, and what may be done for them. */
export function Contacts({ customer }: { customer: WholeCustomer }) {
  const words = usePageWords();
  const [isAdding, setAdding] = useState(false);
  return (
    <section aria-labelledby="contacts">
      <div className={look.head}>
        <h2 id="contacts">{words.contacts}</h2>
        <Button kind="quiet" onClick={() => setAdding(true)}>
          {words.addContact}
        </Button>
      </div>
      <ul className={look.cards}>
        {customer.contacts.map((contact) => (
          <Card key={contact.id} contact={contact} customer={customer} />
        ))}
      </ul>
      {isAdding && <ContactForm customerId={customer.id} contact={null} onClose={() => setAdding(false)} />}
    </section>
  );
}

function Card({ contact, customer }: { contact: Contact; customer: WholeCustomer }) {
  const words = usePageWords();
  const me = useCell(session);
  const [open, setOpen] = useState<Open | null>(null);
  const close = () => setOpen(null);
  const { name, addresses, preferred_channel: channel, quiet_from: from, quiet_until: until } = contact;
  const leads = ["proprietor", "admin"].includes(me?.member.role ?? "");
  const because = leads ? null : words.eraseForbidden;
  const menu = [
    { say: words.editContact, do: () => setOpen("edit") },
    { say: words.addAddress, do: () => setOpen("address") },
    { say: words.link, do: () => setOpen("link") },
    { say: words.showPage, do: () => setOpen("page") },
    ...(customer.contacts.length > 1 ? [{ say: words.mergeContact, do: () => setOpen("merge") }] : []),
    { say: words.eraseContact, do: () => setOpen("erase"), kind: "careful" as const, because },
  ];
  return (
    <li className={look.card}>
      <div className={look.head}>
        <b>
          <Person name={name} />
        </b>
        <Menu items={menu} label={words.moreOf(name)} />
      </div>
      {addresses.map(({ channel: of, address }) => (
        <div key={`${of} ${address}`} className={look.address}>
          {hrefOf(of, address) ? <a href={hrefOf(of, address) ?? ""}>{address}</a> : <span dir="auto">{address}</span>}
        </div>
      ))}
      {addresses.length === 0 && (
        <Button kind="quiet" onClick={() => setOpen("address")}>
          {words.nobodyToTell}
        </Button>
      )}
      <small className={look.dots}>
        {channel && <span>{words.channels[channel]}</span>}
        {contact.time_zone && <span>{contact.time_zone}</span>}
        {contact.language && <span>{contact.language}</span>}
        {from && until && <span>{words.quietSaid(from, until)}</span>}
      </small>
      {open === "edit" && <ContactForm customerId={customer.id} contact={contact} onClose={close} />}
      {open === "address" && <AddressForm contact={contact} onClose={close} />}
      {open === "link" && <Links contact={contact} onClose={close} />}
      {open === "page" && <Showing contacts={[contact]} onClose={close} />}
      {open === "merge" && <MergeContact contact={contact} others={customer.contacts} onClose={close} />}
      {open === "erase" && <Erase name={name} of={{ contact: contact.id }} onClose={close} onErased={close} />}
    </li>
  );
}
