import { Dialog } from "#web/ui/dialog.tsx";
import { Took } from "./took.tsx";
import { useQuoteWords } from "./words.ts";

type Props = { kind: string; promiseId?: string | undefined; onClose: () => void };

/** How long such things took, over whatever one was at. */
export function TookDialog({ kind, promiseId, onClose }: Props) {
  const words = useQuoteWords();
  return (
    <Dialog title={words.took(kind.replaceAll("_", " "))} onClose={onClose} width="wide">
      <Took kind={kind} promiseId={promiseId} />
    </Dialog>
  );
}
