import { Link } from "@tanstack/react-router";
import { memo, useDeferredValue } from "react";
import { useNow } from "#web/ui/now.ts";
import { Person } from "#web/ui/person.tsx";
import { useReader } from "#web/ui/reader.ts";
import { dayAt } from "#web/ui/said-times.ts";
import { TimeSaid } from "#web/ui/time-said.tsx";
import { inSight, type Listed } from "./pages.ts";
import look from "./promise-list.module.css";
import { columnOf, columns } from "./story.ts";
import { usePromiseWords } from "./words.ts";

type Props = { promises: readonly Listed[]; nameOf: ReadonlyMap<string, string> };

/** The open ones in columns by time. */
export function Board({ promises, nameOf }: Props) {
  const words = usePromiseWords();
  const now = useNow();
  const { timeZone } = useReader();
  const shown = promises.slice(0, useDeferredValue(promises.length, inSight));
  const columnFor = (p: Listed) => columnOf(p, now, (ms) => dayAt(timeZone, ms));
  const counts = Map.groupBy(promises, columnFor);
  const at = Map.groupBy(shown, columnFor);
  return (
    <div className={look.board}>
      {columns
        .filter((column) => at.has(column))
        .map((column) => (
          <section key={column} aria-label={words.columns[column]}>
            <h2 className={column === "late" ? look.late : undefined}>
              {words.columns[column]} <span>{counts.get(column)?.length}</span>
            </h2>
            {at.get(column)?.map((p) => (
              <Card key={p.id} promise={p} owner={nameOf.get(p.owner_id) ?? "…"} />
            ))}
          </section>
        ))}
    </div>
  );
}

const Card = memo(function Card({ promise: p, owner }: { promise: Listed; owner: string }) {
  return (
    <Link to={`/promises/${p.id}`} className={look.card} dir="auto">
      {p.rest ?? p.text}
      <small>
        <TimeSaid at={p.due_at} /> · <Person name={owner} />
      </small>
    </Link>
  );
});
