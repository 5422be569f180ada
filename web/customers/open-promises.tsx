import { Link } from "@tanstack/react-router";
import { useAsk } from "#web/desk/asking.ts";
import { useCommands } from "#web/desk/commands.ts";
import { ProblemNote } from "#web/desk/problem-note.tsx";
import { session } from "#web/desk/session.ts";
import { LineActs } from "#web/promises/acts/line-acts.tsx";
import { useCell } from "#web/ui/cell.ts";
import { EmptyState } from "#web/ui/empty-state.tsx";
import { useNow } from "#web/ui/now.ts";
import { Person } from "#web/ui/person.tsx";
import { Row, Rows } from "#web/ui/rows.tsx";
import { Skeleton } from "#web/ui/skeleton.tsx";
import { TimeSaid } from "#web/ui/time-said.tsx";
import { useWalk } from "#web/ui/walk.ts";
import { actsOf, type Promised } from "./acts.ts";
import look from "./customer.module.css";
import { usePageWords } from "./page-words.ts";
import type { WholeCustomer } from "./pages.ts";
import { useCustomerWords } from "./words.ts";

/** What is owed to a customer, most urgent first, each with the acts that settle it. */
export function OpenPromises({ customer }: { customer: WholeCustomer }) {
  const words = usePageWords();
  const list = useCustomerWords();
  const owed = useAsk("/promises", { query: { customer_id: customer.id, state: "open", order: "urgent", limit: 200 } });
  const items = owed.data?.items ?? [];
  const walk = useWalk(items.map(({ id }) => id));
  useCommands([
    { say: list.down, keys: "j", do: walk.down, isOnlyKey: true },
    { say: list.up, keys: "k", do: walk.up, isOnlyKey: true },
  ]);
  return (
    <section aria-labelledby="owed">
      <h2 id="owed">
        {words.openTitle} {items.length > 0 && <span className={look.count}>{items.length}</span>}
      </h2>
      <ProblemNote problem={owed.error} onRetry={() => void owed.refetch()} />
      {!owed.data && !owed.error && <Skeleton lines={3} />}
      {owed.data && items.length === 0 && <EmptyState title={words.openEmpty}>{words.openEmptyLead}</EmptyState>}
      {items.length > 0 && (
        <Rows label={words.openTitle}>
          {items.map((promise) => (
            <Owed key={promise.id} promise={promise} customer={customer} isHere={promise.id === walk.hereId} />
          ))}
        </Rows>
      )}
    </section>
  );
}

function Owed({ promise, customer, isHere }: { promise: Promised; customer: WholeCustomer; isHere: boolean }) {
  const words = usePageWords();
  const me = useCell(session);
  const now = useNow();
  const isLate = !promise.held_up_at && Date.parse(promise.due_at) < now;
  const contact = customer.contacts.find(({ id }) => id === promise.contact_id);
  return (
    <Row
      id={promise.id}
      isHere={isHere}
      lead={
        <div className={isLate ? look.late : undefined}>
          <b>
            <TimeSaid at={promise.due_at} />
          </b>
          {promise.held_up_at ? words.heldUp : <TimeSaid at={promise.due_at} as="fromNow" />}
        </div>
      }
      acts={
        <LineActs
          promise={promise}
          customer={customer.name}
          acts={actsOf(promise, me?.member.id ?? "", now)}
          isHere={isHere}
        />
      }
    >
      <Link to={`/promises/${promise.id}`} className={look.promise} dir="auto">
        {promise.rest ?? promise.text}
      </Link>
      <small className={look.dots}>
        {contact && contact.name !== customer.name && <Person name={contact.name} />}
        {promise.first_due_at !== promise.due_at && (
          <span>
            {words.firstDue} <TimeSaid at={promise.first_due_at} />
          </span>
        )}
        {!promise.visible && <span>{words.isInternal}</span>}
      </small>
    </Row>
  );
}
