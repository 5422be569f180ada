import { useState } from "react";
import { useAskWhile } from "#web/desk/asking.ts";
import { Button } from "#web/ui/button.tsx";
import look from "./figure.module.css";
import { useRecordWords } from "./words.ts";

/** The one figure, only for who asks for it: with how it is made and what would move it. */
export function Figure({ ownerId }: { ownerId: string }) {
  const words = useRecordWords();
  const [isShown, setShown] = useState(false);
  const figure = useAskWhile(isShown, "/record/figure", { query: ownerId ? { owner_id: ownerId } : {} });
  return (
    <section className={look.figure}>
      <h2>{words.figure}</h2>
      <p>{words.figureLead}</p>
      {!isShown && <Button onClick={() => setShown(true)}>{words.showFigure}</Button>}
      {isShown && figure.data && (
        <>
          <p className={look.number}>{words.figureIs(figure.data.figure)}</p>
          <p>
            <code>{figure.data.formula}</code>
          </p>
          <p>
            {words.inputs(
              figure.data.inputs.kept.count,
              figure.data.inputs.broken.count,
              figure.data.inputs.half_life_days,
            )}{" "}
            {words.withTen(figure.data.with_ten_kept)} {words.withOne(figure.data.with_one_broken)}
          </p>
        </>
      )}
    </section>
  );
}
