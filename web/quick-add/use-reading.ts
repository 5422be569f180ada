import { useQuery } from "@tanstack/react-query";
import { api } from "#web/desk/call.ts";
import { Problem } from "#web/desk/problem.ts";
import { session } from "#web/desk/session.ts";
import { useSettled } from "#web/desk/settled.ts";
import { keptAids } from "./aids.ts";
import type { Reading } from "./line.ts";

const settleMs = 120;
const shortest = 3;

/** What the house reads of a line while it is typed; this device does, as well as it can, while the house is away. */
export function useReading(line: string, customerId: string | undefined, isOneLine: boolean) {
  const typed = line.trim();
  const asked = useSettled(typed, settleMs);
  const read = useQuery<Reading, Problem>({
    queryKey: ["/promises/readings", asked, customerId],
    queryFn: () =>
      api
        .post("/promises/readings", { body: { line: asked, ...(customerId && { customer_id: customerId }) } })
        .catch((problem) => readHere(problem, asked)),
    enabled: asked.length >= shortest && isOneLine,
    placeholderData: (before) => before,
    retry: false,
  });
  return {
    reading: typed.length >= shortest && isOneLine ? read.data : undefined,
    /** Is it of the very words that stand there now? */
    isCurrent: asked === typed && !read.isPending && !read.isPlaceholderData,
    problem: read.error,
  };
}

async function readHere(problem: unknown, line: string): Promise<Reading> {
  const [aids, me] = [keptAids(), session.get()];
  if (!(problem instanceof Problem && problem.code === "no_connection") || !aids || !me) throw problem;
  const { readAway } = await import("./read-away.ts");
  return readAway(line, aids, me.member.id, Date.now());
}
