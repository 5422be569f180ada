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
    <li id={id} className={look.row} aria-current={isHere || undefined} data-lead={lead ? "" : undefined}>
      {lead && <div className={look.lead}>{lead}</div>}
      <div className={look.what}>{children}</div>
      {acts && <div className={look.acts}>{acts}</div>}
    </li>
  );
}
