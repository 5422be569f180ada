import { Link, useParams } from "@tanstack/react-router";
import { useRef } from "react";
import { CaseActs } from "#web/cases/acts/case-acts.tsx";
import { useAsk, useAskWhile } from "#web/desk/asking.ts";
import { ProblemNote } from "#web/desk/problem-note.tsx";
import { Screen } from "#web/desk/screen.tsx";
import { session } from "#web/desk/session.ts";
import { useCell } from "#web/ui/cell.ts";
import { EmptyState } from "#web/ui/empty-state.tsx";
import { Person } from "#web/ui/person.tsx";
import { Skeleton } from "#web/ui/skeleton.tsx";
import look from "./case-page.module.css";
import { Composer, type Composing } from "./composer.tsx";
import { Conversation } from "./conversation.tsx";
import { Escalated } from "./escalated.tsx";
import { Facts } from "./facts.tsx";
import type { WholeCase } from "./pages.ts";
import { Plan } from "./plan.tsx";
import { PlanMore } from "./plan-more.tsx";
import { Steps } from "./steps.tsx";
import { usePlan } from "./use-plan.ts";
import { useSeenNotes } from "./use-seen-notes.ts";
import { useCaseWords } from "./words.ts";

/** One case: what was said, how far it is, what is planned, and all that can be done about it now. */
export function CasePage() {
  const words = useCaseWords();
  const { id = "" } = useParams({ strict: false }) as { id?: string };
  const found = useAsk("/cases/:id", { params: { id } });
  const problem = found.error;
  if (problem?.status === 404 || problem?.status === 400) {
    return (
      <Screen title={words.gone}>
        <EmptyState title={words.gone} act={<Link to="/cases">{words.all}</Link>} />
      </Screen>
    );
  }
  return found.data && !found.isPlaceholderData ? (
    <Whole key={found.data.id} case_={found.data} />
  ) : (
    <Screen title={words.loading} width="wide">
      <ProblemNote problem={problem} onRetry={() => void found.refetch()} />
      {!problem && <Skeleton lines={10} />}
    </Screen>
  );
}

function Whole({ case_: c }: { case_: WholeCase }) {
  const me = useCell(session)?.member.id ?? "";
  const composer = useRef<Composing>(null);
  useSeenNotes(c.id);
  const plan = usePlan(c.id);
  const customer = useAskWhile(true, "/customers/:id", { params: { id: c.customer_id } });
  const nameOf = useNames(customer.data?.contacts ?? []);
  const contact = customer.data?.contacts.find((each) => each.id === c.contact_id);
  const to = contact && c.written_by ? contact.name : null;
  return (
    <Screen
      title={c.subject}
      width="wide"
      lead={<Lead case_={c} customer={customer.data?.name ?? "…"} nameOf={nameOf} />}
    >
      <CaseActs case_={c} memberId={me} openPlans={plan.openPlans} to={to} onStatus={() => composer.current?.draft()} />
      <div className={look.columns}>
        <div>
          <Escalated case_={c} nameOf={nameOf} />
          <Composer ref={composer} case_={c} to={customer.data ? to : "…"} nameOf={nameOf} />
          <Conversation id={c.id} nameOf={nameOf} />
        </div>
        <aside className={look.aside}>
          <Steps case_={c} nameOf={nameOf} />
          <Plan plan={plan} customer={customer.data?.name ?? null} />
          {c.state === "open" && <PlanMore case_={c} />}
          <Facts case_={c} nameOf={nameOf} />
        </aside>
      </div>
    </Screen>
  );
}

function Lead({ case_: c, customer, nameOf }: { case_: WholeCase; customer: string; nameOf: (id: string) => string }) {
  const words = useCaseWords();
  return (
    <>
      {words.kinds[c.kind]} · <b className={look[c.state]}>{words.states[c.state]}</b> ·{" "}
      <Link to={`/customers/${c.customer_id}`}>
        <Person name={customer} />
      </Link>
      {" · "}
      {c.owner_id ? (
        <>
          {words.ownedBy} <Person name={nameOf(c.owner_id)} />
        </>
      ) : (
        words.nobody
      )}
      {c.handler_id !== c.owner_id && c.handler_id && (
        <>
          {" · "}
          {words.doneBy} <Person name={nameOf(c.handler_id)} />
        </>
      )}
    </>
  );
}

/** Names of whoever did something: those who work here, and those at the customer. */
function useNames(contacts: readonly { id: string; name: string }[]): (id: string) => string {
  const members = useAsk("/members", { query: {} });
  const names = new Map([...(members.data?.items ?? []), ...contacts].map(({ id, name }) => [id, name]));
  return (id) => names.get(id) ?? "…";
}
