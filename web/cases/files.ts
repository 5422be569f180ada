import { useRef, useState } from "react";
import { mostBytesOfAMessage, mostFilesOfAMessage, partBytes, partsOf } from "#app/messages/attachment.ts";
import { api, call } from "#web/desk/call.ts";
import { useDraft } from "#web/desk/draft.ts";
import { Problem } from "#web/desk/problem.ts";
import { base64Of } from "./base64.ts";

/** A file that the house has whole, to be sent with the next message. */
export type FileLine = { id: string; name: string; bytes: number };

/** A file on its way to the house, and how much of it is there, from 0 to 1. */
export type Coming = { name: string; done: number };

/** The files of a message that is being written: with the house already, and their names in the draft on this device. */
export function useFiles(about: string) {
  const [lines, setLines] = useDraft<readonly FileLine[]>(`files of ${about}`, []);
  const [coming, setComing] = useState<Coming | null>(null);
  const [problem, setProblem] = useState<Problem | null>(null);
  // What is added while one is on its way must not be lost by what was drawn before.
  const latest = useRef(lines);
  latest.current = lines;
  const set = (next: readonly FileLine[]) => {
    latest.current = next;
    setLines(next);
  };
  const add = async (files: readonly File[]) => {
    const no = tooMuch([...latest.current.map(({ bytes }) => bytes), ...files.map(({ size }) => size)]);
    setProblem(no);
    if (no) return;
    for (const file of files) {
      try {
        set([...latest.current, await bring(file, (done) => setComing({ name: file.name, done }))]);
      } catch (trouble) {
        setProblem(trouble instanceof Problem ? trouble : unreadable());
      }
    }
    setComing(null);
  };
  return {
    lines,
    coming,
    problem,
    add: (files: readonly File[]) => void add(files),
    remove: (id: string) => {
      set(latest.current.filter((line) => line.id !== id));
      // What is not taken away now is forgotten by the house after a week.
      void call("DELETE", "/attachments/:id", { params: { id } }).catch(() => undefined);
      setProblem(null);
    },
    /** Takes them out, to be sent. */
    take: () => {
      set([]);
      return lines;
    },
    /** They were not sent after all: they stand before what was added since. */
    giveBack: (back: readonly FileLine[]) => set([...back, ...latest.current]),
  };
}

/** Is it more than one message may carry? Said before anything is sent. */
export function tooMuch(sizes: readonly number[]): Problem | null {
  const bytes = sizes.reduce((sum, size) => sum + size, 0);
  if (bytes > mostBytesOfAMessage) return new Problem(0, { code: "attachments_too_large", detail: largest });
  return sizes.length > mostFilesOfAMessage ? new Problem(0, { code: "too_many_files", detail: most }) : null;
}

const largest = `All files of a message together may have ${mostBytesOfAMessage / 1e6} MB, since few mail servers take more.`;
const most = `A message carries at most ${mostFilesOfAMessage} files.`;

function unreadable(): Problem {
  return new Problem(0, { code: "file_unreadable", detail: "This file cannot be read on this device." });
}

async function bring(file: File, onPart: (done: number) => void): Promise<FileLine> {
  onPart(0);
  const { name: called, size: bytes, type } = file;
  const name =
    called
      .replace(/\p{Cc}/gu, " ")
      .trim()
      .slice(0, 200) || "file";
  const { id } = await api.post("/attachments", { body: { name, bytes, ...(type && { type }) } });
  for (let place = 0; place < partsOf(bytes); place++) {
    const base64 = await base64Of(file.slice(place * partBytes, (place + 1) * partBytes));
    await api.post("/attachments/:id/parts", { params: { id }, body: { place, base64 } });
    onPart((place + 1) / partsOf(bytes));
  }
  return { id, name, bytes };
}
