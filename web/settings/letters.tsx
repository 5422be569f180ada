import { Link, useNavigate, useSearch } from "@tanstack/react-router";
import { useAsk } from "#web/desk/asking.ts";
import { ProblemNote } from "#web/desk/problem-note.tsx";
import { useReader } from "#web/ui/reader.ts";
import { Row, Rows } from "#web/ui/rows.tsx";
import { Skeleton } from "#web/ui/skeleton.tsx";
import { Tabs } from "#web/ui/tabs.tsx";
import { searchOfLetter, type Which, whichOf } from "./letter.ts";
import { LetterForm } from "./letter-form.tsx";
import { useLetterWords } from "./letter-words.ts";
import look from "./letters.module.css";
import { SettingsScreen } from "./settings-screen.tsx";

/** The words that stand ready when somebody writes to a customer: a list of them, and one at a time to be written anew. */
export function Letters() {
  const words = useLetterWords();
  const navigate = useNavigate();
  const which = whichOf(useSearch({ strict: false }) as Record<string, unknown>, useReader().language);
  const { language } = which;
  const drafts = useAsk("/drafts", { query: { language } });
  const go = (next: Which) =>
    void navigate({ to: "/settings/letters", search: searchOfLetter(next) as never, replace: true });
  // Of the language before this one there may still be words in hand.
  const all = drafts.data?.items.filter((draft) => draft.language === language);
  const chosen = all?.find(({ name }) => name === which.name);
  return (
    <SettingsScreen page="letters" width="wide">
      <ProblemNote problem={drafts.error} onRetry={() => void drafts.refetch()} />
      <Tabs
        label={words.language}
        value={language}
        onChange={(chosenLanguage) => go({ ...which, language: chosenLanguage })}
        choices={(["en", "de"] as const).map((each) => [each, words.languages[each] ?? each])}
      />
      {!all && !drafts.error && <Skeleton lines={8} />}
      {all && !chosen && (
        <Rows label={words.all}>
          {all.map(({ name, house, own }) => (
            <Row key={name}>
              <Link
                to="/settings/letters"
                search={searchOfLetter({ ...which, name, isOwn: own !== null && name !== "ask" }) as never}
              >
                {words.titles[name]}
              </Link>
              <small>{own ? words.changedByYou : house ? words.changedByHouse : words.ours}</small>
            </Row>
          ))}
        </Rows>
      )}
      {chosen && (
        <>
          <h2>{words.titles[chosen.name]}</h2>
          <p className={look.aside}>{words.leads[chosen.name]}</p>
          {chosen.name !== "ask" && (
            <Tabs
              label={words.whose}
              value={which.isOwn ? "own" : "house"}
              onChange={(whose) => go({ ...which, isOwn: whose === "own" })}
              choices={(["house", "own"] as const).map((each) => [each, words[each]])}
            />
          )}
          <LetterForm
            key={`${chosen.name} ${language} ${which.isOwn}`}
            draft={chosen}
            language={language}
            isOwn={which.isOwn}
          />
          <p>
            <Link to="/settings/letters" search={searchOfLetter({ ...which, name: null, isOwn: false }) as never}>
              {words.all}
            </Link>
          </p>
        </>
      )}
    </SettingsScreen>
  );
}
