import { type ReactNode, type SyntheticEvent, useEffect, useId, useRef } from "react";
import { Above } from "./depth.tsx";
import look from "./dialog.module.css";
import { CloseIcon } from "./icons.tsx";
import { useKitWords } from "./words.ts";

type Props = {
  title: string;
  /** Called on Escape, the cross and a press beside it; whoever opened it takes it away. */
  onClose: () => void;
  children: ReactNode;
  /** What must be answered has no cross, and Escape does nothing. */
  mustStay?: boolean;
  width?: "narrow" | "wide";
};

/**
 * A dialog over the page while it is drawn. The browser holds the focus in it, makes the page behind inert and brings
 * the focus back to where it was.
 */
export function Dialog({ title, onClose, children, mustStay = false, width = "narrow" }: Props) {
  const dialog = useRef<HTMLDialogElement>(null);
  const titleId = useId();
  const words = useKitWords();
  useEffect(() => {
    const before = document.activeElement;
    const shown = dialog.current;
    shown?.showModal();
    return () => {
      shown?.close();
      // Taken out of the page while open, the browser would forget where the focus was.
      if (before instanceof HTMLElement) before.focus();
    };
  }, []);
  const cancel = (event: SyntheticEvent<HTMLDialogElement>) => {
    if (event.target !== dialog.current) return;
    event.preventDefault();
    if (!mustStay) onClose();
  };
  return (
    <dialog
      ref={dialog}
      className={`${look.dialog} ${look[width]}`}
      aria-labelledby={titleId}
      onCancel={cancel}
      onPointerDown={(event) => event.target === dialog.current && !mustStay && onClose()}
    >
      <div className={look.inside}>
        <h2 id={titleId}>{title}</h2>
        <Above>{children}</Above>
      </div>
      {/* Last in order, so that the focus begins with what the dialog is about. */}
      {!mustStay && (
        <button type="button" className={look.close} onClick={onClose} aria-label={words.close}>
          <CloseIcon />
        </button>
      )}
    </dialog>
  );
}
