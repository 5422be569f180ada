import { type OpenBlock, type Weekday, weekdays } from "#base/calendar.ts";
import type { Hours } from "#base/hours.ts";
import { Button } from "#web/ui/button.tsx";
import { CloseIcon } from "#web/ui/icons.tsx";
import { Menu } from "#web/ui/menu.tsx";
import look from "./calendars.module.css";
import { useDayNames } from "./day-names.ts";
import { blocksOf, nextBlock, withDays } from "./week.ts";
import { useCalendarWords } from "./words.ts";

type Props = { week: readonly OpenBlock[]; onChange: (week: OpenBlock[]) => void; because?: string | null };

const workdays = weekdays.slice(0, 5);

/** The open hours of a week, several blocks a day; what is typed for one day is copied to others. */
export function WeekEditor({ week, onChange, because }: Props) {
  const words = useCalendarWords();
  const names = useDayNames();
  return (
    <fieldset className={look.part}>
      <legend>{words.week}</legend>
      <p>{words.weekLead}</p>
      {weekdays.map((weekday) => (
        <Day key={weekday} {...{ weekday, week, onChange, names }} because={because ?? null} />
      ))}
    </fieldset>
  );
}

type DayProps = Required<Props> & { weekday: Weekday; names: readonly string[] };

function Day({ weekday, week, onChange, names, because }: DayProps) {
  const words = useCalendarWords();
  const name = names[weekday - 1] ?? "";
  const blocks = blocksOf(week, weekday);
  const set = (next: readonly Hours[], days: readonly Weekday[] = [weekday]) => onChange(withDays(week, days, next));
  const copies = [
    { say: words.toWorkdays, do: () => set(blocks, workdays) },
    { say: words.toAll, do: () => set(blocks, weekdays) },
    ...weekdays
      .filter((each) => each !== weekday)
      .map((each) => ({ say: names[each - 1] ?? "", do: () => set(blocks, [each]) })),
  ];
  return (
    // biome-ignore lint/a11y/useSemanticElements: a fieldset for each of seven days would be read out seven times over
    <div role="group" aria-label={name} className={look.day}>
      <span className={look.name}>{name}</span>
      <div className={look.blocks}>
        {blocks.length === 0 && <div className={look.closed}>{words.closed}</div>}
        {blocks.map((block, at) => (
          <Block
            // biome-ignore lint/suspicious/noArrayIndexKey: a block has no other name than its place
            key={at}
            block={block}
            day={name}
            because={because}
            onChange={(next) => set(blocks.with(at, next))}
            onRemove={() => set(blocks.toSpliced(at, 1))}
          />
        ))}
      </div>
      {!because && (
        <div className={look.acts}>
          <Button kind="quiet" label={words.addOn(name)} onClick={() => set([...blocks, nextBlock(blocks)])}>
            {words.add}
          </Button>
          <Menu label={words.copy(name)} items={copies} />
        </div>
      )}
    </div>
  );
}

type BlockProps = {
  block: Hours;
  day: string;
  because: string | null;
  onChange: (block: Hours) => void;
  onRemove: () => void;
};

function Block({ block, day, because, onChange, onRemove }: BlockProps) {
  const words = useCalendarWords();
  const { from, to } = block;
  return (
    <div className={look.block}>
      <input
        type="time"
        className={look.time}
        aria-label={words.from(day)}
        readOnly={Boolean(because)}
        value={from}
        onChange={({ target }) => onChange({ from: target.value, to })}
      />
      –
      <input
        type="time"
        className={look.time}
        aria-label={words.to(day)}
        readOnly={Boolean(because)}
        // Midnight closes at 24:00, which no clock on a screen can show.
        value={to === "24:00" ? "00:00" : to}
        onChange={({ target }) => onChange({ from, to: target.value === "00:00" ? "24:00" : target.value })}
      />
      {!because && (
        <Button kind="quiet" label={words.removeAt(day, from)} onClick={onRemove}>
          <CloseIcon />
        </Button>
      )}
    </div>
  );
}
