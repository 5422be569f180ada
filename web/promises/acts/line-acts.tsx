import { Suspense, useState } from "react";
import { useCommands } from "#web/desk/commands.ts";
import { useDeed } from "#web/desk/deed.ts";
import { fetchedLater } from "#web/desk/later.ts";
import { ProblemNote } from "#web/desk/problem-note.tsx";
import { useSoon } from "#web/desk/soon.ts";
import { toast } from "#web/desk/toasts.ts";
import { Button } from "#web/ui/button.tsx";
import { Menu } from "#web/ui/menu.tsx";
import type { ActOn } from "./act-dialog.tsx";
import type { FormAct } from "./forms.ts";
import { useActWords } from "./words.ts";

// What a form knows of times and letters is more than a list needs.
const ActDialog = fetchedLater(async () => (await import("./act-dialog.tsx")).ActDialog);

/** What settles a line, as `GET /today` names it. */
export type LineAct = "on_track" | "update" | "move" | "keep" | "call" | "accept" | "go_on" | "ask" | "add_address";

type Props = {
  promise: ActOn;
  /** The name that stands before the words. */
  customer: string | null;
  acts: readonly LineAct[];
  /** The line where the keys stand: u, m, x, l and the others act on it, and its first act is the one thing to do. */
  isHere: boolean;
  onAddAddress?: () => void;
  /** All others, such as release and correct, behind one button. */
  isWhole?: boolean;
};

const keys: Partial<Record<LineAct, string>> = {
  on_track: "u",
  update: "u",
  move: "m",
  keep: "x",
  call: "l",
  accept: "a",
  go_on: "o",
  ask: "y",
};

const usual = ["update", "move", "call"] as const;
const others: readonly FormAct[] = ["hand_on", "hold_up", "split", "chase", "release", "fail", "correct"];
// Long enough to see that it was the wrong line.
const graceMs = 6_000;

/**
 * The acts of one line: one tap or one key each. What needs words opens a form; "still on time" is done at once; "kept"
 * in a moment, so that it can be taken back before the customer is asked about it.
 */
export function LineActs({ promise, customer, acts, isHere, onAddAddress, isWhole = true }: Props) {
  const words = useActWords();
  const [open, setOpen] = useState<FormAct | null>(null);
  const soon = useSoon(graceMs);
  const params = { id: promise.id };
  const onTrack = useDeed("POST", "/promises/:id/ring_answers", { onDone: () => toast(words.onTrackDone) });
  const goOn = useDeed("POST", "/promises/:id/resumptions", { onDone: () => toast(words.goOnDone) });
  const keep = () => {
    if (isKeptByMore(promise.kind)) return setOpen("keep");
    const sent = { params, body: {} };
    soon({ method: "POST", path: "/promises/:id/keeps", sent, said: words.keptSoon(promise.text) });
  };
  const doings: Record<LineAct, () => void> = {
    on_track: () => onTrack.mutate({ params, body: {}, version: promise.version }),
    go_on: () => goOn.mutate({ params, body: {}, version: promise.version }),
    keep,
    update: () => setOpen("update"),
    move: () => setOpen("move"),
    call: () => setOpen(promise.kind === "callback" ? "keep" : "call"),
    accept: () => setOpen("accept"),
    ask: () => setOpen("verdict"),
    add_address: () => onAddAddress?.(),
  };
  // What is not on the line itself is in its menu, and under its key all the same.
  const isOpen = !acts.some((act) => ["accept", "ask", "go_on"].includes(act));
  const besides = isWhole && isOpen ? usual.filter((act) => !acts.includes(act)) : [];
  useCommands(
    isHere
      ? commandsOf(
          [...acts, ...besides.filter((act) => !acts.includes("on_track") || act !== "update")],
          doings,
          words.line,
        )
      : [],
  );
  const menu = [...besides, ...others].map((act) => ({
    say: words.titles[act],
    do: () => setOpen(act),
    kind: act === "fail" ? ("careful" as const) : ("plain" as const),
  }));
  return (
    <>
      <ProblemNote problem={onTrack.error ?? goOn.error} />
      {acts.map((act, place) => (
        <Button
          key={act}
          kind={place === 0 && isHere ? "main" : "plain"}
          onClick={doings[act]}
          isBusy={act === "on_track" ? onTrack.isPending : act === "go_on" && goOn.isPending}
          title={keys[act] ?? ""}
        >
          {words.line[act]}
        </Button>
      ))}
      {isWhole && <Menu items={menu} label={words.moreActs(promise.text)} />}
      {open && (
        <Suspense>
          <ActDialog act={open} promise={promise} customer={customer} onClose={() => setOpen(null)} />
        </Suspense>
      )}
    </>
  );
}

/** A callback is kept by a call, an e-mail by an e-mail, an update by a word, a visit by coming: each needs its words. */
function isKeptByMore(kind: string): boolean {
  return ["callback", "email", "update", "visit"].includes(kind);
}

function commandsOf(acts: readonly LineAct[], doings: Record<LineAct, () => void>, said: Record<LineAct, string>) {
  return acts.flatMap((act) => {
    const key = keys[act];
    return key ? [{ say: said[act].replace("…", ""), keys: key, do: doings[act] }] : [];
  });
}
