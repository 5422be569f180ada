import { type AddressInfo, createServer, type Socket } from "node:net";
import { after } from "node:test";

type Kept = { uid: number; raw: Buffer; at: Date };

/** "30-Nov-2026 09:00:00 +0000", as IMAP writes it. */
function imapDate(at: Date): string {
  const [, day, month, year, time] = /^\w+, (\d+) (\w+) (\d+) ([\d:]+)/.exec(at.toUTCString()) ?? [];
  return `${day}-${month}-${year} ${time} +0000`;
}

/**
 * As much of an IMAP server (RFC 3501, RFC 2177) as looks into one folder, in the clear; the password of anybody is
 * "right". It can be made to drop every line after so many commands, and to count its mails anew.
 */
export async function startImapServer() {
  const mails: Kept[] = [];
  const lines = new Set<Socket>();
  const waiting = new Set<{ tag: string; socket: Socket }>();
  const state = { uidValidity: 7, dropAfter: Number.POSITIVE_INFINITY, calls: 0, fetched: 0 };
  let nextUid = 1;

  /** What is said before the last line; a no or a "what?" is all of it. */
  function answerTo(name: string, words: string): string {
    if (name === "CAPABILITY") return "* CAPABILITY IMAP4rev1 IDLE\r\n";
    if (name === "LOGIN") return /"?right"?$/.test(words) ? "" : "NO that is not the password";
    if (name === "LIST" || name === "LSUB") return `* ${name} () "/" INBOX\r\n`;
    if (name === "SELECT" || name === "EXAMINE") return opened(words);
    if (name === "NOOP") return `* ${mails.length} EXISTS\r\n`;
    if (name === "SEARCH") return `* SEARCH ${sought(words).join(" ")}\r\n`;
    return name === "FETCH" ? fetched(words) : "BAD what?";
  }

  function opened(words: string): string {
    if (!/inbox"?$/i.test(words)) return "NO there is no such folder";
    return `* FLAGS (\\Seen)\r\n* ${mails.length} EXISTS\r\n* OK [UIDVALIDITY ${state.uidValidity}] ok\r\n* OK [UIDNEXT ${nextUid}] ok\r\n`;
  }

  function sought(words: string): number[] {
    const from = Number(/UID (\d+):/.exec(words)?.[1] ?? 1);
    const found = mails.filter(({ uid }) => uid >= from).map(({ uid }) => uid);
    // As servers do: "9:*" gives the last mail even where there is no ninth.
    return found.length > 0 ? found : mails.slice(-1).map(({ uid }) => uid);
  }

  function fetched(words: string): string {
    const uid = Number(/^(\d+)/.exec(words)?.[1]);
    const place = mails.findIndex((mail) => mail.uid === uid);
    const mail = mails[place];
    if (!mail) return "";
    const partial = /BODY\.PEEK\[\]<(\d+)\.(\d+)>/.exec(words);
    if (!words.includes("BODY.PEEK[]")) {
      return `* ${place + 1} FETCH (UID ${uid} RFC822.SIZE ${mail.raw.length} INTERNALDATE "${imapDate(mail.at)}")\r\n`;
    }
    state.fetched++;
    const start = Number(partial?.[1] ?? 0);
    const raw = partial ? mail.raw.subarray(start, start + Number(partial[2])) : mail.raw;
    const name = partial ? `BODY[]<${start}>` : "BODY[]";
    return `* ${place + 1} FETCH (UID ${uid} ${name} {${raw.length}}\r\n${raw.toString("latin1")})\r\n`;
  }

  const server = createServer((socket) => {
    lines.add(socket);
    state.calls++;
    let commands = 0;
    let rest = "";
    socket.setEncoding("latin1");
    socket.on("error", () => undefined);
    socket.on("close", () => lines.delete(socket));
    const say = (text: string) => socket.write(text, "latin1");
    say("* OK ready\r\n");
    socket.on("data", (text: string) => {
      rest += text;
      for (let end = rest.indexOf("\r\n"); end >= 0; end = rest.indexOf("\r\n")) {
        const line = rest.slice(0, end);
        rest = rest.slice(end + 2);
        if (++commands > state.dropAfter) return void socket.destroy();
        answer(line, socket, say);
      }
    });
  });

  function answer(line: string, socket: Socket, say: (text: string) => void): void {
    if (line.toUpperCase() === "DONE") {
      for (const idle of waiting) {
        if (idle.socket !== socket) continue;
        waiting.delete(idle);
        say(`${idle.tag} OK done\r\n`);
      }
      return;
    }
    const [tag = "*", ...words] = line.replace(/^(\S+) UID /i, "$1 ").split(" ");
    const name = words.shift()?.toUpperCase() ?? "";
    if (name === "IDLE") {
      waiting.add({ tag, socket });
      say("+ idling\r\n");
    } else if (name === "LOGOUT") {
      socket.end(`* BYE\r\n${tag} OK bye\r\n`);
    } else {
      const said = answerTo(name, words.join(" "));
      const end = /^(?:NO|BAD)/.test(said) ? said : `OK ${name === "EXAMINE" ? "[READ-ONLY] " : ""}done`;
      say(`${said === end ? "" : said}${tag} ${end}\r\n`);
    }
  }

  await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
  const dropAll = () => {
    for (const line of lines) line.destroy();
  };
  after(() => {
    dropAll();
    server.close();
  });
  return {
    port: (server.address() as AddressInfo).port,
    state,
    mails,
    dropAll,
    deliver: (mail: string | Buffer, at = new Date()) => {
      mails.push({ uid: nextUid++, raw: Buffer.from(mail), at });
      for (const { socket } of waiting) socket.write(`* ${mails.length} EXISTS\r\n`);
    },
    /** The folder is rebuilt: the same mails under other numbers. */
    renumber: () => {
      state.uidValidity++;
      for (const mail of mails) mail.uid = nextUid++;
    },
  };
}
