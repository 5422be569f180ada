import { useQuery } from "@tanstack/react-query";
import { api } from "#web/desk/call.ts";
import look from "./odds-said.module.css";
import { useQuoteWords } from "./words.ts";

type Props = { kind: string; dueAt: string; promiseId?: string; customerId?: string; ownerId?: string };

// Below this a person who promises it should look twice.
const goodOdds = 0.9;

/** "kept 97 of 100 times": how often such a promise is kept by that time. Says nothing while there is no history. */
export function OddsSaid({ kind, dueAt, promiseId, customerId, ownerId }: Props) {
  const words = useQuoteWords();
  const quote = useQuery({
    queryKey: ["/quotes", kind, dueAt, promiseId, customerId, ownerId],
    queryFn: () =>
      api.post("/quotes", {
        body: {
          kind,
          due_at: dueAt,
          ...(promiseId && { promise_id: promiseId }),
          ...(customerId && { customer_id: customerId }),
          ...(ownerId && { owner_id: ownerId }),
        },
      }),
    retry: false,
    placeholderData: (before) => before,
  });
  const share = quote.data?.share_at_due ?? null;
  if (share === null) return null;
  return <span className={share >= goodOdds ? look.good : look.soon}>{words.keptOf(Math.round(share * 100))}</span>;
}
