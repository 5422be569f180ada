import { useQuery } from "@tanstack/react-query";
import { type FormEvent, useState } from "react";
import { api } from "#web/desk/call.ts";
import { useDeed } from "#web/desk/deed.ts";
import { useDraft } from "#web/desk/draft.ts";
import { ProblemNote, useErrorAt } from "#web/desk/problem-note.tsx";
import { toast } from "#web/desk/toasts.ts";
import { useDeskWords } from "#web/desk/words.ts";
import { Button } from "#web/ui/button.tsx";
import { Dialog } from "#web/ui/dialog.tsx";
import { Field } from "#web/ui/field.tsx";
import { Person } from "#web/ui/person.tsx";
import { Row, Rows } from "#web/ui/rows.tsx";
import { Tabs } from "#web/ui/tabs.tsx";
import { TimeSaid } from "#web/ui/time-said.tsx";
import { useTodayWords } from "./words.ts";

const delays = ["15", "30", "45", "60", "90"] as const;
type Delay = (typeof delays)[number];

/** One word to everybody whom a delay of today hits: whom, their new times and what each is told, before it is sent. */
export function RunLate({ onClose }: { onClose: () => void }) {
  const words = useTodayWords().runLate;
  const desk = useDeskWords();
  const [{ by, reason }, setDraft, clear] = useDraft("running late", { by: "30" as Delay, reason: "" });
  const [notMoved, setNotMoved] = useState<string[]>([]);
  const said = { by: `PT${by}M`, reason: reason.trim() };
  const preview = useQuery({
    queryKey: ["/delays", said],
    queryFn: () => api.post("/delays/previews", { body: { ...said, reason: said.reason || "…" } }),
    placeholderData: (before) => before,
    retry: false,
  });
  const hits = preview.data?.items ?? [];
  const reachable = hits.filter(({ problem }) => problem === null);
  const tell = useDeed("POST", "/delays", {
    onDone: ({ moved, not_moved: left }) => {
      clear();
      toast(words.told(moved.length));
      if (left.length === 0) return onClose();
      setNotMoved(left.map(({ promise_id: id }) => id));
    },
  });
  const errorAt = useErrorAt(tell.error);
  const submit = (event: FormEvent) => {
    event.preventDefault();
    if (!said.reason || reachable.length === 0) return;
    tell.mutate({ body: { ...said, items: reachable.map(({ promise_id }) => ({ promise_id })) } });
  };
  const because = hits.length === 0 ? words.nobody : said.reason ? null : words.reasonMissing;
  return (
    <Dialog title={words.title} onClose={onClose} width="wide">
      <form onSubmit={submit} noValidate>
        <p>{words.lead}</p>
        <Tabs
          label={words.by}
          value={by}
          onChange={(next) => setDraft({ by: next, reason })}
          choices={delays.map((each) => [each, words.minutes(Number(each))])}
        />
        <Field
          label={words.reason}
          maxLength={500}
          error={errorAt("reason")}
          value={reason}
          onChange={(next) => setDraft({ by, reason: next })}
        />
        <ProblemNote problem={tell.error?.field ? null : tell.error} />
        {notMoved.length > 0 && <p role="alert">{words.notMoved(notMoved.length)}</p>}
        {hits.length > 0 && <h3>{words.hits(reachable.length)}</h3>}
        <Rows label={words.hits(hits.length)}>
          {hits.map((hit) => (
            <Row
              key={hit.promise_id}
              lead={
                <b>
                  <TimeSaid at={hit.new_opens_at ?? hit.new_due_at} as="clock" />
                  {hit.new_opens_at && (
                    <>
                      –<TimeSaid at={hit.new_due_at} as="clock" />
                    </>
                  )}
                </b>
              }
            >
              <span dir="auto">{hit.text}</span>
              <small>
                {hit.to && <Person name={hit.to.name} />}
                {hit.problem && ` ${words.call} ${hit.problem.detail}`}
              </small>
              {!hit.problem && (
                <small lang={hit.language} dir="auto">
                  {hit.message.body}
                </small>
              )}
            </Row>
          ))}
        </Rows>
        <Button type="submit" kind="main" isBusy={tell.isPending} because={because}>
          {words.tell(reachable.length)}
        </Button>
        <Button kind="quiet" onClick={onClose}>
          {desk.cancel}
        </Button>
      </form>
    </Dialog>
  );
}
