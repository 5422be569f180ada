import type { ReactNode } from "react";
import { useAskWhile } from "#web/desk/asking.ts";
import { useDeed } from "#web/desk/deed.ts";
import { useLater } from "#web/desk/later.ts";
import { ProblemNote } from "#web/desk/problem-note.tsx";
import { session } from "#web/desk/session.ts";
import { toast } from "#web/desk/toasts.ts";
import { Button } from "#web/ui/button.tsx";
import { useCell } from "#web/ui/cell.ts";
import { useNow } from "#web/ui/now.ts";
import { Person } from "#web/ui/person.tsx";
import { useReader } from "#web/ui/reader.ts";
import { clockSaid, isSameWall } from "#web/ui/said-times.ts";
import { TimeSaid } from "#web/ui/time-said.tsx";
import look from "./customer.module.css";
import { usePageWords } from "./page-words.ts";
import type { WholeCustomer } from "./pages.ts";

/** What we know of a customer in a few lines, and the other records that are read as this one. */
export function AboutThem({ customer, onEdit }: { customer: WholeCustomer; onEdit: () => void }) {
  const words = usePageWords();
  const { locale, timeZone } = useReader();
  const now = useNow();
  const owner = useOwner(customer.account_owner_id);
  const me = useCell(session);
  const zone = customer.time_zone ?? me?.workspace.time_zone ?? timeZone;
  const isElsewhere = !isSameWall(now, zone, timeZone);
  const language =
    customer.language &&
    (new Intl.DisplayNames([locale], { type: "language" }).of(customer.language) ?? customer.language);
  return (
    <section aria-labelledby="about-them">
      <div className={look.head}>
        <h2 id="about-them">{words.aboutThem}</h2>
        <Button kind="quiet" onClick={onEdit} title="e" label={words.editTitle}>
          {words.edit}
        </Button>
      </div>
      <dl className={look.facts}>
        <Fact name={words.kind}>{words.kinds[customer.kind]}</Fact>
        {customer.tier && <Fact name={words.tier}>{<bdi>{customer.tier}</bdi>}</Fact>}
        {customer.tags.length > 0 && <Fact name={words.tags}>{<bdi>{customer.tags.join(", ")}</bdi>}</Fact>}
        {language && <Fact name={words.language}>{language}</Fact>}
        {(customer.time_zone || isElsewhere) && (
          <Fact name={words.timeZone}>
            {zone}
            {isElsewhere && (
              <small>
                {words.theirTime}: {clockSaid(now, { locale, timeZone: zone })}
              </small>
            )}
          </Fact>
        )}
        {owner && (
          <Fact name={words.owner}>
            <Person name={owner} />
          </Fact>
        )}
        {customer.why_us && (
          <Fact name={words.whyUs}>
            <span dir="auto" className={look.words}>
              {customer.why_us}
            </span>
          </Fact>
        )}
        {customer.is_stand_in && <Fact name={words.isStandIn}>✓</Fact>}
        <Fact name={words.since}>
          <TimeSaid at={customer.created_at} as="day" />
        </Fact>
      </dl>
      <Merged customer={customer} />
    </section>
  );
}

function Fact({ name, children }: { name: string; children: ReactNode }) {
  return (
    <div>
      <dt>{name}</dt>
      <dd>{children}</dd>
    </div>
  );
}

/** Each merge can be taken back, as long as it stands. */
function Merged({ customer }: { customer: WholeCustomer }) {
  const words = usePageWords();
  const apart = useDeed("DELETE", "/customers/:id/merges/:merge_id", { onDone: () => toast(words.unmerged) });
  if (customer.merges.length === 0) return null;
  return (
    <>
      <h3>{words.mergedHere}</h3>
      <ProblemNote problem={apart.error} />
      <ul className={look.plain}>
        {customer.merges.map(({ id, into_id, merged_at }) => (
          <li key={id}>
            <span>
              {words.mergedOn} <TimeSaid at={merged_at} />
            </span>
            <Button
              kind="quiet"
              isBusy={apart.isPending}
              onClick={() => apart.mutate({ params: { id: into_id, merge_id: id } })}
            >
              {words.takeApart}
            </Button>
          </li>
        ))}
      </ul>
    </>
  );
}

function useOwner(id: string | null): string | null {
  const isLater = useLater();
  const members = useAskWhile(isLater && id !== null, "/members", { query: {} });
  return members.data?.items.find((member) => member.id === id)?.name ?? null;
}
