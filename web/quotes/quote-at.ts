import { useQuery } from "@tanstack/react-query";
import { useState } from "react";
import { api } from "#web/desk/call.ts";
import type { Problem } from "#web/desk/problem.ts";
import { useReader } from "#web/ui/reader.ts";
import { knows, type Quote, type QuotedWork } from "./curve.ts";
import { stopsFrom } from "./stops.ts";

/** What the house said, and of which time it was asked. */
type Said = { quote: Quote; askedAt: string };

/**
 * The odds of a time and of a hundred others, by one question: moving among those asks nothing more. Only another time
 * of one's own is a new question.
 */
export function useQuote(work: QuotedWork, dueAt: string): Said | undefined {
  const { timeZone } = useReader();
  const [askedAt, setAskedAt] = useState(dueAt);
  const { kind, promiseId, customerId, ownerId } = work;
  const said = useQuery<Said, Problem>({
    queryKey: ["/quotes", kind, promiseId, customerId, ownerId, askedAt],
    queryFn: async () => {
      const quote = await api.post("/quotes", {
        body: {
          kind,
          due_at: askedAt,
          due_ats: stopsFrom(Date.now(), timeZone).map((at) => new Date(at).toISOString()),
          ...(promiseId && { promise_id: promiseId }),
          ...(customerId && { customer_id: customerId }),
          ...(ownerId && { owner_id: ownerId }),
        },
      });
      return { quote, askedAt };
    },
    retry: false,
    placeholderData: (before) => before,
  });
  const { data } = said;
  if (askedAt !== dueAt && data && !said.isPlaceholderData && !knows(data.quote, dueAt)) setAskedAt(dueAt);
  return data;
}
