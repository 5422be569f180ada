import { Link, useNavigate, useParams, useSearch } from "@tanstack/react-router";
import { lazy, Suspense, useState } from "react";
import { useRaisingWords } from "#web/cases/raising-words.ts";
import { useAsk } from "#web/desk/asking.ts";
import { useCommands } from "#web/desk/commands.ts";
import { ProblemNote } from "#web/desk/problem-note.tsx";
import { Screen } from "#web/desk/screen.tsx";
import { session } from "#web/desk/session.ts";
import { Button } from "#web/ui/button.tsx";
import { useCell } from "#web/ui/cell.ts";
import { EmptyState } from "#web/ui/empty-state.tsx";
import { Menu } from "#web/ui/menu.tsx";
import { Note } from "#web/ui/note.tsx";
import { Skeleton } from "#web/ui/skeleton.tsx";
import { AboutThem } from "./about-them.tsx";
import { Contacts } from "./contacts.tsx";
import look from "./customer.module.css";
import { CustomerForm } from "./customer-form.tsx";
import { Erase } from "./erase.tsx";
import { MergeCustomer } from "./merge.tsx";
import { OpenCases } from "./open-cases.tsx";
import { OpenPromises } from "./open-promises.tsx";
import { usePageWords } from "./page-words.ts";
import type { WholeCustomer } from "./pages.ts";
import { Profile } from "./profile.tsx";
import { Showing } from "./showing.tsx";
import { Timeline } from "./timeline.tsx";

const NewCase = lazy(async () => ({ default: (await import("#web/cases/new-case.tsx")).NewCase }));
const LogCall = lazy(async () => ({ default: (await import("#web/messages/log-call.tsx")).LogCall }));

type Open = "call" | "case" | "page" | "edit" | "merge" | "erase";

/** One customer: what we owe them, all that passed between us, who they are, and what they see. */
export function Customer() {
  const { id = "" } = useParams({ strict: false }) as { id?: string };
  const customer = useAsk("/customers/:id", { params: { id } });
  const problem = customer.error;
  if (problem?.status === 404 || problem?.status === 400) return <NotHere />;
  return customer.data && !customer.isPlaceholderData ? (
    <Whole key={customer.data.id} customer={customer.data} />
  ) : (
    <Screen title="…" width="wide">
      <ProblemNote problem={problem} onRetry={() => void customer.refetch()} />
      {!problem && <Skeleton lines={8} />}
    </Screen>
  );
}

function Whole({ customer }: { customer: WholeCustomer }) {
  const words = usePageWords();
  const raising = useRaisingWords();
  const navigate = useNavigate();
  const me = useCell(session);
  const { show } = useSearch({ strict: false }) as { show?: string };
  const [open, setOpen] = useState<Open | null>(show === "call" ? "call" : null);
  const close = () => setOpen(null);
  const { contacts } = customer;
  const leads = ["proprietor", "admin"].includes(me?.member.role ?? "");
  const noContact = contacts.length > 0 ? null : words.showNobody;
  useCommands([
    ...(noContact
      ? []
      : [
          { say: words.logCall.replace("…", ""), keys: "l", do: () => setOpen("call") },
          { say: words.showPage, keys: "v", do: () => setOpen("page") },
        ]),
    { say: raising.title, keys: "r", do: () => setOpen("case") },
    { say: words.editTitle, keys: "e", do: () => setOpen("edit") },
  ]);
  const menu = [
    { say: words.edit, do: () => setOpen("edit") },
    { say: words.merge, do: () => setOpen("merge") },
    { say: words.export, do: () => location.assign(`/api/v1/customers/${customer.id}/export`) },
    {
      say: words.erase,
      do: () => setOpen("erase"),
      kind: "careful" as const,
      because: leads ? null : words.eraseForbidden,
    },
  ];
  return (
    <Screen
      title={customer.name}
      width="wide"
      acts={
        <>
          <Button because={noContact} onClick={() => setOpen("call")} title="l">
            {words.logCall}
          </Button>
          <Button onClick={() => setOpen("case")} title="r">
            {raising.open}
          </Button>
          <Button because={noContact} onClick={() => setOpen("page")} title="v">
            {words.showPage}
          </Button>
          <Menu items={menu} label={words.others} />
        </>
      }
    >
      {customer.merged_from && <Note>{words.mergedFrom}</Note>}
      <div className={look.columns}>
        <div>
          <OpenPromises customer={customer} />
          <OpenCases customerId={customer.id} />
        </div>
        <aside className={look.aside}>
          <AboutThem customer={customer} onEdit={() => setOpen("edit")} />
          <Contacts customer={customer} />
          <Profile customerId={customer.id} />
        </aside>
        <Timeline customerId={customer.id} />
      </div>
      {open === "call" && (
        <Suspense>
          <LogCall customer={customer} onClose={close} />
        </Suspense>
      )}
      {open === "case" && (
        <Suspense>
          <NewCase customer={customer} onClose={close} />
        </Suspense>
      )}
      {open === "page" && <Showing contacts={contacts} onClose={close} />}
      {open === "edit" && <CustomerForm customer={customer} onClose={close} />}
      {open === "merge" && <MergeCustomer customer={customer} onClose={close} />}
      {open === "erase" && (
        <Erase
          name={customer.name}
          of={{ customer: customer.id }}
          onClose={close}
          onErased={() => void navigate({ to: "/customers" })}
        />
      )}
    </Screen>
  );
}

function NotHere() {
  const words = usePageWords();
  return (
    <Screen title={words.notFound}>
      <EmptyState title={words.notFound} act={<Link to="/customers">{words.allCustomers}</Link>} />
    </Screen>
  );
}
