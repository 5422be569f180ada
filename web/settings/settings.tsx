import { Link } from "@tanstack/react-router";
import { Screen } from "#web/desk/screen.tsx";
import { Row, Rows } from "#web/ui/rows.tsx";
import { useIndexWords } from "./index-words.ts";
import { settingsPages } from "./pages.ts";

/** All that can be set, one line each. */
export function Settings() {
  const words = useIndexWords();
  return (
    <Screen title={words.title} lead={words.lead}>
      <Rows label={words.title}>
        <Row>
          <Link to="/me">{words.me.title}</Link>
          <small>{words.me.lead}</small>
        </Row>
        {settingsPages.map((page) => (
          <Row key={page}>
            <Link to={`/settings/${page}`}>{words.pages[page].title}</Link>
            <small>{words.pages[page].lead}</small>
          </Row>
        ))}
      </Rows>
    </Screen>
  );
}
