import { Suspense, useState } from "react";
import type { WholeCase } from "#web/cases/pages.ts";
import { useCommands } from "#web/desk/commands.ts";
import { useDeed } from "#web/desk/deed.ts";
import { fetchedLater } from "#web/desk/later.ts";
import { ProblemNote } from "#web/desk/problem-note.tsx";
import { sentenceOf } from "#web/desk/sentences.ts";
import { toast } from "#web/desk/toasts.ts";
import { Button } from "#web/ui/button.tsx";
import { Menu } from "#web/ui/menu.tsx";
import { useReader } from "#web/ui/reader.ts";
import look from "./case-acts.module.css";
import type { FormAct } from "./forms.ts";
import { type CaseAct, mayNow, offered, others } from "./rulings.ts";
import { useActWords } from "./words.ts";

// What a form knows of times and letters comes after the page.
const ActDialog = fetchedLater(async () => (await import("./act-dialog.tsx")).ActDialog);
const ShareDialog = fetchedLater(async () => (await import("#web/cases/causes/share-dialog.tsx")).ShareDialog);

const keys: Partial<Record<CaseAct, string>> = {
  ...{ own: "o", take_over: "o", plan: "p", hand_on: "h", wait: "w", resume: "w", done: "d", tell: "t" },
  ...{ answer: "a", ask: "q", snooze: "b", wake: "b" },
};

type Props = {
  case_: WholeCase;
  memberId: string;
  openPlans: number;
  /** Whom one writes to; null where nobody can be written to. */
  to: string | null;
  /** Says how it stands, in the composer. */
  onStatus: () => void;
};

/** What may be done to a case now: one press or one key each. What may not be done says why, as the server would. */
export function CaseActs({ case_: c, memberId, openPlans, to, onStatus }: Props) {
  const words = useActWords();
  const { language } = useReader();
  const [open, setOpen] = useState<FormAct | "share" | null>(null);
  const own = useDeed("POST", "/cases/:id/ownerships", { onDone: () => toast(words.done.own) });
  const goOn = useDeed("POST", "/cases/:id/resumptions", { onDone: () => toast(words.done.resume) });
  const wake = useDeed("POST", "/cases/:id/snoozes", { onDone: () => toast(words.done.wake) });
  const sent = { params: { id: c.id } };
  const doIt = (act: CaseAct) => {
    if (act === "own") own.mutate({ ...sent, body: {} });
    else if (act === "resume") goOn.mutate({ ...sent, body: {} });
    else if (act === "wake") wake.mutate({ ...sent, body: { until: null } });
    else setOpen(act);
  };
  const whyNot = (act: CaseAct) => {
    const ruling = mayNow(act, c, { memberId, openPlans });
    return ruling && sentenceOf(ruling, language);
  };
  const shown = offered(c, { memberId });
  const [first] = shown.filter((act) => whyNot(act) === null);
  const isOpen = c.state === "open";
  useCommands([
    ...shown.flatMap((act) => {
      const key = keys[act];
      return key && whyNot(act) === null ? [{ say: words.titles[act], keys: key, do: () => doIt(act) }] : [];
    }),
    ...(isOpen ? [{ say: words.status, keys: "u", do: onStatus }] : []),
  ]);
  const busy: Partial<Record<CaseAct, boolean>> = { own: own.isPending, resume: goOn.isPending, wake: wake.isPending };
  return (
    <>
      <ProblemNote problem={own.error ?? goOn.error ?? wake.error} />
      <div className={look.acts}>
        {shown.map((act) => (
          <Button
            key={act}
            kind={act === first ? "main" : "plain"}
            title={keys[act] ?? ""}
            because={whyNot(act)}
            isBusy={busy[act] ?? false}
            onClick={() => doIt(act)}
          >
            {words.titles[act]}
          </Button>
        ))}
        {isOpen && (
          <Button title="u" onClick={onStatus}>
            {words.status}
          </Button>
        )}
        <Menu
          label={words.more}
          items={others(shown, c).map((act) => ({
            say: words.titles[act],
            because: whyNot(act),
            do: () => doIt(act),
            kind: act === "void" ? ("careful" as const) : ("plain" as const),
          }))}
        />
      </div>
      {open && (
        <Suspense>
          {open === "share" ? (
            <ShareDialog caseId={c.id} onClose={() => setOpen(null)} />
          ) : (
            <ActDialog act={open} case_={c} to={to} onClose={() => setOpen(null)} />
          )}
        </Suspense>
      )}
    </>
  );
}
