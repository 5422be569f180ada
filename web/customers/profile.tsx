import { useState } from "react";
import { mayShare } from "#app/customers/profile.ts";
import { useAskWhile } from "#web/desk/asking.ts";
import { useDeed } from "#web/desk/deed.ts";
import { useLater } from "#web/desk/later.ts";
import { ProblemNote } from "#web/desk/problem-note.tsx";
import { sentenceOf } from "#web/desk/sentences.ts";
import { toast } from "#web/desk/toasts.ts";
import { Button } from "#web/ui/button.tsx";
import { Menu } from "#web/ui/menu.tsx";
import { useReader } from "#web/ui/reader.ts";
import { TimeSaid } from "#web/ui/time-said.tsx";
import look from "./customer.module.css";
import { usePageWords } from "./page-words.ts";
import type { ProfileEntry } from "./pages.ts";
import { ProfileForm } from "./profile-form.tsx";

/** What was understood of a customer, newest first; each shown to them or not, and taken back. */
export function Profile({ customerId }: { customerId: string }) {
  const words = usePageWords();
  const [isWriting, setWriting] = useState(false);
  const profile = useAskWhile(useLater(), "/customers/:id/profile", {
    params: { id: customerId },
    query: { limit: 200 },
  });
  return (
    <section aria-labelledby="profile">
      <div className={look.head}>
        <h2 id="profile">{words.profile}</h2>
        <Button kind="quiet" onClick={() => setWriting(true)}>
          {words.profileAdd}
        </Button>
      </div>
      <ProblemNote problem={profile.error} onRetry={() => void profile.refetch()} />
      {profile.data?.items.length === 0 && <p className={look.muted}>{words.profileEmpty}</p>}
      <ul className={look.cards}>
        {profile.data?.items.map((entry) => (
          <Understood key={entry.id} entry={entry} />
        ))}
      </ul>
      {isWriting && <ProfileForm customerId={customerId} onClose={() => setWriting(false)} />}
    </section>
  );
}

function Understood({ entry }: { entry: ProfileEntry }) {
  const words = usePageWords();
  const { language } = useReader();
  const share = useDeed("PATCH", "/profile/:id");
  const withdraw = useDeed("POST", "/profile/:id/withdrawals", { onDone: () => toast(words.withdrawn) });
  const { params, version } = { params: { id: entry.id }, version: entry.version };
  const ruling = entry.is_shared ? null : mayShare(entry.topic);
  const menu = [
    {
      say: entry.is_shared ? words.unshare : words.share,
      do: () => share.mutate({ params, version, body: { is_shared: !entry.is_shared } }),
      because: ruling && sentenceOf(ruling, language),
    },
    { say: words.withdraw, do: () => withdraw.mutate({ params, version }) },
  ];
  return (
    <li className={look.card}>
      <div className={look.head}>
        <b>{words.topics[entry.topic]}</b>
        <Menu items={menu} label={words.moreOf(words.topics[entry.topic])} />
      </div>
      <p className={look.words} dir="auto">
        {entry.text}
      </p>
      {entry.what_we_heard && (
        <q className={look.words} dir="auto">
          {entry.what_we_heard}
        </q>
      )}
      <small className={look.dots}>
        <TimeSaid at={entry.written_at} as="day" />
        {entry.is_shared && <span>{words.isShared}</span>}
      </small>
      <ProblemNote problem={share.error ?? withdraw.error} />
    </li>
  );
}
