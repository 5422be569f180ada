import type { Instant } from "#base/instant.ts";
import type { CaseRinging, CaseWhy, CaseWords } from "./case-words.ts";
import type { Reader } from "./letter.ts";
import { cut } from "./short.ts";

type Time = (at: Instant, reader: Reader) => string;

const todo: Record<CaseWhy, string> = {
  unowned: "Noch kümmert sich niemand darum. Sagen Sie „Ich übernehme das“, dann erfährt der Kunde Ihren Namen",
  status: "Bald ist die tägliche Nachricht fällig, sie steht unten bereit",
  status_due:
    "Jetzt ist die tägliche Nachricht fällig. Schicken Sie sie, auch wenn Sie nur wissen, wann Sie mehr wissen",
  ask: "Sie wissen, dass es erledigt ist, und haben nicht geantwortet. Fragen Sie selbst: Das letzte Mal fragt ein Mensch",
  snooze: "Das wollten Sie jetzt wieder sehen",
  replied: "Sie haben geschrieben",
  chased: "Sie fragen nach, bevor sie von uns gehört haben",
  reopened: "Sie sind nicht zufrieden, darum ist es wieder offen. Rufen Sie an",
  escalated:
    "Es wird nach der Leitung gefragt. Sehen Sie, was war, und sprechen Sie zuerst mit der Person, die sich kümmert",
  handed_on: "Das ist für Sie",
  low_pulse: "Es war schlechter als erwartet oder fühlt sich schlecht an. Sprechen Sie mit ihnen",
  mentioned: "Sie sind in einer Notiz genannt",
  bounced: "Eine Nachricht von uns kam zurück: Sie wissen noch nichts",
};

/** What is written about cases, in German, with that way to tell times. */
export function germanCaseWords(time: Time): CaseWords {
  const hello = ({ name }: Reader) => `Guten Tag ${name},`;
  const again = (at: Instant | null, reader: Reader) =>
    at ? [`Sie hören wieder von uns bis ${time(at, reader)}.`] : [];
  const answers = ({ yesPath, notYetPath }: { yesPath: string; notYetPath: string }) => [
    { label: "Ja, ich bin zufrieden", path: yesPath },
    { label: "Noch nicht", path: notYetPath },
  ];
  return {
    firstWord: (subject) => `Eine erste Antwort von einem Menschen: ${subject}`,
    missedCall: (number) => `Verpasster Anruf von ${number}`,
    caseReceived: (f, reader) => ({
      subject: f.isCall ? "Wir haben Ihren Anruf verpasst" : `Ihr Anliegen ist da: ${f.subject}`,
      short: `${f.isCall ? "Wir haben Ihren Anruf leider verpasst." : `Ihr Anliegen ist da: ${cut(f.subject)}.`} ${f.owner ? `${f.owner} kümmert sich. ` : ""}Ein Mensch meldet sich bei Ihnen bis ${time(f.firstWordAt, reader)}.`,
      paragraphs: [
        hello(reader),
        `${f.isCall ? "leider hat niemand Ihren Anruf angenommen." : `Ihre Nachricht ist angekommen: ${f.subject}.`} ${f.owner ? `${f.owner} kümmert sich darum.` : "Jemand von uns übernimmt sie, und Sie erfahren den Namen."}`,
        `Ein Mensch ${f.isCall ? "meldet sich bei" : "antwortet"} Ihnen bis ${time(f.firstWordAt, reader)}.`,
        `Wir sind da: ${f.reach}. Sie können jederzeit etwas ergänzen, indem Sie auf diese Nachricht antworten.`,
        `Diese Antwort hat ${f.business} automatisch geschickt.`,
      ],
      acts: [],
    }),
    caseOwned: (f, reader) => ({
      subject: `${f.owner} kümmert sich: ${f.subject}`,
      short: [
        `${f.owner} kümmert sich darum, bis Sie zufrieden sind: ${cut(f.subject)}.`,
        ...again(f.nextWordAt, reader),
      ].join(" "),
      paragraphs: [
        hello(reader),
        `${f.owner} kümmert sich von jetzt an darum, bis Sie zufrieden sind: ${f.subject}.`,
        ...again(f.nextWordAt, reader),
        `Diese Nachricht hat ${f.business} automatisch geschickt.`,
      ],
      acts: [],
    }),
    caseWord: (f, reader) => ({
      subject: `AW: ${f.subject}`,
      paragraphs: [f.words, ...again(f.nextWordAt, reader)],
      acts: [],
    }),
    caseHeld: (f) => ({
      subject: `AW: ${f.subject}`,
      paragraphs: [
        f.words,
        `Diese Nachricht hat ${f.business} automatisch geschickt, damit Sie nicht ohne ein Wort warten. Ein Mensch schreibt Ihnen, sobald es geht.`,
      ],
      acts: [],
    }),
    caseDone: (f) => ({
      subject: `Erledigt: ${f.subject}`,
      short: `${f.words}\nWas wir getan haben: ${f.did}\nSind Sie zufrieden? Bitte sagen Sie es hier:`,
      paragraphs: [
        f.words,
        `Worum Sie gebeten haben: ${f.asked}`,
        `Was wir getan haben: ${f.did}`,
        "Sind Sie zufrieden? Sie haben das letzte Wort.",
      ],
      acts: answers(f),
    }),
    caseAsk: (f, reader) => ({
      subject: `Sind Sie zufrieden? ${f.subject}`,
      short: `${f.words ?? `Wir haben Ihnen gesagt, dass das erledigt ist: ${cut(f.subject)}.`}\nSind Sie zufrieden? Bitte sagen Sie es hier:`,
      paragraphs: [
        ...(f.words ? [f.words] : [hello(reader), `wir haben Ihnen gesagt, dass das erledigt ist: ${f.subject}.`]),
        `Was wir getan haben: ${f.did}`,
        "Ist es so, wie es sein soll? Wenn nicht, ist es sofort wieder offen, bei der Person, die sich gekümmert hat.",
      ],
      acts: answers(f),
    }),
    caseDraft: (f, reader) => ({
      subject: `AW: ${f.subject}`,
      paragraphs: [
        hello(reader),
        f.done.length > 0
          ? `seit ${time(f.since, reader)} ist das geschehen: ${f.done.join("; ")}.`
          : notDone(f.subject),
        ...f.next.map(({ text, dueAt }) => `Als Nächstes: ${text}, bis ${time(dueAt, reader)}.`),
        ...(f.waitingFor ? [`Wir warten darauf von Ihnen: ${f.waitingFor}`] : []),
        whoHasIt(f.owner, f.handler),
      ],
      acts: [],
    }),
    caseRings: (f, reader) => ({
      subject: f.rings.length === 1 ? ringSubject(f.rings[0]) : `${f.rings.length} Anliegen brauchen Sie`,
      paragraphs: f.rings.flatMap((ring) => ringLines(ring, time, reader)),
      acts: f.rings.map(({ subject, path }) => ({ label: `Öffnen: ${subject}`, path })),
    }),
  };
}

function notDone(subject: string): string {
  return `ein kurzes Wort, wie es steht: Wir sind daran, und seit wir zuletzt gesprochen haben, gibt es nichts Neues. Es ist nicht vergessen: ${subject}.`;
}

function whoHasIt(owner: string | null, handler: string | null): string {
  if (!owner) return "Jemand von uns übernimmt es, und Sie erfahren den Namen.";
  return handler && handler !== owner
    ? `${handler} arbeitet daran, und ${owner} kümmert sich um Sie.`
    : `${owner} kümmert sich darum.`;
}

function ringSubject(ring: CaseRinging | undefined): string {
  return ring ? `Von ${ring.customer}: ${ring.subject}` : "Ihre Anliegen";
}

function ringLines(ring: CaseRinging, time: Time, reader: Reader): string[] {
  const who = ring.contact && ring.contact !== ring.customer ? `${ring.contact} (${ring.customer})` : ring.customer;
  return [
    `${ring.subject}, von ${who}. ${todo[ring.why]}.`,
    ...(ring.dueAt ? [`Fällig ${time(ring.dueAt, reader)}.`] : []),
    ...(ring.owner ? [`Es kümmert sich ${ring.owner}.`] : []),
    ...(ring.words ? [`„${ring.words}“`] : []),
    ...(ring.draft ? ["Bereit zum Senden:", ring.draft] : []),
  ];
}
