import { Link } from "@tanstack/react-router";
import type { ReactNode } from "react";
import { useQuoteWords } from "#web/quotes/words.ts";
import { TimeSaid } from "#web/ui/time-said.tsx";
import look from "./facts.module.css";
import { Member } from "./happening.tsx";
import type { Story } from "./story.ts";
import { usePromiseWords } from "./words.ts";

/** What a promise is: its times, its people, and what the advisor said. */
export function Facts({ story }: { story: Story }) {
  const words = usePromiseWords();
  const quote = useQuoteWords();
  const isMoved = story.first_due_at !== story.due_at;
  return (
    <section aria-label={words.facts}>
      <h2>{words.facts}</h2>
      <dl className={look.facts}>
        <Fact name={words.dueNow}>
          {story.opens_at && (
            <>
              <TimeSaid at={story.opens_at} />–
            </>
          )}
          <TimeSaid at={story.due_at} as={story.opens_at ? "clock" : "when"} />
        </Fact>
        {isMoved && (
          <Fact name={words.firstDue}>
            <TimeSaid at={story.first_due_at} />
          </Fact>
        )}
        {story.wanted_by && (
          <Fact name={words.wantedBy}>
            <TimeSaid at={story.wanted_by} />
          </Fact>
        )}
        {story.advised_due_at && (
          <Fact name={words.advised}>
            <TimeSaid at={story.advised_due_at} />
          </Fact>
        )}
        {story.stated_share !== null && (
          <Fact name={words.statedOdds}>{quote.keptOf(Math.round(story.stated_share * 100))}</Fact>
        )}
        {story.short_quote_reason && (
          <Fact name={words.whySoSoon}>
            <span dir="auto">{story.short_quote_reason}</span>
          </Fact>
        )}
        <Fact name={words.ownerIs}>
          <Member id={story.owner_id} />
        </Fact>
        {story.handler_id !== story.owner_id && (
          <Fact name={words.handlerIs}>
            <Member id={story.handler_id} />
          </Fact>
        )}
        {story.cover_id && (
          <Fact name={words.coverIs}>
            <Member id={story.cover_id} />
          </Fact>
        )}
        <Fact name={words.kind}>{story.kind.replaceAll("_", " ")}</Fact>
      </dl>
      {story.waits_for_id && (
        <p>
          <Link to={`/promises/${story.waits_for_id}`}>{words.waitsFor}</Link>
        </p>
      )}
      {story.audience === "customer" && <p className={look.seen}>{story.visible ? words.seenBy : words.hidden}</p>}
    </section>
  );
}

function Fact({ name, children }: { name: string; children: ReactNode }) {
  return (
    <div>
      <dt>{name}</dt>
      <dd>{children}</dd>
    </div>
  );
}
