import { useNavigate } from "@tanstack/react-router";
import { useCommands } from "#web/desk/commands.ts";
import { useIndexWords } from "./index-words.ts";

/** What can be set, each under `/settings/…`, in the order of the index. */
export const settingsPages = [
  ...(["security", "hours", "absences", "devices", "calendar-feed"] as const),
  ...(["workspace", "mailboxes", "texts", "forms", "members", "teams", "calendars"] as const),
  ...(["policies", "kinds", "letters", "replies", "keys"] as const),
] as const;
export type SettingsPage = (typeof settingsPages)[number];

/** Offers a way to each to the palette, from anywhere. */
export function useSettingsCommands(): void {
  const words = useIndexWords();
  const navigate = useNavigate();
  useCommands(
    settingsPages.map((page) => ({
      say: words.find(words.pages[page].title),
      do: () => void navigate({ to: `/settings/${page}` }),
    })),
  );
}
