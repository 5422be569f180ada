import type { SentAt } from "#web/desk/contracts.ts";
import { waiting } from "#web/desk/outbox.ts";
import { ProblemNote } from "#web/desk/problem-note.tsx";
import { Button } from "#web/ui/button.tsx";
import { useCell } from "#web/ui/cell.ts";
import { Person } from "#web/ui/person.tsx";
import { Skeleton } from "#web/ui/skeleton.tsx";
import { TimeSaid } from "#web/ui/time-said.tsx";
import look from "./conversation.module.css";
import { type Said, useSaid } from "./pages.ts";
import { useCaseWords } from "./words.ts";

type Props = { id: string; nameOf: (id: string) => string };

/** What was said in a case, both ways and among ourselves, the latest first. */
export function Conversation({ id, nameOf }: Props) {
  const words = useCaseWords();
  const said = useSaid(id);
  return (
    <section aria-labelledby="said">
      <h2 id="said">{words.said}</h2>
      <Leaving id={id} />
      <ProblemNote problem={said.error} onRetry={() => void said.refetch()} />
      {!said.data && !said.error && <Skeleton lines={6} />}
      <ol className={look.said} aria-label={words.said}>
        {said.data?.map((one) => (
          <One key={one.id} one={one} nameOf={nameOf} />
        ))}
      </ol>
      {said.hasNextPage && (
        <Button isBusy={said.isFetchingNextPage} onClick={() => void said.fetchNextPage()}>
          {words.earlier}
        </Button>
      )}
    </section>
  );
}

/** Words that were sent a moment ago and can still be taken back. */
function Leaving({ id }: { id: string }) {
  const words = useCaseWords();
  const mine = useCell(waiting).flatMap(({ key, path, sent, refused }) => {
    const { params, body } = sent as Partial<SentAt<"POST", "/cases/:id/statuses">>;
    const text = body?.message?.body;
    const files = body?.attachment_ids?.length ?? 0;
    return path === "/cases/:id/statuses" && params?.id === id && !refused && text ? [{ key, text, files }] : [];
  });
  return mine.map(({ key, text, files }) => (
    <div key={key} className={look.leaving}>
      <small>
        {words.leavesSoon}
        {files > 0 && ` ${words.withFiles(files)}`}
      </small>
      <Words text={text} />
    </div>
  ));
}

function One({ one, nameOf }: { one: Said; nameOf: (id: string) => string }) {
  const words = useCaseWords();
  const by = one.direction === "in" ? one.contact_id : one.by_member_id;
  const sent = words.sentStates[one.state];
  return (
    <li className={look[one.direction]}>
      <p className={look.head}>
        {one.author === "automatic" ? <b>{words.automatic}</b> : by && <Person name={nameOf(by)} />}{" "}
        {words.about[one.about] ?? one.about}
        {one.direction !== "note" && one.channel !== "email" && ` ${words.channels[one.channel] ?? one.channel}`}
        {" · "}
        <TimeSaid at={one.at} />
        {sent && <b> · {sent}</b>}
      </p>
      {one.problem && <p className={look.problem}>{one.problem}</p>}
      {one.author === "automatic" ? (
        <details>
          <summary>{one.subject || words.automatic}</summary>
          <Words text={one.body} />
        </details>
      ) : (
        <Words text={one.body} />
      )}
      {one.quoted && (
        <details>
          <summary>{words.quoted}</summary>
          <Words text={one.quoted} />
        </details>
      )}
      {one.attachments.length > 0 && (
        <ul className={look.attached} aria-label={words.attached}>
          {one.attachments.map(({ id, name, type, bytes }) => (
            <li key={id ?? `${name} ${type} ${bytes}`}>
              {id ? (
                <a href={`/api/v1/attachments/${id}/content`} download={name || words.nameless}>
                  <bdi>{name || words.nameless}</bdi>
                </a>
              ) : (
                <bdi>{name || words.nameless}</bdi>
              )}{" "}
              <small>{words.size(bytes)}</small>
            </li>
          ))}
        </ul>
      )}
    </li>
  );
}

function Words({ text }: { text: string }) {
  return (
    <p className={look.body} dir="auto">
      {text}
    </p>
  );
}
