import { useState } from "react";
import { isLive } from "#web/desk/live.ts";
import { dropWaiting, sendAll, waiting } from "#web/desk/outbox.ts";
import { Button } from "#web/ui/button.tsx";
import { useCell } from "#web/ui/cell.ts";
import { Dialog } from "#web/ui/dialog.tsx";
import { Note } from "#web/ui/note.tsx";
import { Row, Rows } from "#web/ui/rows.tsx";
import { TimeSaid } from "#web/ui/time-said.tsx";
import look from "./connection.module.css";
import { useFrameWords } from "./words.ts";

/** How we stand with the house: nothing while all is well; else what is kept here, and what waits to be sent. */
export function Connection() {
  const words = useFrameWords();
  const live = useCell(isLive);
  const all = useCell(waiting).filter(({ from, refused }) => from === undefined || refused !== undefined);
  const [isOpen, setOpen] = useState(false);
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
                {each.refused && <small>{each.refused}</small>}
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
