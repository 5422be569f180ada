import { QuickAdd } from "#web/quick-add/quick-add.tsx";
import { useQuickAddWords } from "#web/quick-add/words.ts";
import { Dialog } from "#web/ui/dialog.tsx";

/** The line in which a promise is written down, from wherever one is. */
export function QuickAddDialog({ onClose }: { onClose: () => void }) {
  const words = useQuickAddWords();
  return (
    <Dialog title={words.title} onClose={onClose} width="wide">
      <QuickAdd isFirst onRecorded={onClose} />
    </Dialog>
  );
}
