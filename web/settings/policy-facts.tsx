import { useReader } from "#web/ui/reader.ts";
import { Row, Rows } from "#web/ui/rows.tsx";
import { heldOf, type Standing } from "./policy-edit.ts";
import { type Group, groups, groupsOfAPromise, measures, type SettingName, saidOf, type Value } from "./policy-list.ts";
import type { Whom } from "./policy-whom.ts";
import { usePolicyWords } from "./policy-words.ts";

/** What holds, for who may not change it. */
export function PolicyFacts({ whom, standing }: { whom: Whom; standing: Standing }) {
  const words = usePolicyWords();
  const say = useSaidSetting();
  const held = heldOf(standing);
  return groupsFor(whom).map((group) => (
    <section key={group}>
      <h2>{words.groups[group]}</h2>
      <Rows label={words.groups[group]}>
        {groups[group].map((name) => (
          <Row key={name} acts={<b>{say(name, held[name])}</b>}>
            {words.titles[name]}
            <small>{words.hints[name]}</small>
          </Row>
        ))}
      </Rows>
    </section>
  ));
}

/** What is asked of a promise for anybody, the rest for the business alone. */
export function groupsFor({ scope }: Whom): readonly Group[] {
  return scope === "workspace" ? (Object.keys(groups) as Group[]) : groupsOfAPromise;
}

/** A setting as it is read in a sentence. */
export function useSaidSetting(): (name: SettingName, value: Value | undefined) => string {
  const words = usePolicyWords();
  const { language } = useReader();
  return (name, value) => {
    if (measures[name] === "yes") return value ? words.yes : words.no;
    if (measures[name] === "choice") return words.estimates[String(value)] ?? String(value);
    return saidOf(name, value, language);
  };
}
