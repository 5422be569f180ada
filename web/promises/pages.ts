import { useInfiniteQuery } from "@tanstack/react-query";
import { useEffect, useState } from "react";
import { api } from "#web/desk/call.ts";
import type { AnswerAt, SentAt } from "#web/desk/contracts.ts";
import type { Problem } from "#web/desk/problem.ts";

type Promises = AnswerAt<"GET", "/promises">;
export type Listed = Promises["items"][number];

// The first page is there at once; whoever wants more of it wants much.
const [first, more] = [50, 200];
/** As many as fill a large window: they are drawn at once, those below them bit by bit, while keys are heard. */
export const inSight = 40;

/** The list of promises, page by page, kept fresh like all that is read; `more` is there while there are more. */
export function usePromises(query: NonNullable<SentAt<"GET", "/promises">["query"]>) {
  const list = useInfiniteQuery<Promises, Problem, Pages, readonly unknown[], string | undefined>({
    queryKey: ["/promises", query, "pages"],
    queryFn: ({ pageParam: after }) =>
      api.get("/promises", { query: { ...query, limit: after ? more : first, ...(after && { after }) } }),
    initialPageParam: undefined,
    getNextPageParam: ({ next }) => next ?? undefined,
    select: flat,
    placeholderData: (before) => before,
  });
  const { hasNextPage, isFetching, error, fetchNextPage } = list;
  const count = list.data?.count ?? 0;
  const name = JSON.stringify(query);
  const [wanted, setWanted] = useState({ of: name, count: 1 });
  const isWanted = wanted.of === name && wanted.count > count;
  useEffect(() => {
    // What changes meanwhile reads those anew that are there, and drops the page that was on its way: ask for it again.
    if (isWanted && hasNextPage && !isFetching && !error) void fetchNextPage();
  }, [isWanted, hasNextPage, isFetching, error, fetchNextPage]);
  const goOn = () => {
    setWanted({ of: name, count: count + 1 });
    if (error) void fetchNextPage();
  };
  return { ...list, promises: list.data?.items, isBusy: isWanted && !error, more: hasNextPage ? goOn : undefined };
}

type Pages = { items: Listed[]; count: number };

/** Always the same function, so that a list of a thousand is not put together anew at each drawing. */
function flat({ pages }: { pages: Promises[] }): Pages {
  return { items: pages.flatMap(({ items }) => items), count: pages.length };
}
