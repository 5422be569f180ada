import { Outlet } from "@tanstack/react-router";
import { lazy, Suspense, useEffect, useState } from "react";
import { listenToKeys, useCommands } from "#web/desk/commands.ts";
import { listenToHouse } from "#web/desk/live.ts";
import { openOutbox } from "#web/desk/outbox.ts";
import { hasEnded } from "#web/desk/session.ts";
import { undoLast } from "#web/desk/toasts.ts";
import { useCell } from "#web/ui/cell.ts";
import { SignInAgain } from "#web/users/sign-in-again.tsx";
import { Connection } from "./connection.tsx";
import look from "./frame.module.css";
import { KeyList } from "./key-list.tsx";
import { Nav } from "./nav.tsx";
import { Palette } from "./palette.tsx";
import { Toasts } from "./toasts.tsx";
import { useFrameWords } from "./words.ts";

type Over = "keys" | "palette" | "promise" | null;

// Fetched when it is first opened, unless Today has brought it.
const QuickAddDialog = lazy(async () => ({ default: (await import("./quick-add-dialog.tsx")).QuickAddDialog }));

/** What stands around every screen of somebody who is signed in. */
export function Frame() {
  const words = useFrameWords();
  const [over, setOver] = useState<Over>(null);
  const isOver = useCell(hasEnded);
  useEffect(listenToKeys, []);
  useEffect(listenToHouse, []);
  useEffect(openOutbox, []);
  return (
    <div className={look.frame}>
      <a className={look.skip} href="#main">
        {words.skip}
      </a>
      <Everywhere onOpen={setOver} />
      <Nav onSearch={() => setOver("palette")} />
      <main id="main" className={look.main} tabIndex={-1}>
        <Connection />
        <Outlet />
      </main>
      <Toasts />
      {over === "palette" && <Palette onClose={() => setOver(null)} />}
      {over === "promise" && (
        <Suspense>
          <QuickAddDialog onClose={() => setOver(null)} />
        </Suspense>
      )}
      {over === "keys" && <KeyList onClose={() => setOver(null)} />}
      {isOver && <SignInAgain />}
    </div>
  );
}

/** Drawn before all else, so that in the palette it stands behind what the screen and the places offer. */
function Everywhere({ onOpen }: { onOpen: (over: Over) => void }) {
  const words = useFrameWords();
  useCommands([
    { say: words.writeDown, keys: "c", do: () => onOpen("promise") },
    { say: words.palette, keys: "mod+k", isOnlyKey: true, do: () => onOpen("palette") },
    { say: words.showKeys, keys: "?", do: () => onOpen("keys") },
    { say: words.undoLast, keys: "z", do: undoLast },
  ]);
  return null;
}
