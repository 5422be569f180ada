import { useQuery } from "@tanstack/react-query";
import { useEffect } from "react";
import { api } from "#web/desk/call.ts";
import type { Problem } from "#web/desk/problem.ts";
import { ProblemNote } from "#web/desk/problem-note.tsx";
import { useSettled } from "#web/desk/settled.ts";
import { Skeleton } from "#web/ui/skeleton.tsx";
import { TimeSaid } from "#web/ui/time-said.tsx";
import { type Effects, type Moment, momentsOf, type Sample } from "./moments.ts";
import look from "./policies.module.css";
import type { Settings } from "./policy-list.ts";
import { PolicyOpen } from "./policy-open.tsx";
import type { Whom } from "./policy-whom.ts";
import { usePolicyWords } from "./policy-words.ts";

// As long as one needs for the next letter.
const patienceMs = 350;

type Props = { whom: Whom; change: Settings; onWorkingDay: (length: string) => void };

/** What the settings do as they stand in the form, before anything is saved. */
export function PolicyPreview({ whom: { scope, name }, change, onWorkingDay }: Props) {
  const words = usePolicyWords();
  const asked = useSettled(JSON.stringify(change), patienceMs);
  const effects = useQuery<Effects, Problem>({
    queryKey: ["/policies/effects", scope, name, asked],
    queryFn: () =>
      api.post("/policies/effects", { body: { scope, ...(name && { name }), settings: JSON.parse(asked) } }),
    placeholderData: (before) => before,
    retry: false,
  });
  const { data } = effects;
  const workingDay = data?.working_day;
  useEffect(() => {
    if (workingDay) onWorkingDay(workingDay);
  }, [workingDay, onWorkingDay]);
  return (
    <section className={look.preview} aria-labelledby="preview">
      <h2 id="preview">{words.preview}</h2>
      {/* What is wrong with a field is said beside it when it is saved; here the last that could be foretold stands. */}
      <ProblemNote problem={effects.error?.field ? null : effects.error} />
      {!data && !effects.error && <Skeleton lines={8} />}
      {data && (
        <>
          <PolicyOpen open={data.open} />
          <p className={look.usual}>{words.previewLead}</p>
          {data.samples.map((sample) => (
            <Line key={sample.name} sample={sample} />
          ))}
        </>
      )}
    </section>
  );
}

/** One promise of every day from its making to its due. */
function Line({ sample }: { sample: Sample }) {
  const words = usePolicyWords();
  return (
    <>
      <h3>{words.samples[sample.name]}</h3>
      <ol className={look.moments}>
        {momentsOf(sample).map((moment) => (
          <li key={moment.what} data-changed={moment.isGone || moment.was !== undefined || undefined}>
            <Said {...moment} />
          </li>
        ))}
      </ol>
    </>
  );
}

function Said({ what, at, was, isGone }: Moment) {
  const words = usePolicyWords();
  const said = (
    <>
      <b>
        <TimeSaid at={at} />
      </b>{" "}
      {words.moments[what]}
    </>
  );
  if (isGone) {
    return (
      <>
        <s>{said}</s> <small>{words.isGone}</small>
      </>
    );
  }
  return (
    <>
      {said}
      {was === null && <small>{words.isNew}</small>}
      {was && (
        <small>
          {words.was} <TimeSaid at={was} />
        </small>
      )}
    </>
  );
}
