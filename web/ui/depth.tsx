import { createContext, type ReactNode, useContext, useEffect } from "react";
import { cell } from "./cell.ts";

/** How many dialogs stand open above the page. */
export const openDialogs = cell(0);

const DepthContext = createContext(0);

/** 0 on the page, 1 in a dialog on it. What lies beneath an open dialog rests: its keys are not heard. */
export function useDepth(): number {
  return useContext(DepthContext);
}

/** What is drawn in a dialog stands one step above what opened it. */
export function Above({ children }: { children: ReactNode }) {
  const depth = useDepth() + 1;
  useEffect(() => {
    openDialogs.set(openDialogs.get() + 1);
    return () => openDialogs.set(openDialogs.get() - 1);
  }, []);
  return <DepthContext value={depth}>{children}</DepthContext>;
}
