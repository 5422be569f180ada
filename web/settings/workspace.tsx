import { useAsk } from "#web/desk/asking.ts";
import { ProblemNote } from "#web/desk/problem-note.tsx";
import { Note } from "#web/ui/note.tsx";
import { Skeleton } from "#web/ui/skeleton.tsx";
import { BusinessForm } from "./business-form.tsx";
import { MailServer } from "./mail-server.tsx";
import { useWhyNot } from "./may.ts";
import { SettingsScreen } from "./settings-screen.tsx";

/** What the business says of itself, and how its mail leaves the house. */
export function WorkspaceSettings() {
  const workspace = useAsk("/workspace");
  const whyNot = useWhyNot()();
  return (
    <SettingsScreen page="workspace">
      <ProblemNote problem={workspace.error} onRetry={() => void workspace.refetch()} />
      {whyNot && <Note>{whyNot}</Note>}
      {workspace.data ? (
        <>
          <BusinessForm saved={workspace.data} />
          <MailServer saved={workspace.data} />
        </>
      ) : (
        <Skeleton lines={8} />
      )}
    </SettingsScreen>
  );
}
