import type { RefObject } from "react";
import { Odds } from "#web/quotes/odds.tsx";
import { useQuoteWords } from "#web/quotes/words.ts";
import { Field } from "#web/ui/field.tsx";
import type { Reading, Whom } from "./line.ts";
import look from "./quick-add.module.css";

type Props = {
  reading: Reading;
  whom: Whom | undefined;
  dueAt: string;
  isRushed: boolean;
  reason: string;
  ref: RefObject<HTMLInputElement | null>;
  onDue: (dueAt: string) => void;
  onReason: (reason: string) => void;
  onEnter: () => void;
};

/** The odds of the time, to be moved along them; and why it is to be so soon, where half of such work takes longer. */
export function HowSoon({ reading, whom, dueAt, isRushed, reason, ref, onDue, onReason, onEnter }: Props) {
  const words = useQuoteWords();
  const { kind, owner_id: ownerId } = reading;
  const work = { kind: kind.name, ownerId, customerId: whom?.is === "known" ? whom.customerId : undefined };
  return (
    <div className={look.read}>
      <Odds work={work} dueAt={dueAt} onDue={onDue} />
      {isRushed && (
        <Field
          ref={ref}
          label={words.whySoon}
          hint={words.whySoonHint}
          maxLength={500}
          value={reason}
          onChange={onReason}
          onKeyDown={(event) => event.key === "Enter" && onEnter()}
        />
      )}
    </div>
  );
}
