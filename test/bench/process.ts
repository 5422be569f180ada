import { readFileSync } from "node:fs";

/** Linux counts in hundredths of a second. */
const ticksPerSecond = 100;

/** CPU that a process has used since it began, in seconds. */
export function cpuSecondsOf(pid: number): number {
  const stat = readFileSync(`/proc/${pid}/stat`, "utf8");
  const fields = stat.slice(stat.lastIndexOf(")") + 2).split(" ");
  return (Number(fields[11]) + Number(fields[12])) / ticksPerSecond;
}

/** Memory that is a process's own, with its share of what it shares (PSS), in MiB; null of one that has just ended. */
export function memoryOf(pid: number): number | null {
  try {
    const [, kibibytes] = /^Pss: +(\d+) kB$/m.exec(readFileSync(`/proc/${pid}/smaps_rollup`, "utf8")) ?? [];
    return Number(kibibytes) / 1024;
  } catch (problem) {
    if (problem instanceof Error && "code" in problem && problem.code === "ESRCH") return null;
    throw problem;
  }
}
