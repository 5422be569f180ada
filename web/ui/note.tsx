import type { ReactNode } from "react";
import look from "./notes.module.css";

type Props = {
  children: ReactNode;
  /** `trouble`: it did not work. `word`: good to know. */
  kind?: "trouble" | "word";
  act?: ReactNode;
};

/** One sentence in its place: what happened, what is safe, what to do. Trouble is read out at once. */
export function Note({ children, kind = "word", act }: Props) {
  return (
    <div role={kind === "trouble" ? "alert" : "status"} className={`${look.note} ${look[kind]}`}>
      <div>{children}</div>
      {act}
    </div>
  );
}
