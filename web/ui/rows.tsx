import type { ReactNode } from "react";
import look from "./rows.module.css";

/** A list of one line each. `label` names it for those who do not see its heading. */
export function Rows({ children, label }: { children: ReactNode; label?: string }) {
  return (
    <ul className={look.rows} aria-label={label}>
      {children}
    </ul>
  );
}

/** Opening or closing what lies above a page makes the browser look at every line of it, but not at those in a part out of sight. */
const partSize = 20;

/** The same for as many lines as there may be: in parts, each of which costs nothing while it is out of sight. */
export function ManyRows({ children, label }: { children: readonly ReactNode[]; label: string }) {
  const parts = Array.from({ length: Math.ceil(children.length / partSize) }, (_, at) => at * partSize);
  return (
    // biome-ignore lint/a11y/useSemanticElements: a ul may hold nothing but its lines
    <div role="list" className={`${look.rows} ${look.many}`} aria-label={label}>
      {parts.map((from) => (
        <div key={from} role="none">
          {children.slice(from, from + partSize)}
        </div>
      ))}
    </div>
  );
}

type RowProps = {
  /** At its start, in a narrow column: when. */
  lead?: ReactNode;
  children: ReactNode;
  /** At its end, below it on a phone. */
  acts?: ReactNode;
  /** Where the keys of the list stand now; it carries the copper edge. */
  isHere?: boolean;
  id?: string;
};

/** One line: when, what, and what settles it. */
export function Row({ lead, children, acts, isHere, id }: RowProps) {
  return (
    <li
      // biome-ignore lint/a11y/noRedundantRoles: in a part of many its list is not its parent
      role="listitem"
      id={id}
      className={look.row}
      aria-current={isHere || undefined}
      data-lead={lead ? "" : undefined}
    >
      {lead && <div className={look.lead}>{lead}</div>}
      <div className={look.what}>{children}</div>
      {acts && <div className={look.acts}>{acts}</div>}
    </li>
  );
}
