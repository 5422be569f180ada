import { Link } from "@tanstack/react-router";
import { useEffect, useState } from "react";
import { useCommands } from "#web/desk/commands.ts";
import type { AnswerAt } from "#web/desk/contracts.ts";
import { useDeed } from "#web/desk/deed.ts";
import { type Waiting, waiting } from "#web/desk/outbox.ts";
import { useSoon } from "#web/desk/soon.ts";
import { Button } from "#web/ui/button.tsx";
import { useCell } from "#web/ui/cell.ts";
import { Kbd } from "#web/ui/kbd.tsx";
import { Person } from "#web/ui/person.tsx";
import { Row, Rows } from "#web/ui/rows.tsx";
import { TimeSaid } from "#web/ui/time-said.tsx";
import { wasAnswered } from "./answered.ts";
import look from "./copied-mails.module.css";
import { Offers } from "./offers.tsx";
import { useSentenceWords } from "./words.ts";

type Copy = AnswerAt<"GET", "/offers">["items"][number];

// Long enough to see that it was the wrong mail.
const graceMs = 6_000;

/** The mails that one sent by another program: each sentence that promises is written down, or is none; then it is gone. */
export function CopiedMails({ copies }: { copies: readonly Copy[] }) {
  const words = useSentenceWords().copied;
  const [, setAnswers] = useState(0);
  const gone = useCell(waiting).flatMap(settledBy);
  const left = copies.filter(({ arrival_id: id }) => !gone.includes(id)).map(withoutAnswered);
  const [through, open] = [left.filter(isThrough), left.filter((copy) => !isThrough(copy))];
  return (
    <>
      {through.map(({ arrival_id: id }) => (
        <Through key={id} id={id} />
      ))}
      {open.length > 0 && (
        <section aria-labelledby="copied">
          <h2 id="copied" className={look.head}>
            {words.title} <span>{open.length}</span>
          </h2>
          <Rows label={words.title}>
            {open.map((copy, place) => (
              <CopiedMail
                key={copy.arrival_id}
                copy={copy}
                hasKeys={place === 0}
                onAnswered={() => setAnswers((before) => before + 1)}
              />
            ))}
          </Rows>
        </section>
      )}
    </>
  );
}

type MailProps = { copy: Copy; hasKeys: boolean; onAnswered: () => void };

function CopiedMail({ copy, hasKeys, onAnswered }: MailProps) {
  const words = useSentenceWords().copied;
  const { arrival_id: id, customer_id: customerId, contact_id: contactId, sent_at: sentAt } = copy;
  const subject = copy.subject || words.noSubject;
  const soon = useSoon(graceMs);
  const done = () =>
    soon({ method: "POST", path: settlements, sent: { params: { id } }, said: words.doneSoon(subject) });
  useCommands(hasKeys ? [{ say: words.done, keys: "alt+d", do: done }] : []);
  return (
    <Row lead={<TimeSaid at={sentAt} />}>
      <span dir="auto">{subject}</span>
      <ToWhom copy={copy} />
      <div className={look.offers}>
        <Offers
          about={aboutOf(copy)}
          offers={copy.items}
          whom={customerId ? { customerId, contactId: contactId ?? undefined, via: "email", madeAt: sentAt } : null}
          language={copy.language ?? undefined}
          hasKeys={hasKeys}
          onAnswered={onAnswered}
        />
      </div>
      <Button onClick={done}>
        {words.done}{" "}
        {hasKeys && (
          <span className={look.key}>
            <Kbd keys="alt+d" />
          </span>
        )}
      </Button>
    </Row>
  );
}

function ToWhom({ copy: { customer_id: id, customer_name: customer, contact_name: contact } }: { copy: Copy }) {
  const words = useSentenceWords().copied;
  if (!id || !customer) return <small>{words.nobody}</small>;
  return (
    <small>
      <Link to={`/customers/${id}`}>
        <Person name={contact && contact !== customer ? `${contact}, ${customer}` : customer} />
      </Link>
    </small>
  );
}

/** All its sentences were answered: the mail waits for nobody any more, on no device. */
function Through({ id }: { id: string }) {
  const { mutate } = useDeed("POST", settlements);
  useEffect(() => mutate({ params: { id } }), [mutate, id]);
  return null;
}

const settlements = "/arrivals/:id/settlements";

function settledBy({ path, refused, sent }: Waiting): string[] {
  const { params } = sent as { params?: { id?: string } };
  return path === settlements && !refused && params?.id ? [params.id] : [];
}

/** Everything in it was answered; what could not be filed was never read, and waits to be seen. */
function isThrough({ message_id: messageId, items }: Copy): boolean {
  return messageId !== null && items.length === 0;
}

function withoutAnswered(copy: Copy): Copy {
  return { ...copy, items: copy.items.filter(({ sentence }) => !wasAnswered(aboutOf(copy), sentence)) };
}

function aboutOf({ arrival_id: id }: Copy): string {
  return `copy ${id}`;
}
