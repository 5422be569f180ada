import { useEffect, useState } from "react";
import { isLive } from "#web/desk/live.ts";
import { dropWaiting, sendAll, sentLater, waiting } from "#web/desk/outbox.ts";
import { sentenceOf } from "#web/desk/sentences.ts";
import { toast } from "#web/desk/toasts.ts";
import { Button } from "#web/ui/button.tsx";
import { useCell } from "#web/ui/cell.ts";
import { Dialog } from "#web/ui/dialog.tsx";
import { Note } from "#web/ui/note.tsx";
import { useReader } from "#web/ui/reader.ts";
import { Row, Rows } from "#web/ui/rows.tsx";
import { TimeSaid } from "#web/ui/time-said.tsx";
import look from "./connection.module.css";
import { useFrameWords } from "./words.ts";

/** How we stand with the house: nothing while all is well; else what is kept here, and what waits to be sent. */
export function Connection() {
  const words = useFrameWords();
  const { language } = useReader();
  const live = useCell(isLive);
  const all = useCell(waiting).filter(({ from, refused }) => from === undefined || refused !== undefined);
  const [isOpen, setOpen] = useState(false);
  useEffect(() => sentLater.listen(() => toast(words.sent(sentLater.get()?.said ?? ""))), [words]);
  const refused = all.filter((each) => each.refused !== undefined).length;
  const said = [
    live === false && words.offline,
    all.length > refused && words.waiting(all.length - refused),
    refused > 0 && words.refused(refused),
  ].filter(Boolean);
  return (
    <>
      {said.length > 0 && (
        <div className={look.band}>
          <Note act={all.length > 0 && <Button onClick={() => setOpen(true)}>{words.lookAt}</Button>}>
            {said.join(" ")}
          </Note>
        </div>
      )}
      {isOpen && (
        <Dialog title={words.waitingTitle} onClose={() => setOpen(false)} width="wide">
          <p>{words.waitingLead}</p>
          <Rows>
            {all.map((each) => (
              <Row
                key={each.key}
                lead={<TimeSaid at={new Date(each.at).toISOString()} as="clock" />}
                acts={<Button onClick={() => dropWaiting(each.key)}>{words.drop}</Button>}
              >
                {each.said}
                {each.refused && <small>{sentenceOf(each.refused, language)}</small>}
              </Row>
            ))}
          </Rows>
          <Button kind="main" onClick={() => void sendAll()}>
            {words.sendNow}
          </Button>
        </Dialog>
      )}
    </>
  );
}
