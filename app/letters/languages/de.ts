import { germanCaseWords } from "#app/letters/case-words-de.ts";
import type { Reader } from "#app/letters/letter.ts";
import { fromNow, type TimeShape, timeInWords } from "#app/letters/time-words.ts";
import type { Heard, Ringing, Words } from "#app/letters/words.ts";
import type { Instant } from "#base/instant.ts";

const shape: TimeShape = {
  locale: "de",
  at: (date, time) => `${date}, ${time} Uhr`,
  inZone: (city) => `(Zeit in ${city})`,
};

const time = (at: Instant, reader: Reader) => timeInWords(at, reader, shape);
const hello = ({ name }: Reader) => `Guten Tag ${name},`;
/** A letter in which a member speaks for themself begins with their words; else with a greeting and ours. */
const opening = (words: string | null, ours: string, reader: Reader) => (words ? [words] : [hello(reader), ours]);

export const words: Words = {
  tag: "de",
  time,
  drafts: {
    move: "Guten Tag {name},\n\nich muss einen Termin ändern, den ich Ihnen genannt habe, und sage es Ihnen lieber jetzt als später.",
    running_late:
      "Guten Tag {name},\n\nich verspäte mich heute um etwa {minutes} Minuten. Es tut mir leid, dass Sie warten müssen; ich komme, so schnell ich kann.",
    update:
      "Guten Tag {name},\n\nein kurzes Wort, wie es steht: Es geht voran, und der Termin, den ich Ihnen genannt habe, gilt.",
    update_late:
      "Guten Tag {name},\n\nSie warten noch auf das, was ich Ihnen versprochen habe, und das tut mir leid. Vergessen habe ich es nicht.",
    keep: "Guten Tag {name},\n\nes ist erledigt: {promise}.",
    release: "Guten Tag {name},\n\ndanke, dass Sie es mir gesagt haben.",
    decline: "Guten Tag {name},\n\nich habe über Ihre Bitte nachgedacht.",
    failure: "Guten Tag {name},\n\nich habe Ihnen etwas versprochen, das ich nicht tun werde. Das tut mir leid.",
    hold_up: "Guten Tag {name},\n\nich möchte weitermachen und brauche dafür zuerst etwas von Ihnen.",
    hand_on: "Guten Tag {name},\n\nvon jetzt an tue ich, was {owner} Ihnen versprochen hat, zur selben Zeit.",
    ask: "Guten Tag {name},\n\nwir haben getan, was wir Ihnen versprochen haben: {promise}.",
  },
  sample: {
    name: "Marta Lindqvist",
    promise: "Kostenvoranschlag für die Rohre im Keller",
    reason: "die Preisliste kommt am Mittag",
    member: "Ana Ortiz",
  },
  yourPage: "Alles, was wir Ihnen versprochen haben, und wie es darum steht:",
  theHouse: "Alles, was Sie versprochen haben:",
  ...germanCaseWords(time),

  moved: (f, reader) => ({
    subject: `Neuer Termin: ${f.promise}`,
    paragraphs: [
      ...opening(f.words, "ein Termin, den wir Ihnen genannt haben, muss sich ändern.", reader),
      `${f.promise}: jetzt bis ${time(f.newDueAt, reader)}. Bisher war es ${time(f.oldDueAt, reader)}.`,
      `Der Grund: ${f.reason}`,
    ],
    acts: [
      { label: "Das ist in Ordnung", path: f.finePath },
      { label: "Das passt mir nicht", path: f.doesNotSuitPath },
    ],
  }),
  updated: (f, reader) => ({
    subject: `So steht es: ${f.promise}`,
    paragraphs: [
      f.words,
      ...(f.dueAt ? [`${f.promise}: bis ${time(f.dueAt, reader)}.`] : []),
      ...(f.nextWordAt ? [`Sie hören wieder von uns bis ${time(f.nextWordAt, reader)}.`] : []),
    ],
    acts: [],
  }),
  kept: (f, reader) => ({
    subject: `Erledigt: ${f.promise}`,
    paragraphs: [
      ...opening(f.words, `wir haben getan, was wir Ihnen versprochen haben: ${f.promise}.`, reader),
      ...(f.more ? [`Und ein wenig mehr: ${f.more}`] : []),
      "Haben wir getan, worum Sie uns gebeten hatten? Sie haben das letzte Wort.",
    ],
    acts: [
      { label: "Ja", path: f.yesPath },
      { label: "Noch nicht", path: f.notYetPath },
    ],
  }),
  released: (f, reader) => ({
    subject: `Wie Sie wünschen: ${f.promise}`,
    paragraphs: [
      ...opening(f.words, "danke, dass Sie uns Bescheid gegeben haben.", reader),
      `Sie brauchen das nicht mehr von uns: ${f.promise}. Stimmt das nicht, sagen Sie es uns auf Ihrer Seite, und wir nehmen es wieder auf.`,
    ],
    acts: [],
  }),
  declined: (f, reader) => ({
    subject: `Unsere Antwort: ${f.promise}`,
    paragraphs: [
      ...opening(f.words, "wir haben über Ihre Bitte nachgedacht.", reader),
      `Das können wir nicht für Sie tun: ${f.promise}. Wir sagen es lieber jetzt, als Sie warten zu lassen.`,
      `Der Grund: ${f.reason}`,
    ],
    acts: [],
  }),
  failed: (f, reader) => ({
    subject: `Wir konnten unser Wort nicht halten: ${f.promise}`,
    paragraphs: [
      ...opening(f.words, "wir haben Ihnen etwas versprochen, das wir nicht tun werden. Das tut uns leid.", reader),
      `Was wir versprochen hatten: ${f.promise}.`,
      `Der Grund: ${f.reason}`,
    ],
    acts: [],
  }),
  heldUp: (f, reader) => ({
    subject: `Wir brauchen etwas von Ihnen: ${f.promise}`,
    paragraphs: [
      ...opening(f.words, "wir möchten weitermachen und brauchen dafür zuerst etwas von Ihnen.", reader),
      `Was noch fehlt: ${f.missing}`,
      `Solange es fehlt, können wir hier nicht weitermachen: ${f.promise}. Sehen Sie es anders, sagen Sie es uns auf Ihrer Seite.`,
    ],
    acts: [],
  }),
  handedOn: (f, reader) => ({
    subject: `Von jetzt an ist ${f.to} für Sie da`,
    paragraphs: [
      ...opening(
        f.words,
        `von jetzt an tut ${f.to}, was ${f.from} Ihnen versprochen hat, zu denselben Zeiten.`,
        reader,
      ),
      ...f.promises.map(({ text, dueAt }) => `${text}: bis ${time(dueAt, reader)}.`),
    ],
    acts: [],
  }),
  corrected: (f, reader) => ({
    subject: `Eine Berichtigung: ${f.promise}`,
    paragraphs: [
      ...opening(f.words, "wir hatten etwas falsch aufgeschrieben und haben es berichtigt.", reader),
      `Bei uns stand: ${f.was}`,
      `Richtig ist: ${f.is}`,
    ],
    acts: [],
  }),
  holding: (f, reader) => ({
    subject: `Wir haben es nicht vergessen: ${f.promise}`,
    paragraphs: [
      hello(reader),
      `${f.owner} hat Ihnen das bis ${time(f.dueAt, reader)} versprochen: ${f.promise}.`,
      `Wie weit es ist, kann ich Ihnen heute nicht sagen. ${f.owner} ist erinnert worden und wird Ihnen schreiben.`,
      `Diese Nachricht wurde von ${f.business} automatisch gesendet, damit Sie nicht ohne ein Wort warten.`,
    ],
    acts: [],
  }),
  linkRenewed: (f, reader) => ({
    subject: `Ihre Seite bei ${f.business}`,
    paragraphs: [
      hello(reader),
      `hier ist die neue Adresse Ihrer Seite. Sie gilt bis ${time(f.until, reader)}; danach können Sie eine neue anfordern.`,
      "Haben Sie nicht darum gebeten, brauchen Sie nichts zu tun.",
    ],
    acts: [],
  }),

  pageSent: (f, reader) => ({
    subject: `Ihre Seite bei ${f.business}`,
    paragraphs: [
      hello(reader),
      "hier ist die Adresse Ihrer Seite bei uns: was wir Ihnen versprochen haben, bis wann, und wie es steht. Sie können dort auch antworten.",
      `Sie gilt bis ${time(f.until, reader)}; danach können Sie eine neue anfordern.`,
    ],
    acts: [],
  }),

  rings: (f, reader) => ({
    subject: f.rings.length === 1 ? ringSubject(f.rings[0], reader) : `${f.rings.length} Versprechen brauchen Sie`,
    paragraphs: [
      ...(f.asleepSince
        ? [`Diese Erinnerung war fällig: ${time(f.asleepSince, reader)}; dieser Rechner lief da nicht.`]
        : []),
      ...f.rings.flatMap((ring) => ringLines(ring, reader)),
    ],
    acts: f.rings.map(({ promise, path }) => ({ label: `Antworten: ${promise}`, path })),
  }),
  contested: (f, reader) =>
    heard(f, `${f.contact} sagt, der neue Termin passt nicht`, [
      `${f.contact} (${f.customer}) hat vom neuen Termin erfahren und sagt, dass er nicht passt: ${f.promise}.`,
      `Bis Sie sich auf einen anderen einigen, gilt: ${time(f.dueAt, reader)}.`,
    ]),
  reopened: (f) =>
    heard(f, `${f.contact} sagt: noch nicht`, [
      `Sie haben es als gehalten eingetragen, und ${f.contact} (${f.customer}) sagt, es ist noch nicht getan: ${f.promise}.`,
      "Es ist wieder offen. Rufen Sie an und einigen Sie sich auf einen neuen Termin.",
    ]),
  contradicted: (f, reader) =>
    heard(f, `${f.contact} wusste nichts davon`, [
      `Ein Gespräch ist eingetragen (${time(f.saidAt, reader)}), und ${f.contact} (${f.customer}) sagt, dass es nicht stattfand: ${f.promise}.`,
      "Das Versprechen steht wieder wie vor diesem Gespräch. Sprechen Sie miteinander.",
    ]),
  chased: (f, reader) =>
    heard(f, `${f.contact} fragt nach: ${f.promise}`, [
      `${f.contact} (${f.customer}) fragt danach, bevor wir uns gemeldet haben: ${f.promise}.`,
      `Fällig ist es: ${time(f.dueAt, reader)}. Schreiben Sie jetzt, auch wenn Sie nur wissen, wann Sie mehr wissen.`,
    ]),
  invited: (f, reader) => ({
    subject: `${f.by} lädt Sie zu ${f.business} ein`,
    paragraphs: [
      hello(reader),
      `${f.by} möchte bei ${f.business} mit Ihnen zusammenarbeiten. Dort steht jede Zusage an einen Kunden aufgeschrieben, und niemand verliert sie aus den Augen.`,
      `Wählen Sie ein Passwort, dann sind Sie dabei. Dieser Weg steht offen bis ${time(f.until, reader)}.`,
      "Wissen Sie nicht, worum es geht, brauchen Sie nichts zu tun.",
    ],
    acts: [{ label: `Zu ${f.business}`, path: f.path }],
  }),
  newPassword: (f, reader) => ({
    subject: `Ein neues Passwort für ${f.business}`,
    paragraphs: [
      hello(reader),
      "jemand hat für Ihr Konto ein neues Passwort erbeten, vermutlich Sie selbst. Sie können es einmal setzen, innerhalb einer Stunde.",
      "Waren Sie es nicht, brauchen Sie nichts zu tun: Ihr Passwort bleibt, wie es ist.",
    ],
    acts: [{ label: "Neues Passwort setzen", path: f.path }],
  }),
  mailTest: (f, reader) => ({
    subject: `Die Mail von ${f.business} kommt an`,
    paragraphs: [
      hello(reader),
      "dies ist die Probe, um die Sie gebeten haben. Der Mailserver arbeitet, und Ihre Kunden bekommen Mail von dieser Adresse.",
    ],
    acts: [],
  }),
  messageFailed: (f) => ({
    subject: `Nicht angekommen: ${f.subject}`,
    paragraphs: [
      `Ihre Nachricht an ${f.to} ist nicht angekommen: „${f.subject}“.`,
      f.problem,
      "Dort weiß man noch nichts. Berichtigen Sie die Adresse und senden Sie noch einmal, oder rufen Sie an und tragen Sie den Anruf ein.",
    ],
    acts: [{ label: "Zur Nachricht", path: f.path }],
  }),
};

const todo: Record<Ringing["why"], string> = {
  first: "Sagen Sie Bescheid, bevor es zu spät ist, oder antworten Sie, dass es gut läuft",
  second: "Noch hat niemand geantwortet: Sagen Sie Bescheid, bevor es zu spät ist",
  due: "Es ist jetzt fällig: Tun Sie es, oder sagen Sie, wann Sie es tun",
  waited_for: "Worauf es wartet, hat sich geändert: Sehen Sie nach, ob der Termin noch hält",
  handed_on: "Das ist jetzt Ihres",
  bounced: "Ihre Nachricht kam zurück: Dort weiß man noch nichts",
};

const channelWords: Record<string, string> = {
  email: "E-Mail",
  phone: "Anruf",
  sms: "SMS",
  form: "Formular",
  portal: "die eigene Seite",
  chat: "Chat",
  in_person: "ein Treffen",
  social: "soziale Medien",
  letter: "Brief",
};

function ringSubject(ring: Ringing | undefined, reader: Reader): string {
  return ring ? `Fällig ${fromNow(ring.dueAt, reader, shape)}: ${ring.promise} (${ring.customer})` : "Ihre Versprechen";
}

function ringLines(ring: Ringing, reader: Reader): string[] {
  const reach = [
    ring.contact,
    ring.phone,
    ring.preferredChannel && `am liebsten: ${channelWords[ring.preferredChannel] ?? ring.preferredChannel}`,
    ring.lastWordAt
      ? `hörte zuletzt von uns ${fromNow(ring.lastWordAt, reader, shape)}`
      : "hat noch nichts von uns gehört",
  ];
  return [
    `${ring.promise}, für ${ring.customer}: fällig ${time(ring.dueAt, reader)}, ${fromNow(ring.dueAt, reader, shape)}.`,
    `${todo[ring.why]}.`,
    `${reach.filter(Boolean).join(", ")}.`,
  ];
}

function heard(f: Heard, subject: string, paragraphs: string[]) {
  const quoted = f.words ? [`Im Wortlaut: „${f.words}“`] : [];
  return { subject, paragraphs: [...paragraphs, ...quoted], acts: [{ label: "Antworten", path: f.path }] };
}
