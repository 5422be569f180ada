import { dropWaiting, type Waiting, waiting } from "#web/desk/outbox.ts";
import { Button } from "#web/ui/button.tsx";
import { useCell } from "#web/ui/cell.ts";
import { Row, Rows } from "#web/ui/rows.tsx";
import { TimeSaid } from "#web/ui/time-said.tsx";
import type { Recorded } from "./line.ts";
import look from "./quick-add.module.css";
import { useQuickAddWords } from "./words.ts";

/** Lines that were written down while the house was away: kept on this device, and sent as soon as it answers. */
export function WaitingLines() {
  const words = useQuickAddWords();
  const lines = useCell(waiting).filter((deed) => isLine(deed) && !deed.refused);
  if (lines.length === 0) return null;
  return (
    <section aria-labelledby="waiting-lines" className={look.waiting}>
      <h2 id="waiting-lines">
        {words.waits} <span>{lines.length}</span>
      </h2>
      <Rows label={words.waits}>
        {lines.map(({ key, said, sent, at }) => (
          <Row
            key={key}
            lead={<Due of={sent} at={at} />}
            acts={<Button onClick={() => dropWaiting(key)}>{words.dropLine}</Button>}
          >
            <span dir="auto">{said}</span>
            <small>{words.notSent}</small>
          </Row>
        ))}
      </Rows>
    </section>
  );
}

/** Is it a line of quick add that waits in the outbox? */
export function isLine({ method, path }: Waiting): boolean {
  return method === "POST" && path === "/promises";
}

function Due({ of, at }: { of: object; at: number }) {
  const { due_at: dueAt } = (of as { body?: Partial<Recorded> }).body ?? {};
  return <TimeSaid at={dueAt ?? new Date(at).toISOString()} />;
}
