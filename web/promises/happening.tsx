import type { ReactNode } from "react";
import { useAsk } from "#web/desk/asking.ts";
import { Person } from "#web/ui/person.tsx";
import { TimeSaid } from "#web/ui/time-said.tsx";
import look from "./happening.module.css";
import type { Happened, Story } from "./story.ts";
import { usePromiseWords } from "./words.ts";

/** One line of a promise's story: when, what, and in whose words. */
export function Happening({ one, story }: { one: Happened; story: Story }) {
  return (
    <li className={`${look.line} ${look[one.what]}`}>
      <span className={look.when}>
        <TimeSaid at={one.at} />
      </span>
      <div className={look.what}>
        <Words one={one} story={story} />
      </div>
    </li>
  );
}

function Words({ one, story }: { one: Happened; story: Story }): ReactNode {
  const words = usePromiseWords();
  switch (one.what) {
    case "made":
      return (
        <>
          {words.madeLine} {words.via(story.made_via)} · {words.firstDue} <TimeSaid at={story.first_due_at} />
        </>
      );
    case "recorded":
      return (
        <>
          {words.recordedLine} · <Member id={story.recorded_by_id} />
        </>
      );
    case "moved":
      return <Moved move={one.move} />;
    case "told":
      return <Told telling={one.telling} />;
    case "rang":
      return (
        <>
          {words.stage(one.ring.stage)} · <Member id={one.ring.member_id} />
          {one.ring.answered_at && <small>{words.answeredRing(one.ring.answer ?? "")}</small>}
        </>
      );
    case "said":
      return (
        <>
          {words.verdict(one.verdict.answer)}
          {one.verdict.words && <blockquote dir="auto">{one.verdict.words}</blockquote>}
        </>
      );
    case "held_up":
      return (
        <>
          {words.columns.waiting}
          {story.held_up_reason && <small dir="auto">{story.held_up_reason}</small>}
        </>
      );
    case "settled":
      return (
        <>
          <b>{words.settledLine(story.state)}</b>
          {story.more && <small dir="auto">{story.more}</small>}
        </>
      );
  }
}

function Moved({ move }: { move: Story["moves"][number] }) {
  const words = usePromiseWords();
  const told = move.notice ? words.notices[move.notice] : words.notTold;
  return (
    <>
      {words.moved} <TimeSaid at={move.to_due_at} /> · <Member id={move.by_member_id} />
      <small dir="auto">
        {words.because}: {move.reason}
      </small>
      <small>{move.undone_at ? words.undone : told}</small>
      {move.accepted_at && <small>{words.accepted}</small>}
      {move.contested_at && <small dir="auto">{words.contested(move.contest_words ?? "")}</small>}
    </>
  );
}

function Told({ telling }: { telling: Story["tellings"][number] }) {
  const words = usePromiseWords();
  return (
    <>
      {words.telling(telling.about)} {words.via(telling.channel)}
      {telling.by_member_id && (
        <>
          {" · "}
          <Member id={telling.by_member_id} />
        </>
      )}
      {telling.message_state && <small>{words.messageState(telling.message_state)}</small>}
      {telling.note && <small dir="auto">{telling.note}</small>}
      {telling.undone_at && <small>{words.undone}</small>}
    </>
  );
}

/** A colleague's name by their id. */
export function Member({ id }: { id: string }) {
  const members = useAsk("/members", { query: {} });
  return <Person name={members.data?.items.find((member) => member.id === id)?.name ?? "…"} />;
}
