import { Link } from "@tanstack/react-router";
import type { Part } from "#app/record/outcome.ts";
import { useAsk } from "#web/desk/asking.ts";
import { ProblemNote } from "#web/desk/problem-note.tsx";
import { Dialog } from "#web/ui/dialog.tsx";
import { Row, Rows } from "#web/ui/rows.tsx";
import { Skeleton } from "#web/ui/skeleton.tsx";
import { TimeSaid } from "#web/ui/time-said.tsx";
import { useRecordWords } from "./words.ts";

type Props = { which: { from: string; owner_id?: string }; part: Part; onClose: () => void };

/** The promises behind a figure, the latest first due first; the same as a table for a spreadsheet. */
export function Behind({ which, part, onClose }: Props) {
  const words = useRecordWords();
  const rows = useAsk("/record/promises", { query: { ...which, part, limit: 100 } });
  const address = `/api/v1/record/promises.csv?${new URLSearchParams({ ...which, part })}`;
  return (
    <Dialog title={words.rowsOf(words.parts[part])} onClose={onClose} width="wide">
      <ProblemNote problem={rows.error} />
      {!rows.data && !rows.error && <Skeleton lines={5} />}
      <p>
        <a href={address} download>
          {words.csv}
        </a>
      </p>
      <Rows label={words.rows}>
        {(rows.data?.items ?? []).map(({ id, text, first_due_at: at }) => (
          <Row
            key={id}
            lead={
              <b>
                <TimeSaid at={at} />
              </b>
            }
          >
            <Link to={`/promises/${id}`} dir="auto">
              {text}
            </Link>
          </Row>
        ))}
      </Rows>
    </Dialog>
  );
}
