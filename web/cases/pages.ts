import { useInfiniteQuery } from "@tanstack/react-query";
import { api } from "#web/desk/call.ts";
import type { AnswerAt, SentAt } from "#web/desk/contracts.ts";
import type { Problem } from "#web/desk/problem.ts";

type Cases = AnswerAt<"GET", "/cases">;
type Timeline = AnswerAt<"GET", "/cases/:id/timeline">;
export type Listed = Cases["items"][number];
export type WholeCase = AnswerAt<"GET", "/cases/:id">;
export type Said = Timeline["items"][number];

const perPage = 50;

/** The list of cases, page by page, kept fresh like all that is read. */
export function useCases(query: NonNullable<SentAt<"GET", "/cases">["query"]>) {
  return useInfiniteQuery<Cases, Problem, Listed[], readonly unknown[], string | undefined>({
    queryKey: ["/cases", query, "pages"],
    queryFn: ({ pageParam: after }) =>
      api.get("/cases", { query: { ...query, limit: perPage, ...(after && { after }) } }),
    initialPageParam: undefined,
    getNextPageParam: ({ next }) => next ?? undefined,
    select: ({ pages }) => pages.flatMap(({ items }) => items),
    placeholderData: (before) => before,
  });
}

/** What was said in a case, the latest first, page by page. */
export function useSaid(id: string) {
  return useInfiniteQuery<Timeline, Problem, Said[], readonly unknown[], string | undefined>({
    queryKey: ["/cases/:id/timeline", { params: { id } }, "pages"],
    queryFn: ({ pageParam: after }) =>
      api.get("/cases/:id/timeline", { params: { id }, query: { limit: perPage, ...(after && { after }) } }),
    initialPageParam: undefined,
    getNextPageParam: ({ next }) => next ?? undefined,
    select: ({ pages }) => pages.flatMap(({ items }) => items),
  });
}
