import { useState } from "react";
import { builtInKinds } from "#app/workspaces/policy.ts";
import { useAsk } from "#web/desk/asking.ts";
import { ProblemNote } from "#web/desk/problem-note.tsx";
import { Button } from "#web/ui/button.tsx";
import { EmptyState } from "#web/ui/empty-state.tsx";
import { Note } from "#web/ui/note.tsx";
import { Row, Rows } from "#web/ui/rows.tsx";
import { Skeleton } from "#web/ui/skeleton.tsx";
import { KindDialog } from "./kind-dialog.tsx";
import { sayKind } from "./kind-names.ts";
import { useKindWords } from "./kind-words.ts";
import { useWhyNot } from "./may.ts";
import { NewKind } from "./new-kind.tsx";
import type { Policies } from "./policy-list.ts";
import { SettingsScreen } from "./settings-screen.tsx";

/** Kinds of promises: those of the house, those of the business, and how a bare estimate is meant for each. */
export function Kinds() {
  const words = useKindWords();
  const whyNot = useWhyNot()();
  const policies = useAsk("/policies");
  const [open, setOpen] = useState<string | null>(null);
  const own = policies.data?.effective.kinds ?? [];
  const list = (kinds: readonly string[], label: string) => (
    <Rows label={label}>
      {kinds.map((kind) => (
        <Line key={kind} kind={kind} all={policies.data} because={whyNot} onOpen={() => setOpen(kind)} />
      ))}
    </Rows>
  );
  return (
    <SettingsScreen page="kinds">
      <ProblemNote problem={policies.error} onRetry={() => void policies.refetch()} />
      {whyNot && <Note>{whyNot}</Note>}
      {!policies.data && <Skeleton lines={8} />}
      {policies.data && (
        <>
          <h2>{words.own}</h2>
          {own.length > 0 ? list(own, words.own) : <EmptyState title={words.none}>{words.noneMore}</EmptyState>}
          {!whyNot && <NewKind all={policies.data} />}
          <h2>{words.houses}</h2>
          {list(builtInKinds, words.houses)}
          {open && <KindDialog kind={open} all={policies.data} onClose={() => setOpen(null)} />}
        </>
      )}
    </SettingsScreen>
  );
}

type LineProps = { kind: string; all: Policies | undefined; because: string | null; onOpen: () => void };

function Line({ kind, all, because, onOpen }: LineProps) {
  const words = useKindWords();
  const said = sayKind(kind, words.builtIn);
  const set = all?.overrides.find(({ scope, name }) => scope === "kind" && name === kind)?.settings.estimate_in;
  return (
    <Row
      acts={
        <Button label={words.changeOf(said)} because={because} onClick={onOpen}>
          {words.change}
        </Button>
      }
    >
      <span dir="auto">{said}</span>
      <small>{words.estimate(words.estimates[set ?? ""] ?? "")}</small>
    </Row>
  );
}
