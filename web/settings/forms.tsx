import { Link } from "@tanstack/react-router";
import { useState } from "react";
import { useAsk } from "#web/desk/asking.ts";
import { ProblemNote } from "#web/desk/problem-note.tsx";
import { Button } from "#web/ui/button.tsx";
import { EmptyState } from "#web/ui/empty-state.tsx";
import { Note } from "#web/ui/note.tsx";
import { Rows } from "#web/ui/rows.tsx";
import { Skeleton } from "#web/ui/skeleton.tsx";
import { FormDialog } from "./form-dialog.tsx";
import { FormLine, type OurForm } from "./form-line.tsx";
import { useFormWords } from "./form-words.ts";
import { useWhyNot } from "./may.ts";
import { SettingsScreen } from "./settings-screen.tsx";

/** Where anybody can write to the business: each form with its address, and what to put into a page. */
export function Forms() {
  const words = useFormWords();
  const whyNot = useWhyNot()();
  const forms = useAsk("/forms");
  const [open, setOpen] = useState<OurForm | "new" | null>(null);
  const all = forms.data?.items;
  return (
    <SettingsScreen
      page="forms"
      acts={
        <Button kind="main" because={whyNot} onClick={() => setOpen("new")}>
          {words.add}
        </Button>
      }
    >
      <ProblemNote problem={forms.error} onRetry={() => void forms.refetch()} />
      {whyNot && <Note>{whyNot}</Note>}
      {!all && !forms.error && <Skeleton />}
      {all?.length === 0 && <EmptyState title={words.none}>{words.noneLead}</EmptyState>}
      {all && all.length > 0 && (
        <>
          <Rows label={words.list}>
            {all.map((form) => (
              <FormLine key={form.id} form={form} because={whyNot} onEdit={() => setOpen(form)} />
            ))}
          </Rows>
          <p>
            <Link to="/settings/mailboxes">{words.aside}</Link>
          </p>
        </>
      )}
      {open && <FormDialog saved={open === "new" ? null : open} onClose={() => setOpen(null)} />}
    </SettingsScreen>
  );
}
