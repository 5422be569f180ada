import { Link } from "@tanstack/react-router";
import { useAskWhile } from "#web/desk/asking.ts";
import { Person } from "#web/ui/person.tsx";
import { Row, Rows } from "#web/ui/rows.tsx";
import { sayKind } from "./kind-names.ts";
import { useKindWords } from "./kind-words.ts";
import type { Policies, SettingName } from "./policy-list.ts";
import { searchOf, type Whom } from "./policy-whom.ts";
import { usePolicyWords } from "./policy-words.ts";
import look from "./settings.module.css";

/** Who has it otherwise than the business, and in what. */
export function PolicyExceptions({ all }: { all: Policies }) {
  const words = usePolicyWords();
  const exceptions = all.overrides.filter(
    ({ scope, settings }) => scope !== "workspace" && Object.keys(settings).length > 0,
  );
  if (exceptions.length === 0) return null;
  return (
    <section>
      <h2>{words.exceptions}</h2>
      <p className={look.aside}>{words.exceptionsLead}</p>
      <Rows label={words.exceptions}>
        {exceptions.map(({ scope, name, settings }) => (
          <Row key={`${scope} ${name}`}>
            <Link to="/settings/policies" search={searchOf({ scope, name: name ?? "" }) as never}>
              <WhomSaid scope={scope} name={name ?? ""} />
            </Link>
            <small>
              {Object.keys(settings)
                .map((setting) => words.titles[setting as SettingName])
                .filter(Boolean)
                .join(" · ")}
            </small>
          </Row>
        ))}
      </Rows>
    </section>
  );
}

function WhomSaid({ scope, name }: Whom) {
  const words = usePolicyWords();
  const kindWords = useKindWords();
  const customer = useAskWhile(scope === "customer", "/customers/:id", { params: { id: name } });
  if (scope === "kind") return `${words.kind}: ${sayKind(name, kindWords.builtIn)}`;
  if (scope === "tier") return `${words.tier}: ${name}`;
  return <Person name={customer.data?.name ?? words.customer} />;
}
