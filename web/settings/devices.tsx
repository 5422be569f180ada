import { useMutation, useQuery } from "@tanstack/react-query";
import { useAsk } from "#web/desk/asking.ts";
import type { AnswerAt } from "#web/desk/contracts.ts";
import { useDeed } from "#web/desk/deed.ts";
import { ProblemNote } from "#web/desk/problem-note.tsx";
import { toast } from "#web/desk/toasts.ts";
import { Button } from "#web/ui/button.tsx";
import { EmptyState } from "#web/ui/empty-state.tsx";
import { Row, Rows } from "#web/ui/rows.tsx";
import { Skeleton } from "#web/ui/skeleton.tsx";
import { TimeSaid } from "#web/ui/time-said.tsx";
import { useDeviceWords } from "./device-words.ts";
import look from "./settings.module.css";
import { SettingsScreen } from "./settings-screen.tsx";
import { allowHere, forgetHere, hindrance, ownEndpoint } from "./this-device.ts";

type Device = AnswerAt<"GET", "/push_devices">["items"][number];

/** Where rings are pushed to besides the mail, each allowed by a tap on the device itself. */
export function Devices() {
  const words = useDeviceWords();
  const devices = useAsk("/push_devices");
  const here = useQuery({ queryKey: ["own endpoint"], queryFn: ownEndpoint, gcTime: 0 });
  const all = devices.data?.items;
  const isListed = all?.some(({ endpoint }) => endpoint === here.data) ?? false;
  const canAllow = devices.data && !isListed && !here.isPending;
  const way = canAllow && <Allow publicKey={devices.data.public_key} onDone={() => void here.refetch()} />;
  return (
    <SettingsScreen page="devices">
      <ProblemNote problem={devices.error} onRetry={() => void devices.refetch()} />
      {!all && !devices.error && <Skeleton lines={2} />}
      {all?.length === 0 && (
        <EmptyState title={words.none} act={way}>
          {words.noneMore}
        </EmptyState>
      )}
      {all && all.length > 0 && (
        <>
          <Rows label={words.title}>
            {all.map((device) => (
              <Line key={device.id} device={device} isHere={device.endpoint === here.data} />
            ))}
          </Rows>
          {way}
        </>
      )}
      <p className={look.aside}>{words.mailToo}</p>
    </SettingsScreen>
  );
}

function Allow({ publicKey, onDone }: { publicKey: string; onDone: () => void }) {
  const words = useDeviceWords();
  const why = hindrance();
  const allow = useDeed("POST", "/push_devices", {
    onDone: () => {
      onDone();
      toast(words.allowed);
    },
  });
  const ask = useMutation({
    mutationFn: () => allowHere(publicKey),
    onSuccess: (given) => given && allow.mutate({ body: given }),
  });
  if (why) return <p>{words.why[why]}</p>;
  return (
    <>
      <Button kind="main" isBusy={ask.isPending || allow.isPending} onClick={() => ask.mutate()}>
        {words.allow}
      </Button>
      {ask.data === null && <p role="status">{words.refused}</p>}
      {ask.isError && <p role="alert">{words.broken}</p>}
      <ProblemNote problem={allow.error} />
    </>
  );
}

function Line({ device: { id, name, made_at, pushed_at }, isHere }: { device: Device; isHere: boolean }) {
  const words = useDeviceWords();
  const remove = useDeed("DELETE", "/push_devices/:id", {
    onDone: () => {
      if (isHere) void forgetHere();
      toast(words.removed);
    },
  });
  const act = (
    <Button isBusy={remove.isPending} onClick={() => remove.mutate({ params: { id } })} label={words.removeOf(name)}>
      {words.remove}
    </Button>
  );
  return (
    <Row acts={act}>
      {name} {isHere && <small>({words.here})</small>}
      <small>
        {words.madeAt} <TimeSaid at={made_at} />
        {pushed_at && (
          <>
            {" · "}
            {words.pushedAt} <TimeSaid at={pushed_at} as="fromNow" />
          </>
        )}
      </small>
      <ProblemNote problem={remove.error} />
    </Row>
  );
}
