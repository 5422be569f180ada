import type { ReactNode } from "react";
import { useArrival } from "#web/desk/arrival.ts";
import { Penny } from "#web/ui/icons.tsx";
import look from "./entrance.module.css";

type Props = { title: string; lead?: ReactNode; children: ReactNode; foot?: ReactNode };

/** The page before the house: one question, nothing around it. */
export function Entrance({ title, lead, children, foot }: Props) {
  useArrival(null);
  return (
    <main className={look.entrance}>
      <title>{`${title} – Truepenny`}</title>
      <p className={look.brand}>
        <Penny size={28} />
        Truepenny
      </p>
      <h1 className={look.title}>{title}</h1>
      {lead && <p className={look.lead}>{lead}</p>}
      {children}
      {foot && <div className={look.foot}>{foot}</div>}
    </main>
  );
}
