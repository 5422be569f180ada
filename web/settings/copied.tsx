import { useState } from "react";
import { Button } from "#web/ui/button.tsx";
import { useSecurityWords } from "./security-words.ts";

/** Copies what is shown once. Over plain HTTP on a network no page may: then there is no such button. */
export function Copied({ text }: { text: string }) {
  const words = useSecurityWords().codes;
  const [isCopied, setCopied] = useState(false);
  if (!("clipboard" in navigator)) return null;
  const copy = async () => {
    await navigator.clipboard.writeText(text);
    setCopied(true);
  };
  return <Button onClick={() => void copy()}>{isCopied ? words.copied : words.copy}</Button>;
}
