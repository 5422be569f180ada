import { Button } from "#web/ui/button.tsx";
import { Person } from "#web/ui/person.tsx";
import { Row, Rows } from "#web/ui/rows.tsx";
import type { TeamPart } from "./team-members.tsx";
import { sooner } from "./team-people.ts";
import { useTeamWords } from "./team-words.ts";

/** In which order those on duty are rung for what nobody owns. */
export function DutyOrder({ people, team, isFixed, onChange }: TeamPart) {
  const words = useTeamWords();
  const duty = team.duty_ids.flatMap((id) => people.find((each) => each.id === id) ?? []);
  return (
    <section>
      <h2>{words.order}</h2>
      <p>{words.orderLead}</p>
      {duty.length === 0 && <p>{team.manager_ids.length > 0 ? words.nobodyOnDuty : words.nobodyAtAll}</p>}
      {duty.length > 0 && (
        <Rows label={words.order}>
          {duty.map(({ id, name }, at) => (
            <Row
              key={id}
              acts={
                !isFixed && (
                  <Button
                    label={words.soonerOf(name)}
                    because={at === 0 ? words.first : null}
                    onClick={() => onChange(sooner(team, id))}
                  >
                    {words.sooner}
                  </Button>
                )
              }
            >
              {at + 1}. <Person name={name} />
            </Row>
          ))}
        </Rows>
      )}
    </section>
  );
}
