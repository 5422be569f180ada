import { Link, useNavigate } from "@tanstack/react-router";
import type { ReactNode } from "react";
import { useCommands } from "#web/desk/commands.ts";
import { session } from "#web/desk/session.ts";
import { useSettingsCommands } from "#web/settings/pages.ts";
import { useCell } from "#web/ui/cell.ts";
import {
  CasesIcon,
  CustomersIcon,
  Penny,
  PromisesIcon,
  RecordIcon,
  SearchIcon,
  SettingsIcon,
  TodayIcon,
} from "#web/ui/icons.tsx";
import { Kbd } from "#web/ui/kbd.tsx";
import { Person } from "#web/ui/person.tsx";
import { signOut } from "#web/users/signing-in.ts";
import look from "./nav.module.css";
import { type Place, places } from "./shown.ts";
import { useShownPlaces } from "./use.ts";
import { useFrameWords } from "./words.ts";

const icons: Record<Place, () => ReactNode> = {
  today: TodayIcon,
  customers: CustomersIcon,
  cases: CasesIcon,
  promises: PromisesIcon,
  record: RecordIcon,
  settings: SettingsIcon,
};

const keys: Record<Place, string> = {
  today: "g t",
  customers: "g c",
  cases: "g i",
  promises: "g p",
  record: "g w",
  settings: "g s",
};

/** The ways to each place: at the side of a desk, at the foot of a phone. The palette knows them all. */
export function Nav({ onSearch }: { onSearch: () => void }) {
  const words = useFrameWords();
  const shown = useShownPlaces();
  const me = useCell(session);
  const navigate = useNavigate();
  useSettingsCommands();
  useCommands([
    ...places.map((place) => ({
      say: words.goTo(words.places[place]),
      keys: keys[place],
      do: () => void navigate({ to: `/${place}` }),
    })),
    { say: words.me, keys: "g m", do: () => void navigate({ to: "/me" }) },
    { say: words.signOut, do: () => void signOut() },
  ]);
  return (
    <nav className={look.nav} aria-label={words.main}>
      <Link to="/today" className={look.brand} tabIndex={-1} aria-hidden="true">
        <Penny />
        Truepenny
      </Link>
      {shown.map((place) => {
        const Icon = icons[place];
        return (
          <Link key={place} to={`/${place}`} className={`${look.link} ${look[place]}`} title={keys[place]}>
            <Icon />
            <span>{words.places[place]}</span>
          </Link>
        );
      })}
      <span className={look.space} />
      <button type="button" className={look.search} onClick={onSearch}>
        <SearchIcon />
        <span>{words.search}</span>
        <Kbd keys="mod+k" />
      </button>
      <Link to="/me" className={look.me}>
        <Person name={me?.member.name ?? ""} />
        <small>
          <Person name={me?.workspace.name ?? ""} />
        </small>
      </Link>
    </nav>
  );
}
