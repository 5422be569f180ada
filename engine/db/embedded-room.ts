import { conflict } from "#base/refusal.ts";

const sqliteFull = 13;

/** Does the work of a start; where the disk is full it is refused with `disk_full` and what to do. */
export async function whereThereIsRoom<T>(dataFolder: string, work: () => Promise<T>): Promise<T> {
  try {
    return await work();
  } catch (problem) {
    if (!isNoRoom(problem)) throw problem;
    const sentence = `There is no room left on the disk of ${dataFolder}. Nothing is lost: make room, then start it again.`;
    throw conflict("disk_full", sentence);
  }
}

/** Node, SQLite and PostgreSQL's programs each say it in their own way. */
function isNoRoom(problem: unknown): boolean {
  if (!(problem instanceof Error)) return false;
  const { code, errcode } = problem as { code?: unknown; errcode?: unknown };
  return code === "ENOSPC" || errcode === sqliteFull || problem.message.includes("No space left on device");
}
