import { useState } from "react";
import { useAsk } from "#web/desk/asking.ts";
import { useDeed } from "#web/desk/deed.ts";
import { ProblemNote } from "#web/desk/problem-note.tsx";
import { toast } from "#web/desk/toasts.ts";
import { Button } from "#web/ui/button.tsx";
import { EmptyState } from "#web/ui/empty-state.tsx";
import { useReader } from "#web/ui/reader.ts";
import { Row, Rows } from "#web/ui/rows.tsx";
import { Skeleton } from "#web/ui/skeleton.tsx";
import { Tabs } from "#web/ui/tabs.tsx";
import { useWhyNotWrite } from "./may.ts";
import { ReplyDialog, type SavedReply } from "./reply-dialog.tsx";
import { useReplyWords } from "./reply-words.ts";
import { SettingsScreen } from "./settings-screen.tsx";

/** What is said often: the house's and one's own, for readers of one language. */
export function Replies() {
  const words = useReplyWords();
  const reader = useReader();
  const [language, setLanguage] = useState(reader.language);
  const [open, setOpen] = useState<SavedReply | "new" | null>(null);
  const whyNot = useWhyNotWrite(true);
  const replies = useAsk("/saved_replies", { query: { language } });
  const all = replies.data?.items.filter((reply) => reply.language === language);
  const part = (isOwn: boolean) => {
    const some = (all ?? []).filter((reply) => reply.is_own === isOwn);
    const title = isOwn ? words.own : words.house;
    return (
      <>
        <h2>{title}</h2>
        {some.length === 0 ? (
          <EmptyState title={isOwn ? words.noneOfOwn : words.noneOfHouse}>{words.noneMore}</EmptyState>
        ) : (
          <Rows label={title}>
            {some.map((reply) => (
              <Line key={reply.id} reply={reply} onOpen={() => setOpen(reply)} />
            ))}
          </Rows>
        )}
      </>
    );
  };
  return (
    <SettingsScreen
      page="replies"
      acts={
        <Button kind="main" because={whyNot} onClick={() => setOpen("new")}>
          {words.add}
        </Button>
      }
    >
      <ProblemNote problem={replies.error} onRetry={() => void replies.refetch()} />
      <Tabs
        label={words.language}
        value={language}
        onChange={setLanguage}
        choices={(["en", "de"] as const).map((each) => [each, words.languages[each]])}
      />
      {!all && !replies.error && <Skeleton lines={6} />}
      {all && part(false)}
      {all && part(true)}
      {open && <ReplyDialog reply={open === "new" ? null : open} language={language} onClose={() => setOpen(null)} />}
    </SettingsScreen>
  );
}

function Line({ reply, onOpen }: { reply: SavedReply; onOpen: () => void }) {
  const words = useReplyWords();
  const because = useWhyNotWrite(reply.is_own);
  const { name, text, language, is_own: own } = reply;
  const again = useDeed("POST", "/saved_replies");
  const remove = useDeed("DELETE", "/saved_replies/:id", {
    onDone: () =>
      toast(words.removed(name), () =>
        again.mutate({ body: { name, text, language: language === "de" ? "de" : "en", own } }),
      ),
  });
  return (
    <Row
      acts={
        <>
          <Button label={words.changeOf(name)} because={because} onClick={onOpen}>
            {words.change}
          </Button>
          <Button
            kind="quiet"
            label={words.removeOf(name)}
            because={because}
            isBusy={remove.isPending}
            onClick={() => remove.mutate({ params: { id: reply.id } })}
          >
            {words.remove}
          </Button>
        </>
      }
    >
      <span dir="auto">{name}</span>
      <small dir="auto" lang={language}>
        {text.length > 120 ? `${text.slice(0, 119)}…` : text}
      </small>
    </Row>
  );
}
