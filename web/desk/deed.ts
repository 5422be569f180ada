import { useMutation } from "@tanstack/react-query";
import { useRef } from "react";
import { asked, readAnew } from "./asking.ts";
import { call, newKey } from "./call.ts";
import type { AnswerAt, Method, PathOf, SentAt } from "./contracts.ts";
import { keepForLater } from "./outbox.ts";
import { Problem } from "./problem.ts";
import { subjectOf } from "./touched.ts";

type Ways<M extends Method, P extends string> = {
  onDone?: (answer: AnswerAt<M, P>, sent: SentAt<M, P>) => void;
  /** Shows on the screen what will be so; taken back when the house says no. */
  optimistic?: (change: Change, sent: SentAt<M, P>) => void;
  /** May wait for a connection: how it is named in the list of what waits. `onDone` is not called for it. */
  offline?: (sent: SentAt<M, P>) => string;
  /** Sent later without the version that was seen: whoever is away cannot look at what changed meanwhile. */
  isBlindLater?: boolean;
  /** The key of this one act, where it was made before the act was sent: what is sent again by a later visit is done once. */
  key?: string;
  /** It waits for a connection: close the form, its words are safe. */
  onKept?: (sent: SentAt<M, P>) => void;
};

/** Changes every answer that was read at this path, whatever was asked for there. */
export type Change = <P extends PathOf<"GET">>(
  path: P,
  make: (before: AnswerAt<"GET", P>) => AnswerAt<"GET", P>,
) => void;

/**
 * One act of a member: `const move = useDeed("POST", "/promises/:id/moves", { onDone })`, then
 * `move.mutate({ params, body, version })`; `move.error` is the `Problem`, `move.isPending` while it runs. What is sent
 * again after a failure carries the same key, so that nothing is done twice.
 */
export function useDeed<M extends "POST" | "PATCH" | "DELETE", P extends PathOf<M>>(
  method: M,
  path: P,
  { onDone, optimistic, offline, isBlindLater, onKept, key: made }: Ways<M, P> = {},
) {
  const intended = useRef({ words: "", key: "" });
  return useMutation<AnswerAt<M, P>, Problem, SentAt<M, P>, () => void>({
    mutationFn: async (sent) => {
      const words = JSON.stringify(sent);
      if (intended.current.words !== words) intended.current = { words, key: made || newKey() };
      const { key } = intended.current;
      try {
        return (await call(method, path, sent, { key })) as AnswerAt<M, P>;
      } catch (problem) {
        if (!offline || !(problem instanceof Problem) || problem.code !== "no_connection") throw problem;
        throw keepForLater({ key, method, path, sent: isBlindLater ? unseen(sent) : sent, said: offline(sent) });
      }
    },
    onMutate: (sent) => changing((change) => optimistic?.(change, sent)),
    onSuccess: (answer, sent) => {
      intended.current = { words: "", key: "" };
      onDone?.(answer, sent);
    },
    onError: (problem, sent, restore) => {
      if (problem.code !== "kept_for_later") return restore?.();
      intended.current = { words: "", key: "" };
      onKept?.(sent);
    },
    onSettled: () => readAnew(subjectOf(path)),
  });
}

/** Changes what was read, and gives how to take it back. */
function changing(work: (change: Change) => void): () => void {
  const before: [readonly unknown[], unknown][] = [];
  work((path, make) => {
    // An answer under way would overwrite what we show.
    void asked.cancelQueries({ queryKey: [path] });
    before.push(...asked.getQueriesData({ queryKey: [path] }));
    asked.setQueriesData({ queryKey: [path] }, (old: Parameters<typeof make>[0] | undefined) => old && make(old));
  });
  return () => {
    for (const [key, answer] of before) asked.setQueryData(key, answer);
  };
}

function unseen(sent: object): object {
  const { version: _, ...rest } = sent as { version?: number };
  return rest;
}
