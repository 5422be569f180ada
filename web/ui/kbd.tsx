import look from "./kbd.module.css";

const shown: Record<string, string> = {
  mod: isApple() ? "⌘" : "Ctrl",
  Enter: "↵",
  Escape: "Esc",
  ArrowUp: "↑",
  ArrowDown: "↓",
};

/** A key as it is named on the keyboard: "g t", "mod+k", "Enter". */
export function Kbd({ keys }: { keys: string }) {
  return (
    <span className={look.keys}>
      {keys.split(/[ +]/).map((key) => (
        <kbd key={key}>{shown[key] ?? key}</kbd>
      ))}
    </span>
  );
}

function isApple(): boolean {
  return /Mac|iPhone|iPad/.test(globalThis.navigator?.userAgent ?? "");
}
