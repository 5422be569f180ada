import { Link } from "@tanstack/react-router";
import { Button } from "#web/ui/button.tsx";
import { EmptyState } from "#web/ui/empty-state.tsx";
import look from "./trouble.module.css";
import { useFrameWords } from "./words.ts";

/** An address at which nothing stands. */
export function Gone() {
  const words = useFrameWords();
  return (
    <main className={look.trouble}>
      <EmptyState title={words.nothingHere} act={<Link to="/today">{words.toToday}</Link>}>
        {words.nothingHereMore}
      </EmptyState>
    </main>
  );
}

/** A mistake of ours: the rest of the page stays, and what was typed is kept. */
export function Broken() {
  const words = useFrameWords();
  return (
    <div className={look.trouble} role="alert">
      <EmptyState title={words.broken} act={<Button onClick={() => location.reload()}>{words.reload}</Button>}>
        {words.brokenMore}
      </EmptyState>
    </div>
  );
}
