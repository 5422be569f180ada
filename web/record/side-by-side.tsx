import { useState } from "react";
import type { Grouping } from "#app/record/figures.ts";
import { useAsk } from "#web/desk/asking.ts";
import { ProblemNote } from "#web/desk/problem-note.tsx";
import { Person } from "#web/ui/person.tsx";
import { Row, Rows } from "#web/ui/rows.tsx";
import { Tabs } from "#web/ui/tabs.tsx";
import { shareOf } from "./record.ts";
import look from "./side-by-side.module.css";
import { useRecordWords } from "./words.ts";

const groupings = ["owner", "team", "customer", "kind"] as const satisfies readonly Grouping[];

/** The same figures by member, team, customer or kind: counts, and a bar only where there are enough for a share. */
export function SideBySide({ which }: { which: { from: string; owner_id?: string } }) {
  const words = useRecordWords();
  const [by, setBy] = useState<Grouping>("kind");
  const record = useAsk("/record", { query: { ...which, by, limit: 50 } });
  const withheld = (record.data?.withheld ?? []).map(({ name }) => name ?? "").join(", ");
  return (
    <section aria-label={words.groups}>
      <h2>{words.groups}</h2>
      <Tabs label={words.by} value={by} onChange={setBy} choices={groupings.map((each) => [each, words.bys[each]])} />
      <ProblemNote problem={record.error} />
      <Rows label={words.groups}>
        {(record.data?.groups ?? []).map((group) => {
          const share = shareOf(group.kept);
          return (
            <Row key={group.key ?? ""} lead={<b>{words.share(group.kept.count, group.kept.of)}</b>}>
              <Person name={group.name?.replaceAll("_", " ") ?? words.nobody} />
              {share !== null && (
                <span className={look.bar} aria-hidden="true">
                  <span style={{ inlineSize: `${share * 100}%` }} />
                </span>
              )}
              {group.flags.silently_late > 0 && (
                <small>
                  {group.flags.silently_late} {words.silently}
                </small>
              )}
            </Row>
          );
        })}
      </Rows>
      {withheld && <p className={look.withheld}>{words.withheld(withheld)}</p>}
    </section>
  );
}
