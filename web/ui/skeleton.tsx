import look from "./skeleton.module.css";
import { useKitWords } from "./words.ts";

/** Lines where something will stand in a moment; nothing moves for those who asked for that. */
export function Skeleton({ lines = 3 }: { lines?: number }) {
  const words = useKitWords();
  return (
    <div role="status" aria-label={words.loading} className={look.skeleton}>
      {Array.from({ length: lines }, (_, line) => (
        // biome-ignore lint/suspicious/noArrayIndexKey: the lines are all alike
        <span key={line} />
      ))}
    </div>
  );
}
