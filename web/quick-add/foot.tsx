import { Button } from "#web/ui/button.tsx";
import { isDoneBySaying, type Lack, lackingDone, type Reading, type Whom } from "./line.ts";
import look from "./quick-add.module.css";
import { useQuickAddWords } from "./words.ts";

type Props = {
  reading: Reading;
  whom: Whom | undefined;
  lacks: Lack | null;
  isBusy: boolean;
  onPress: (what: "promise" | "done") => void;
};

/** For a thumb, and for whoever comes by Tab: write it down, or say that it was put right on the spot. */
export function Foot({ reading, whom, lacks, isBusy, onPress }: Props) {
  const words = useQuickAddWords();
  const lacksDone = lackingDone(reading, whom);
  const because = lacksDone ? words.lacks[lacksDone] : isDoneBySaying(reading) ? null : words.notBySaying;
  return (
    <div className={look.foot}>
      <Button kind="main" isBusy={isBusy} because={lacks && words.lacks[lacks]} onClick={() => onPress("promise")}>
        {words.recordAct}
      </Button>
      <Button isBusy={isBusy} because={because} onClick={() => onPress("done")}>
        {words.doneAct}
      </Button>
    </div>
  );
}
