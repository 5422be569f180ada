import { useMemo } from "react";
import { CaseLine } from "#web/cases/case-line.tsx";
import { useCaseWords } from "#web/cases/words.ts";
import { useAsk } from "#web/desk/asking.ts";
import { ProblemNote } from "#web/desk/problem-note.tsx";
import { session } from "#web/desk/session.ts";
import { useCell } from "#web/ui/cell.ts";
import { Rows } from "#web/ui/rows.tsx";
import look from "./customer.module.css";

/** What a customer raised and is not closed, each with the way to its page; nothing where there is none. */
export function OpenCases({ customerId }: { customerId: string }) {
  const words = useCaseWords();
  const me = useCell(session)?.member.id ?? "";
  const open = useAsk("/cases", { query: { customer_id: customerId, order: "urgent", limit: 50 } });
  const members = useAsk("/members", { query: {} });
  const nameOf = useMemo(() => new Map(members.data?.items.map(({ id, name }) => [id, name])), [members.data]);
  const cases = open.data?.items ?? [];
  if (cases.length === 0) return <ProblemNote problem={open.error} />;
  return (
    <section aria-labelledby="raised">
      <h2 id="raised">
        {words.raisedByThem} <span className={look.count}>{cases.length}</span>
      </h2>
      <Rows label={words.raisedByThem}>
        {cases.map((c) => (
          <CaseLine key={c.id} case_={c} nameOf={nameOf} me={me} isHere={false} />
        ))}
      </Rows>
    </section>
  );
}
