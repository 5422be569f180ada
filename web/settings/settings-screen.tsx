import { Link } from "@tanstack/react-router";
import type { ReactNode } from "react";
import { Screen } from "#web/desk/screen.tsx";
import { useIndexWords } from "./index-words.ts";
import type { SettingsPage } from "./pages.ts";
import look from "./settings.module.css";

type Props = { page: SettingsPage; acts?: ReactNode; width?: "wide"; children: ReactNode };

/** One page of the settings, with the way back to all of them. */
export function SettingsScreen({ page, acts, width, children }: Props) {
  const words = useIndexWords();
  const { title, lead } = words.pages[page];
  return (
    <Screen title={title} lead={lead} {...(acts && { acts })} {...(width && { width })}>
      {children}
      <p className={look.back}>
        <Link to="/settings">{words.back}</Link>
      </p>
    </Screen>
  );
}
