import { Link, useParams } from "@tanstack/react-router";
import { useAsk, useAskWhile } from "#web/desk/asking.ts";
import { ProblemNote } from "#web/desk/problem-note.tsx";
import { Screen } from "#web/desk/screen.tsx";
import { type LineAct, LineActs } from "#web/promises/acts/line-acts.tsx";
import { Note } from "#web/ui/note.tsx";
import { useNow } from "#web/ui/now.ts";
import { Person } from "#web/ui/person.tsx";
import { Skeleton } from "#web/ui/skeleton.tsx";
import { Facts } from "./facts.tsx";
import { Happening } from "./happening.tsx";
import look from "./promise-page.module.css";
import { Quoted } from "./quoted.tsx";
import { happenedTo, type Story } from "./story.ts";
import { usePromiseWords } from "./words.ts";

/** One promise with its whole story, and all that can be done with it. */
export function PromisePage() {
  const { id } = useParams({ strict: false }) as { id: string };
  const story = useAsk("/promises/:id", { params: { id } });
  const words = usePromiseWords();
  const title = story.data ? (story.data.rest ?? story.data.text) : words.list;
  return (
    <Screen title={title} lead={story.data && <Lead story={story.data} />}>
      <ProblemNote problem={story.error} onRetry={() => void story.refetch()} />
      {story.data ? <Whole story={story.data} /> : !story.error && <Skeleton lines={10} />}
    </Screen>
  );
}

function Lead({ story }: { story: Story }) {
  const words = usePromiseWords();
  const customer = useCustomer(story);
  return (
    <>
      <b className={look[story.state]}>{words.state(story.state)}</b>
      {" · "}
      {words.promisedTo}{" "}
      {story.customer_id ? (
        <Link to={`/customers/${story.customer_id}`}>
          <Person name={customer ?? "…"} />
        </Link>
      ) : (
        words.us
      )}
    </>
  );
}

function Whole({ story }: { story: Story }) {
  const words = usePromiseWords();
  const now = useNow();
  const customer = useCustomer(story);
  const acts = actsOf(story, now);
  return (
    <>
      {story.warnings.map(({ code, sentence }) => (
        <Note key={code}>{sentence}</Note>
      ))}
      <div className={look.acts}>
        <LineActs promise={story} customer={customer} acts={acts} isHere isWhole={story.state === "open"} />
      </div>
      <div className={look.columns}>
        <section aria-label={words.story}>
          <h2>{words.story}</h2>
          <ol className={look.story}>
            {happenedTo(story).map((one, place) => (
              // biome-ignore lint/suspicious/noArrayIndexKey: a story only grows at its end
              <Happening key={place} one={one} story={story} />
            ))}
          </ol>
          <Quoted story={story} />
        </section>
        <Facts story={story} />
      </div>
    </>
  );
}

function useCustomer(story: Story): string | null {
  const id = story.customer_id ?? "";
  const customer = useAskWhile(id !== "", "/customers/:id", { params: { id } });
  return customer.data?.name ?? null;
}

/** What settles it now, the first thing first; as on Today. */
function actsOf(story: Story, nowMs: number): LineAct[] {
  if (story.state !== "open") return story.state === "void" || story.state === "declined" ? [] : ["ask"];
  if (story.held_up_at) return ["go_on"];
  const rings = story.rings.some(({ answered_at }) => answered_at === null);
  const isPast = Date.parse(story.due_at) < nowMs;
  if (rings && !isPast) return ["on_track", "move", "keep", "call"];
  return story.customer_id ? ["keep", "update", "move", "call"] : ["keep", "move"];
}
