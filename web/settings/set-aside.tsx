import { useState } from "react";
import { mayFile, mayRelease } from "#app/arrivals/release.ts";
import { useAsk } from "#web/desk/asking.ts";
import type { AnswerAt } from "#web/desk/contracts.ts";
import { useDeed } from "#web/desk/deed.ts";
import { ProblemNote } from "#web/desk/problem-note.tsx";
import { toast } from "#web/desk/toasts.ts";
import { Button } from "#web/ui/button.tsx";
import { Dialog } from "#web/ui/dialog.tsx";
import { Row, Rows } from "#web/ui/rows.tsx";
import { Skeleton } from "#web/ui/skeleton.tsx";
import { TimeSaid } from "#web/ui/time-said.tsx";
import { FileMail } from "./file-mail.tsx";
import { useMailboxWords } from "./mailbox-words.ts";
import { textOf } from "./original.ts";
import look from "./set-aside.module.css";

type Arrival = AnswerAt<"GET", "/arrivals">["items"][number];

/** Mails that could not be read or filed: what is wrong with each, the original, and the end of it. */
export function SetAside() {
  const words = useMailboxWords();
  const aside = useAsk("/arrivals", { query: { state: "set_aside", open: "true", limit: 200 } });
  const [shown, setShown] = useState<Arrival | null>(null);
  const [filed, setFiled] = useState<Arrival | null>(null);
  const all = aside.data?.items;
  return (
    <section aria-labelledby="set-aside">
      <h2 id="set-aside">{words.asideTitle}</h2>
      <p>{words.asideLead}</p>
      <ProblemNote problem={aside.error} onRetry={() => void aside.refetch()} />
      {!all && !aside.error && <Skeleton />}
      {all?.length === 0 && <p className={look.muted}>{words.asideNone}</p>}
      {all && all.length > 0 && (
        <Rows label={words.asideTitle}>
          {all.map((arrival) => (
            <Line
              key={arrival.id}
              arrival={arrival}
              onShow={() => setShown(arrival)}
              onFile={() => setFiled(arrival)}
            />
          ))}
        </Rows>
      )}
      {shown && <Original arrival={shown} onClose={() => setShown(null)} />}
      {filed && <FileMail arrival={filed} onClose={() => setFiled(null)} />}
    </section>
  );
}

type LineProps = { arrival: Arrival; onShow: () => void; onFile: () => void };

function Line({ arrival, onShow, onFile }: LineProps) {
  const words = useMailboxWords();
  const { id, why, troubles, from_address: from, arrived_at: at } = arrival;
  const subject = arrival.subject ?? words.noSubject;
  const kept = { ...arrival, hasOriginal: true };
  const release = useDeed("POST", "/arrivals/:id/releases", { onDone: () => toast(words.released) });
  const settle = useDeed("POST", "/arrivals/:id/settlements", { onDone: () => toast(words.settled) });
  return (
    <Row
      acts={
        <>
          <Button label={words.seeOriginalOf(subject)} onClick={onShow}>
            {words.original}
          </Button>
          {mayFile(kept) === null && (
            <Button label={words.fileOf(subject)} onClick={onFile}>
              {words.file}…
            </Button>
          )}
          {mayRelease(kept) === null && (
            <Button
              label={words.releaseOf(subject)}
              isBusy={release.isPending}
              onClick={() => release.mutate({ params: { id } })}
            >
              {words.release}
            </Button>
          )}
          <Button
            label={words.settleOf(subject)}
            isBusy={settle.isPending}
            onClick={() => settle.mutate({ params: { id } })}
          >
            {words.settle}
          </Button>
        </>
      }
    >
      <bdi>{subject}</bdi>
      <small>
        <bdi>{from ?? words.unknownSender}</bdi> · <TimeSaid at={at} />
      </small>
      <small>
        {why && words.whys[why]} {troubles.includes("too_large") && words.cutOff}
      </small>
      <ProblemNote problem={release.error ?? settle.error} />
    </Row>
  );
}

function Original({ arrival, onClose }: { arrival: Arrival; onClose: () => void }) {
  const words = useMailboxWords();
  const original = useAsk("/arrivals/:id/original", { params: { id: arrival.id } });
  return (
    <Dialog title={words.originalOf(arrival.subject ?? words.noSubject)} onClose={onClose} width="wide">
      <p>{words.originalLead}</p>
      <ProblemNote problem={original.error} onRetry={() => void original.refetch()} />
      {!original.data && !original.error && <Skeleton lines={8} />}
      {original.data && (
        // biome-ignore lint/a11y/noNoninteractiveTabindex: what scrolls must be reached by the keys
        <pre className={look.original} dir="ltr" tabIndex={0}>
          {textOf(original.data.base64)}
        </pre>
      )}
    </Dialog>
  );
}
