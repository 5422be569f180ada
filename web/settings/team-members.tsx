import { Check } from "#web/ui/check.tsx";
import { Person } from "#web/ui/person.tsx";
import { Row, Rows } from "#web/ui/rows.tsx";
import type { People } from "./people.ts";
import look from "./settings.module.css";
import { type TeamPeople, withDuty, withManager, withMember } from "./team-people.ts";
import { useTeamWords } from "./team-words.ts";

export type TeamPart = {
  people: People;
  team: TeamPeople;
  /** May only be looked at. */
  isFixed: boolean;
  onChange: (team: TeamPeople) => void;
};

/** Who is in the team, who leads it, and who has duty: one line each. */
export function TeamMembers({ people, team, isFixed, onChange }: TeamPart) {
  const words = useTeamWords();
  const shown = isFixed ? people.filter(({ id }) => team.member_ids.includes(id)) : people;
  return (
    <section>
      <h2>{words.who}</h2>
      <p>{words.leadsHint}</p>
      <Rows label={words.who}>
        {shown.map(({ id, name }) => {
          const isIn = team.member_ids.includes(id);
          const [leads, hasDuty] = [team.manager_ids.includes(id), team.duty_ids.includes(id)];
          if (isFixed) {
            return (
              <Row key={id}>
                <Person name={name} />
                <small>{[leads && words.leads, hasDuty && words.hasDuty].filter(Boolean).join(" · ")}</small>
              </Row>
            );
          }
          return (
            <Row key={id}>
              <Check isOn={isIn} onChange={(next) => onChange(withMember(team, id, next))}>
                <Person name={name} />
              </Check>
              {isIn && (
                <div className={look.parts}>
                  <Check isOn={leads} onChange={(next) => onChange(withManager(team, id, next))}>
                    <span className={look.unseen}>{name} </span>
                    {words.leads}
                  </Check>
                  <Check isOn={hasDuty} onChange={(next) => onChange(withDuty(team, id, next))}>
                    <span className={look.unseen}>{name} </span>
                    {words.hasDuty}
                  </Check>
                </div>
              )}
            </Row>
          );
        })}
      </Rows>
    </section>
  );
}
