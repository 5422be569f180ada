import { type ReactNode, useRef } from "react";
import { useArrival } from "./arrival.ts";
import look from "./screen.module.css";

type Props = {
  title: string;
  /** What the window is called where the heading is a greeting. */
  name?: string;
  /** In the window's title, before the name: what waits here. */
  count?: number | undefined;
  lead?: ReactNode;
  /** At the end of the heading's line. */
  acts?: ReactNode;
  /** Lists may be as wide as the window; what is read may not. */
  width?: "text" | "wide";
  children: ReactNode;
};

/** A screen: its heading, which has the focus after one has come here, the window's title, and what stands below. */
export function Screen({ title, name = title, count = 0, lead, acts, width = "text", children }: Props) {
  const heading = useRef<HTMLHeadingElement>(null);
  useArrival(heading);
  return (
    <div className={`${look.screen} ${look[width]}`}>
      <title>{`${count > 0 ? `(${count}) ` : ""}${name} – Truepenny`}</title>
      <header className={look.head}>
        <h1 ref={heading} tabIndex={-1} dir="auto">
          {title}
        </h1>
        {acts && <div className={look.acts}>{acts}</div>}
      </header>
      {lead && <p className={look.lead}>{lead}</p>}
      {children}
    </div>
  );
}
