import { useInfiniteQuery } from "@tanstack/react-query";
import { api } from "#web/desk/call.ts";
import type { AnswerAt, SentAt } from "#web/desk/contracts.ts";
import type { Problem } from "#web/desk/problem.ts";

type Customers = AnswerAt<"GET", "/customers">;
type Timeline = AnswerAt<"GET", "/customers/:id/timeline">;
export type Listed = Customers["items"][number];
export type Entry = Timeline["items"][number];
export type WholeCustomer = AnswerAt<"GET", "/customers/:id">;
export type Contact = WholeCustomer["contacts"][number];
export type ProfileEntry = AnswerAt<"GET", "/customers/:id/profile">["items"][number];

const perPage = 50;

/** The list of customers, page by page, kept fresh like all that is read. */
export function useCustomers(query: NonNullable<SentAt<"GET", "/customers">["query"]>) {
  return useInfiniteQuery<Customers, Problem, Listed[], readonly unknown[], string | undefined>({
    queryKey: ["/customers", query, "pages"],
    queryFn: ({ pageParam: after }) =>
      api.get("/customers", { query: { ...query, limit: perPage, ...(after && { after }) } }),
    initialPageParam: undefined,
    getNextPageParam: ({ next }) => next ?? undefined,
    select: ({ pages }) => pages.flatMap(({ items }) => items),
    placeholderData: (before) => before,
  });
}

/** All that passed between us and a customer, newest first, page by page. */
export function useTimeline(id: string, isWanted: boolean) {
  return useInfiniteQuery<Timeline, Problem, Entry[], readonly unknown[], string | undefined>({
    queryKey: ["/customers/:id/timeline", { params: { id } }, "pages"],
    queryFn: ({ pageParam: after }) =>
      api.get("/customers/:id/timeline", { params: { id }, query: { limit: perPage, ...(after && { after }) } }),
    initialPageParam: undefined,
    getNextPageParam: ({ next }) => next ?? undefined,
    select: ({ pages }) => pages.flatMap(({ items }) => items),
    enabled: isWanted,
  });
}
