import { QueryClient as Client, type QueryClient, type QueryKey, useQuery } from "@tanstack/react-query";
import { call } from "./call.ts";
import type { AnswerAt, Args, PathOf, SentAt } from "./contracts.ts";
import { Problem } from "./problem.ts";
import { touches } from "./touched.ts";

/** All that was read of the house, by path. What is shown is kept fresh by its events, so nothing is asked for twice. */
export const asked: QueryClient = new Client({
  defaultOptions: {
    queries: {
      staleTime: 60_000,
      gcTime: 30 * 60_000,
      // A no stays a no; the house itself may be away for a moment.
      retry: (failures, problem) => failures < 3 && (!(problem instanceof Problem) || problem.status >= 500),
      networkMode: "always",
    },
    mutations: { networkMode: "always" },
  },
});

/** How an answer is named among all that was read. */
function keyOf(path: string, sent: unknown = {}): QueryKey {
  return [path, sent];
}

/** What a screen shows, read by its path and kept fresh: `useAsk("/promises/:id", { params: { id } })`. */
export function useAsk<P extends PathOf<"GET">>(path: P, ...[sent]: Args<"GET", P>) {
  return useAskWhile(true, path, sent as SentAt<"GET", P>);
}

/** The same, only while there is something to ask for. */
export function useAskWhile<P extends PathOf<"GET">>(isWanted: boolean, path: P, sent: SentAt<"GET", P>) {
  return useQuery<AnswerAt<"GET", P>, Problem>({
    queryKey: keyOf(path, sent),
    queryFn: ({ signal }) => call("GET", path, sent, { signal }) as Promise<AnswerAt<"GET", P>>,
    enabled: isWanted,
    placeholderData: (before) => before,
  });
}

/** Something of this kind has changed: what is in sight is read anew now, the rest when it is next looked at. */
export function readAnew(subject: string): void {
  void asked.invalidateQueries({ predicate: ({ queryKey }) => touches(subject, String(queryKey[0])) });
}
