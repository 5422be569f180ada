import { useSearch } from "@tanstack/react-router";
import { useAsk } from "#web/desk/asking.ts";
import { ProblemNote } from "#web/desk/problem-note.tsx";
import { EmptyState } from "#web/ui/empty-state.tsx";
import { Note } from "#web/ui/note.tsx";
import { Skeleton } from "#web/ui/skeleton.tsx";
import { ForWhom } from "./for-whom.tsx";
import { useWhyNot } from "./may.ts";
import { PolicyExceptions } from "./policy-exceptions.tsx";
import { PolicyFacts } from "./policy-facts.tsx";
import { PolicyForm } from "./policy-form.tsx";
import type { Policies as All, Settings } from "./policy-list.ts";
import { type Whom, whomOf } from "./policy-whom.ts";
import { usePolicyWords } from "./policy-words.ts";
import { SettingsScreen } from "./settings-screen.tsx";

/** The figures that the rules leave open: for the business, and where a kind, a tier or a customer has it otherwise. */
export function Policies() {
  const words = usePolicyWords();
  const whom = whomOf(useSearch({ strict: false }) as Record<string, unknown>);
  const whyNot = useWhyNot()();
  const policies = useAsk("/policies");
  const isNamed = whom.scope === "workspace" || whom.name !== "";
  return (
    <SettingsScreen page="policies" width="wide">
      <ProblemNote problem={policies.error} onRetry={() => void policies.refetch()} />
      {whyNot && <Note>{whyNot}</Note>}
      {!policies.data && <Skeleton lines={10} />}
      {policies.data && (
        <>
          <ForWhom whom={whom} all={policies.data} />
          {isNamed ? (
            <Held whom={whom} all={policies.data} because={whyNot} />
          ) : (
            <EmptyState title={words.chooseFirst} />
          )}
          {whom.scope === "workspace" && <PolicyExceptions all={policies.data} />}
        </>
      )}
    </SettingsScreen>
  );
}

type Held = { whom: Whom; all: All; because: string | null };

function Held({ whom, all: { defaults, overrides }, because }: Held) {
  const { scope, name } = whom;
  const override = overrides.find((each) => each.scope === scope && (each.name ?? "") === name);
  const business = overrides.find((each) => each.scope === "workspace")?.settings ?? {};
  const inherited: Settings = scope === "workspace" ? defaults : { ...defaults, ...business };
  const standing = { own: override?.settings ?? {}, inherited };
  if (because) return <PolicyFacts whom={whom} standing={standing} />;
  return <PolicyForm key={`${scope} ${name}`} whom={whom} standing={standing} version={override?.version ?? 0} />;
}
