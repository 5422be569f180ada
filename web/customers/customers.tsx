import { useNavigate, useSearch } from "@tanstack/react-router";
import { useState } from "react";
import { useCommands } from "#web/desk/commands.ts";
import { ProblemNote } from "#web/desk/problem-note.tsx";
import { Screen } from "#web/desk/screen.tsx";
import { Button } from "#web/ui/button.tsx";
import { EmptyState } from "#web/ui/empty-state.tsx";
import { ManyRows } from "#web/ui/rows.tsx";
import { Skeleton } from "#web/ui/skeleton.tsx";
import { useWalk } from "#web/ui/walk.ts";
import { CustomerLine } from "./customer-line.tsx";
import look from "./customers.module.css";
import { FilterBar, findFieldId } from "./filter-bar.tsx";
import { type Filters, filtersOf, isSame, queryOf, withFilters } from "./filters.ts";
import { NewCustomer } from "./new-customer.tsx";
import { useCustomers } from "./pages.ts";
import { Tagging } from "./tagging.tsx";
import { Views } from "./views.tsx";
import { useCustomerWords } from "./words.ts";

/** Whom we serve: found in spite of a typo, by what is open or late, as saved views, and tagged many at once. */
export function Customers() {
  const words = useCustomerWords();
  const navigate = useNavigate();
  const filters = filtersOf(useSearch({ strict: false }) as Record<string, unknown>);
  const show = (next: Filters) => void navigate({ to: "/customers", search: next as never, replace: true });
  const list = useCustomers(queryOf(filters));
  const found = list.data ?? [];
  const [chosen, setChosen] = useState<readonly string[]>([]);
  const [open, setOpen] = useState<"new" | "tags" | null>(null);
  const walk = useWalk(found.map(({ id }) => id));
  const toggle = (id: string) =>
    setChosen(chosen.includes(id) ? chosen.filter((each) => each !== id) : [...chosen, id]);
  const go = (id: string) => void navigate({ to: `/customers/${id}` });
  useCommands([
    { say: words.create.replace("…", ""), keys: "n", do: () => setOpen("new") },
    { say: words.search, keys: "/", do: () => document.getElementById(findFieldId)?.querySelector("input")?.focus() },
    { say: words.down, keys: "j", do: walk.down, isOnlyKey: true },
    { say: words.up, keys: "k", do: walk.up, isOnlyKey: true },
    ...(walk.hereId
      ? [
          { say: words.openIt, keys: "Enter", isOnlyKey: true, do: () => go(walk.hereId ?? "") },
          { say: words.select, keys: "s", isOnlyKey: true, do: () => toggle(walk.hereId ?? "") },
        ]
      : []),
  ]);
  const isFiltered = !isSame(withFilters(filters, { order: "" }), {});
  return (
    <Screen
      title={words.title}
      lead={words.lead}
      width="wide"
      acts={
        <Button kind="main" onClick={() => setOpen("new")} title="n">
          {words.create}
        </Button>
      }
    >
      <FilterBar filters={filters} onChange={(change) => show(withFilters(filters, change))} />
      <Views filters={filters} onShow={show} />
      <ProblemNote problem={list.error} onRetry={() => void list.refetch()} />
      {chosen.length > 0 && (
        <div className={look.chosen} role="status">
          <b>{words.chosen(chosen.length)}</b>
          <Button onClick={() => setOpen("tags")}>{words.tagThem}</Button>
          <Button kind="quiet" onClick={() => setChosen([])}>
            {words.chooseNone}
          </Button>
        </div>
      )}
      {!list.data && !list.error && <Skeleton lines={10} />}
      {found.length > 0 && (
        <ManyRows label={words.title}>
          {found.map((customer) => (
            <CustomerLine
              key={customer.id}
              customer={customer}
              isHere={customer.id === walk.hereId}
              isChosen={chosen.includes(customer.id)}
              onChoose={() => toggle(customer.id)}
              onTag={(tag) => show(withFilters(filters, { tag }))}
            />
          ))}
        </ManyRows>
      )}
      {list.hasNextPage && (
        <Button isBusy={list.isFetchingNextPage} onClick={() => void list.fetchNextPage()}>
          {words.more}
        </Button>
      )}
      {list.data && found.length === 0 && (
        <EmptyState
          title={isFiltered ? words.empty : words.emptyFirst}
          act={
            isFiltered ? (
              <Button onClick={() => show({})}>{words.clear}</Button>
            ) : (
              <Button kind="main" onClick={() => setOpen("new")}>
                {words.create}
              </Button>
            )
          }
        >
          {isFiltered ? words.emptyLead : words.emptyFirstLead}
        </EmptyState>
      )}
      {open === "new" && <NewCustomer name={filters.find ?? ""} onClose={() => setOpen(null)} onMade={go} />}
      {open === "tags" && (
        <Tagging ids={chosen.slice(0, 200)} onClose={() => setOpen(null)} onDone={() => setChosen([])} />
      )}
    </Screen>
  );
}
