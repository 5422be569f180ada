import { useQuery } from "@tanstack/react-query";
import { Button } from "#web/ui/button.tsx";
import { Dialog } from "#web/ui/dialog.tsx";
import { useCalendarSettingsWords } from "./calendar-words.ts";
import { Copied } from "./copied.tsx";
import look from "./settings.module.css";

/** The address of a calendar, shown once: as a picture for the phone, as a link for this device, and to copy. */
export function FeedAddress({ url, onClose }: { url: string; onClose: () => void }) {
  const words = useCalendarSettingsWords().feed;
  const subscribing = url.replace(/^https?:/, "webcal:");
  const picture = useQuery({
    queryKey: ["picture", subscribing],
    queryFn: async () => (await import("qrcode")).toDataURL(subscribing, { margin: 2, width: 220 }),
    gcTime: 0,
  });
  return (
    <Dialog title={words.shownTitle} onClose={onClose} mustStay>
      <p>{words.shownLead}</p>
      {picture.data && <img src={picture.data} alt={words.picture} width={220} height={220} />}
      <p>
        <code dir="ltr">{url}</code>
      </p>
      <p>
        <a href={subscribing}>{words.openHere}</a>
      </p>
      <div className={look.acts}>
        <Button kind="main" onClick={onClose}>
          {words.kept}
        </Button>
        <Copied text={url} />
      </div>
    </Dialog>
  );
}
