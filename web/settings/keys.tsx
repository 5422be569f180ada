import { useState } from "react";
import { useAsk } from "#web/desk/asking.ts";
import type { AnswerAt } from "#web/desk/contracts.ts";
import { useDeed } from "#web/desk/deed.ts";
import { ProblemNote } from "#web/desk/problem-note.tsx";
import { toast } from "#web/desk/toasts.ts";
import { Button } from "#web/ui/button.tsx";
import { Dialog } from "#web/ui/dialog.tsx";
import { EmptyState } from "#web/ui/empty-state.tsx";
import { Note } from "#web/ui/note.tsx";
import { Person } from "#web/ui/person.tsx";
import { Row, Rows } from "#web/ui/rows.tsx";
import { Skeleton } from "#web/ui/skeleton.tsx";
import { TimeSaid } from "#web/ui/time-said.tsx";
import { Copied } from "./copied.tsx";
import { useWhyNot } from "./may.ts";
import { NewKey } from "./new-key.tsx";
import { useOwnWords } from "./own-words.ts";
import look from "./settings.module.css";
import { SettingsScreen } from "./settings-screen.tsx";

type Key = AnswerAt<"GET", "/api_keys">["items"][number];

/** Keys by which programs act here. */
export function Keys() {
  const words = useOwnWords().keys;
  const whyNot = useWhyNot()();
  const keys = useAsk("/api_keys", { query: { limit: 200 } });
  const [isMaking, setMaking] = useState(false);
  const [secret, setSecret] = useState<string | null>(null);
  const make = (
    <Button kind="main" because={whyNot} onClick={() => setMaking(true)}>
      {words.make}
    </Button>
  );
  const made = (shown: string) => {
    setMaking(false);
    setSecret(shown);
  };
  const alive = keys.data?.items.filter(({ revoked_at }) => revoked_at === null);
  return (
    <SettingsScreen page="keys" acts={make}>
      <ProblemNote problem={keys.error} onRetry={() => void keys.refetch()} />
      {whyNot && <Note>{whyNot}</Note>}
      {!alive && <Skeleton />}
      {alive?.length === 0 && <EmptyState title={words.none}>{words.noneMore}</EmptyState>}
      {alive && alive.length > 0 && (
        <Rows label={words.title}>
          {alive.map((key) => (
            <Line key={key.id} apiKey={key} because={whyNot} />
          ))}
        </Rows>
      )}
      {isMaking && <NewKey onMade={made} onClose={() => setMaking(false)} />}
      {secret && (
        <Dialog title={words.madeTitle} onClose={() => setSecret(null)} mustStay>
          <p>{words.madeLead}</p>
          <p>
            <code dir="ltr">{secret}</code>
          </p>
          <div className={look.acts}>
            <Button kind="main" onClick={() => setSecret(null)}>
              {words.kept}
            </Button>
            <Copied text={secret} />
          </div>
        </Dialog>
      )}
    </SettingsScreen>
  );
}

function Line({ apiKey, because }: { apiKey: Key; because: string | null }) {
  const words = useOwnWords().keys;
  const { id, name, scopes, created_at, expires_at } = apiKey;
  const revoke = useDeed("DELETE", "/api_keys/:id", { onDone: () => toast(words.revoked(name)) });
  const act = (
    <Button
      label={words.revokeOf(name)}
      because={because}
      isBusy={revoke.isPending}
      onClick={() => revoke.mutate({ params: { id } })}
    >
      {words.revoke}
    </Button>
  );
  return (
    <Row acts={act}>
      <Person name={name} />
      <small>
        {scopes.some((scope) => scope.endsWith(":write")) ? words.writes : words.reads} · {words.madeAt}{" "}
        <TimeSaid at={created_at} as="day" />
        {expires_at && (
          <>
            {" · "}
            {words.until} <TimeSaid at={expires_at} as="day" />
          </>
        )}
      </small>
      <ProblemNote problem={revoke.error} />
    </Row>
  );
}
