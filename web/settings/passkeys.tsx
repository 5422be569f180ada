import { useQuery } from "@tanstack/react-query";
import { useState } from "react";
import type { Problem } from "#web/desk/problem.ts";
import { ProblemNote } from "#web/desk/problem-note.tsx";
import { toast } from "#web/desk/toasts.ts";
import { Button } from "#web/ui/button.tsx";
import { EmptyState } from "#web/ui/empty-state.tsx";
import { Person } from "#web/ui/person.tsx";
import { Row, Rows } from "#web/ui/rows.tsx";
import { TimeSaid } from "#web/ui/time-said.tsx";
import { hasPasskeys } from "#web/users/signing-in.ts";
import { addPasskey, listPasskeys, type Passkey, removePasskey, renamePasskey, useIdentity } from "./identity.ts";
import { PasskeyName } from "./passkey-name.tsx";
import { useSecurityWords } from "./security-words.ts";

/** Passkeys: a finger, a face or a key instead of a password. */
export function Passkeys() {
  const words = useSecurityWords().passkeys;
  const [isAdding, setAdding] = useState(false);
  const passkeys = useQuery<Passkey[], Problem>({ queryKey: ["passkeys"], queryFn: listPasskeys });
  const add = async (name: string) => {
    await addPasskey(name);
    await passkeys.refetch();
    toast(words.added);
    setAdding(false);
  };
  const button = (
    <Button because={hasPasskeys() ? null : words.notHere} onClick={() => setAdding(true)}>
      {words.add}
    </Button>
  );
  return (
    <section>
      <h2>{words.title}</h2>
      <ProblemNote problem={passkeys.error} />
      {passkeys.data?.length === 0 && (
        <EmptyState title={words.none} act={button}>
          {words.noneMore}
        </EmptyState>
      )}
      {passkeys.data && passkeys.data.length > 0 && (
        <Rows label={words.title}>
          {passkeys.data.map((passkey) => (
            <Line key={passkey.id} passkey={passkey} onChanged={passkeys.refetch} />
          ))}
        </Rows>
      )}
      {passkeys.data && passkeys.data.length > 0 && button}
      {isAdding && <PasskeyName title={words.add} first="" onGiven={add} onClose={() => setAdding(false)} />}
    </section>
  );
}

function Line({ passkey, onChanged }: { passkey: Passkey; onChanged: () => Promise<unknown> }) {
  const words = useSecurityWords().passkeys;
  const [isNaming, setNaming] = useState(false);
  const remove = useIdentity(removePasskey, () => {
    toast(words.removed);
    void onChanged();
  });
  const rename = async (name: string) => {
    await renamePasskey(passkey.id, name);
    await onChanged();
    setNaming(false);
  };
  const name = passkey.name ?? words.unnamed;
  const acts = (
    <>
      <Button label={words.renameOf(name)} onClick={() => setNaming(true)}>
        {words.rename}
      </Button>
      <Button
        kind="quiet"
        label={words.removeOf(name)}
        isBusy={remove.isPending}
        onClick={() => remove.mutate(passkey.id)}
      >
        {words.remove}
      </Button>
    </>
  );
  return (
    <Row acts={acts}>
      <Person name={name} />
      <small>
        {words.addedAt} <TimeSaid at={passkey.createdAt} />
      </small>
      <ProblemNote problem={remove.error} />
      {isNaming && (
        <PasskeyName title={words.renameOf(name)} first={name} onGiven={rename} onClose={() => setNaming(false)} />
      )}
    </Row>
  );
}
