import { Link } from "@tanstack/react-router";
import { useNow } from "#web/ui/now.ts";
import { Person } from "#web/ui/person.tsx";
import { Row } from "#web/ui/rows.tsx";
import { TimeSaid } from "#web/ui/time-said.tsx";
import look from "./customers.module.css";
import type { Listed } from "./pages.ts";
import { useCustomerWords } from "./words.ts";

type Props = {
  customer: Listed;
  isHere: boolean;
  isChosen: boolean;
  onChoose: () => void;
  onTag: (tag: string) => void;
};

/** One customer: who, with which tags, and how it stands between us. */
export function CustomerLine({ customer, isHere, isChosen, onChoose, onTag }: Props) {
  const words = useCustomerWords();
  const { standing, tags, tier, is_stand_in: isStandIn } = customer;
  return (
    <Row id={customer.id} isHere={isHere} acts={<Standing standing={standing} />}>
      <div className={look.line}>
        <label className={look.tick}>
          <input type="checkbox" checked={isChosen} onChange={onChoose} aria-label={words.choose(customer.name)} />
        </label>
        <div className={look.who}>
          <Link to={`/customers/${customer.id}`}>
            <Person name={customer.name} />
          </Link>
          <small>
            <span>{isStandIn ? words.standIn : words.kinds[customer.kind]}</span>
            {tier && <bdi>{tier}</bdi>}
            {tags.slice(0, 6).map((tag) => (
              <button key={tag} type="button" className={look.tag} onClick={() => onTag(tag)}>
                <bdi>{tag}</bdi>
              </button>
            ))}
          </small>
        </div>
      </div>
    </Row>
  );
}

function Standing({ standing }: { standing: Listed["standing"] }) {
  const words = useCustomerWords();
  const now = useNow();
  const { open, late, next_due_at: nextDueAt, last_word_at: lastWordAt } = standing;
  return (
    <div className={look.standing}>
      <span>
        {open > 0 ? words.open(open) : words.nothingOpen}
        {late > 0 && (
          <>
            , <b>{words.late(late)}</b>
          </>
        )}
      </span>
      <small>
        {nextDueAt && (
          <span>
            {Date.parse(nextDueAt) < now ? words.wasDue : words.next} <TimeSaid at={nextDueAt} />
          </span>
        )}
        <span>
          {lastWordAt ? (
            <>
              {words.lastWord} <TimeSaid at={lastWordAt} as="fromNow" />
            </>
          ) : (
            words.noWord
          )}
        </span>
      </small>
    </div>
  );
}
