import { Link } from "@tanstack/react-router";
import { useDeed } from "#web/desk/deed.ts";
import { ProblemNote } from "#web/desk/problem-note.tsx";
import { toast } from "#web/desk/toasts.ts";
import { type LineAct, LineActs } from "#web/promises/acts/line-acts.tsx";
import { useActWords } from "#web/promises/acts/words.ts";
import { Button } from "#web/ui/button.tsx";
import { useNow } from "#web/ui/now.ts";
import { Person } from "#web/ui/person.tsx";
import { Row } from "#web/ui/rows.tsx";
import { TimeSaid } from "#web/ui/time-said.tsx";
import look from "./line.module.css";
import { type Item, idOf, nearness } from "./today.ts";
import { useTodayWords } from "./words.ts";

type Props = { item: Item; isHere: boolean; ownerName: string | null; onAddAddress: () => void };

/** One thing that is owed: when, what, to whom, and what settles it. */
export function Line({ item, isHere, ownerName, onAddAddress }: Props) {
  const { promise, message } = item;
  if (message) return <FailedLine item={item} isHere={isHere} />;
  if (!promise) return null;
  const acts = item.acts as LineAct[];
  return (
    <Row
      id={idOf(item)}
      isHere={isHere}
      lead={<When promise={promise} />}
      acts={
        <LineActs
          promise={promise}
          customer={item.customer?.name ?? null}
          acts={acts}
          isHere={isHere}
          onAddAddress={onAddAddress}
        />
      }
    >
      <Link to={`/promises/${promise.id}`} className={look.what} dir="auto">
        {promise.text}
      </Link>
      <About item={item} ownerName={ownerName} />
    </Row>
  );
}

function When({ promise }: { promise: NonNullable<Item["promise"]> }) {
  const words = useTodayWords();
  const now = useNow();
  const how = promise.state === "open" && !promise.held_up_at ? nearness(promise.due_at, now) : "later";
  return (
    <div className={`${look.when} ${look[how]}`}>
      <b>
        {promise.opens_at ? (
          <>
            <TimeSaid at={promise.opens_at} />–<TimeSaid at={promise.due_at} as="clock" />
          </>
        ) : (
          <TimeSaid at={promise.due_at} />
        )}
      </b>
      {promise.held_up_at ? words.heldUp : <TimeSaid at={promise.due_at} as="fromNow" />}
    </div>
  );
}

function About({ item: { promise, customer, contact, ring }, ownerName }: { item: Item; ownerName: string | null }) {
  const words = useTodayWords();
  return (
    <small className={look.about}>
      {customer && (
        <Link to={`/customers/${customer.id}`}>
          <Person name={contact ? `${contact.name}, ${customer.name}` : customer.name} />
        </Link>
      )}
      {promise?.first_due_at && (
        <span>
          {words.movedFrom} <TimeSaid at={promise.first_due_at} />
        </span>
      )}
      {ring && (
        <span>
          {words.rang} <TimeSaid at={ring.rang_at} as="clock" />
        </span>
      )}
      {ownerName && <Person name={ownerName} />}
    </small>
  );
}

/** Words of ours that did not arrive: sent again, or said another way. */
function FailedLine({ item: { message, customer }, isHere }: { item: Item; isHere: boolean }) {
  const words = useActWords();
  const retry = useDeed("POST", "/messages/:id/retries", { onDone: () => toast(words.retried) });
  const settle = useDeed("POST", "/messages/:id/settlements", { onDone: () => toast(words.settledByHand) });
  if (!message) return null;
  const sent = { params: { id: message.id }, version: message.version };
  return (
    <Row
      id={message.id}
      isHere={isHere}
      lead={
        <b>
          <TimeSaid at={message.queued_at} />
        </b>
      }
      acts={
        <>
          <Button kind={isHere ? "main" : "plain"} isBusy={retry.isPending} onClick={() => retry.mutate(sent)}>
            {words.line.retry}
          </Button>
          <Button isBusy={settle.isPending} onClick={() => settle.mutate(sent)}>
            {words.line.settle}
          </Button>
        </>
      }
    >
      <span className={look.what} dir="auto">
        {message.subject}
      </span>
      <small className={look.about}>
        {customer && (
          <Link to={`/customers/${customer.id}`}>
            <Person name={customer.name} />
          </Link>
        )}
        {message.problem && <span>{message.problem}</span>}
      </small>
      <ProblemNote problem={retry.error ?? settle.error} />
    </Row>
  );
}
