import { Link } from "@tanstack/react-router";
import { TimeSaid } from "#web/ui/time-said.tsx";
import type { Effects } from "./moments.ts";
import look from "./policies.module.css";
import { usePolicyWords } from "./policy-words.ts";

type Open = Effects["open"];
// More than anybody reads through.
const most = 8;

/** Which of the promises that are open now would next ring at another time. */
export function PolicyOpen({ open: { looked_at, has_more, changed } }: { open: Open }) {
  const words = usePolicyWords();
  return (
    <>
      <h3>{words.open}</h3>
      <p role="status">
        {looked_at === 0 && words.nothingOpen}
        {looked_at > 0 && changed.length === 0 && words.noneChanges(looked_at, has_more)}
        {changed.length > 0 && words.someChange(changed.length, looked_at, has_more)}
      </p>
      <ul className={look.open}>
        {changed.slice(0, most).map(({ id, text, customer, before, after }) => (
          <li key={id}>
            <Link to={`/promises/${id}`} dir="auto">
              {customer && <bdi>{customer}: </bdi>}
              {text}
            </Link>
            <small>
              <Ring ring={after} /> · {words.was} <Ring ring={before} />
            </small>
          </li>
        ))}
      </ul>
      {changed.length > most && <p className={look.usual}>{words.andMore(changed.length - most)}</p>}
    </>
  );
}

function Ring({ ring }: { ring: Open["changed"][number]["after"] }) {
  const words = usePolicyWords();
  return ring ? <TimeSaid at={ring.at} /> : words.ringsNever;
}
