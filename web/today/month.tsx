import { Link } from "@tanstack/react-router";
import { useAskWhile } from "#web/desk/asking.ts";
import { useLater } from "#web/desk/later.ts";
import look from "./month.module.css";
import { useTodayWords } from "./words.ts";

/** One honest line at the foot: counts before percentages, and it leads to the rows behind it. */
export function Month({ ownerId }: { ownerId: string | null }) {
  const words = useTodayWords().month;
  const record = useAskWhile(useLater() && ownerId !== null, "/record", { query: { owner_id: ownerId ?? "" } });
  if (!record.data || ownerId === null || record.data.kept.of === 0) return null;
  const { kept, counts, flags } = record.data;
  const told = flags.told_before_due;
  return (
    <p className={look.month}>
      <span>
        <b>{words.share(kept.count, kept.of)}</b> {words.kept}
      </span>
      <span>
        <b>{counts.kept_as_moved_in_time}</b> {words.moved}
      </span>
      <span>
        <b>{flags.silently_late}</b> {words.silent}
      </span>
      {told && told.of > 0 && (
        <span>
          <b>{words.share(told.count, told.of)}</b> {words.told}
        </span>
      )}
      <Link to="/record">{words.more}</Link>
    </p>
  );
}
