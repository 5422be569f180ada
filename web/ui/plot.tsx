import type { ReactNode } from "react";
import look from "./plot.module.css";
import { useKitWords } from "./words.ts";

type Props = {
  /** What the picture shows, in one sentence with its figures: it is what is read out. */
  title: string;
  children: ReactNode;
  /** The same as a table, for whoever would rather read it. */
  head: readonly string[];
  rows: readonly (readonly ReactNode[])[];
};

/** A picture of figures with its sentence above it and its table below. */
export function Plot({ title, children, head, rows }: Props) {
  const words = useKitWords();
  return (
    <figure className={look.plot}>
      <figcaption>{title}</figcaption>
      {children}
      <details>
        <summary>{words.asTable}</summary>
        <div className={look.scroll}>
          <table>
            <thead>
              <tr>
                {head.map((each) => (
                  <th key={each} scope="col">
                    {each}
                  </th>
                ))}
              </tr>
            </thead>
            <tbody>
              {rows.map((row, at) => (
                // biome-ignore lint/suspicious/noArrayIndexKey: a row has no other name than its place
                <tr key={at}>
                  {row.map((cell, place) => (
                    <td key={head[place]}>{cell}</td>
                  ))}
                </tr>
              ))}
            </tbody>
          </table>
        </div>
      </details>
    </figure>
  );
}
