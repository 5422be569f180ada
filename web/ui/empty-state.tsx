import type { ReactNode } from "react";
import look from "./notes.module.css";

/** What is good about there being nothing, and the next step. */
export function EmptyState({ title, children, act }: { title: string; children?: ReactNode; act?: ReactNode }) {
  return (
    <div className={look.empty}>
      <p className={look.title}>{title}</p>
      {children && <p>{children}</p>}
      {act}
    </div>
  );
}
