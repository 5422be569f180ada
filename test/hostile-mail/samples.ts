/**
 * Mails that the standards allow and few programs read well, or that they forbid and the world sends: written for these
 * tests after what the RFCs describe. Each says what must be found in it all the same.
 */
export type Sample = { what: string; mail: string | Buffer; words?: RegExp; subject?: RegExp; from?: string };

const head = (rest = "") => `From: a@example.com\r\nSubject: sample\r\n${rest}\r\n`;
const multipart = (boundary: string, body: string) =>
  head(`MIME-Version: 1.0\r\nContent-Type: multipart/mixed; boundary=${boundary}\r\n`) + body;

export const samples: Sample[] = [
  {
    what: "comments, folding and quoted pairs wherever RFC 5322 lets them stand",
    mail: `From: Pete(A nice \\) chap) <pete(his account)@silly.test(his host)>\r\nTo:A Group(Some people)\r\n     :Chris Jones <c@(Chris's host.)public.example>,\r\n         joe@example.org;\r\nDate: Thu,\r\n      13\r\n        Feb\r\n          1969\r\n      23:32\r\n               -0330 (Newfoundland Time)\r\n\r\nTesting.`,
    words: /^Testing\.$/,
  },
  {
    what: "the obsolete syntax: blanks around dots and colons, a route in the address",
    mail: 'From  : "Joe Q. Public" <john.q.public@example.com>\r\nTo   : Mary Smith <@node.test:mary@example.net>\r\nSubject\t : old\r\n\r\nHi',
    words: /^Hi$/,
  },
  {
    what: "bare line feeds and bare carriage returns",
    mail: "From: a@example.com\nSubject: lf\n\none\rtwo\nthree",
    words: /three$/,
  },
  { what: "a header that never ends", mail: `From: a@example.com\r\nX: ${"y".repeat(100_000)}` },
  { what: "a body that is no mail at all", mail: "Hello, is this on?" },
  { what: "nothing but line breaks", mail: "\r\n\r\n\r\n" },
  {
    what: "a NUL in the subject and in the words",
    mail: "From: a@example.com\r\nSubject: a\0b\r\n\r\nc\0d",
    subject: /^ab$/,
    words: /^cd$/,
  },
  {
    what: "a line break hidden in an encoded word",
    mail: `${head("X-A: =?utf-8?Q?=0D=0ABcc:_x@example.com?=\r\n")}x`,
    words: /^x$/,
  },
  {
    what: "a subject that tries to be a header of its own",
    mail: "From: a@example.com\r\nSubject: =?utf-8?Q?hello=0D=0ABcc:_all@example.com?=\r\n\r\nx",
    subject: /^hello Bcc: all@example\.com$/,
  },
  {
    what: "encoded words cut in the middle of a letter",
    mail: "From: a@example.com\r\nSubject: =?utf-8?Q?Gr=C3?= =?utf-8?Q?=BC=C3=9Fe?=\r\n\r\nx",
    subject: /^Grüße$/,
  },
  {
    what: "encoded words in no known letters or encoding",
    mail: "From: a@example.com\r\nSubject: =?nonsense?Z?abc?= =?utf-8?X?abc?=\r\n\r\nx",
  },
  {
    what: "file names in pieces, out of order (RFC 2231)",
    mail: multipart(
      "b",
      "--b\r\nContent-Type: application/pdf; name*1=two.pdf; name*0=one\r\nContent-Disposition: attachment; filename*1*=%C3; filename*0*=utf-8''a%\r\n\r\nx\r\n--b--",
    ),
  },
  {
    what: "the same boundary inside itself",
    mail: multipart("b", "--b\r\nContent-Type: multipart/mixed; boundary=b\r\n\r\n--b\r\n\r\ninner\r\n--b--\r\n--b--"),
  },
  {
    what: "a boundary that begins like another",
    mail: multipart("aa", "--aa\r\nContent-Type: multipart/mixed; boundary=a\r\n\r\n--a\r\n\r\nx\r\n--a--\r\n--aa--"),
    words: /x/,
  },
  { what: "a boundary that is empty", mail: multipart('""', "--\r\n\r\nx\r\n----") },
  {
    what: "a boundary of letters that mean something elsewhere",
    mail: multipart('"(.*+)$[^"', "--(.*+)$[^\r\n\r\nx\r\n--(.*+)$[^--"),
  },
  { what: "no closing boundary", mail: multipart("b", "--b\r\n\r\nfirst\r\n--b\r\n\r\nsecond"), words: /second/ },
  {
    what: "nested a thousand deep",
    mail: Array.from(
      { length: 1000 },
      (_, n) => `Content-Type: multipart/mixed; boundary=b${n}\r\n\r\n--b${n}\r\n`,
    ).join(""),
  },
  {
    what: "mails within mails",
    mail: `${head()}x`.concat(
      ..."x"
        .repeat(50)
        .split("")
        .map(() => `\r\nContent-Type: message/rfc822\r\n\r\n${head()}`),
    ),
  },
  { what: "base64 that is none", mail: `${head("Content-Transfer-Encoding: base64\r\n")}!!!!====\0\xff@@@@` },
  {
    what: "quoted-printable cut off",
    mail: `${head("Content-Type: text/plain; charset=utf-8\r\nContent-Transfer-Encoding: quoted-printable\r\n")}Gr=C3=BC=\r\n=C3=9Fe=`,
    words: /^Grüße/,
  },
  {
    what: "an encoding that does not exist",
    mail: `${head("Content-Transfer-Encoding: x-uuencode\r\n")}x`,
    words: /x/,
  },
  {
    what: "two senders, two subjects, two types",
    mail: "From: a@example.com\r\nFrom: b@example.com\r\nSubject: one\r\nSubject: two\r\nContent-Type: text/plain\r\nContent-Type: text/html\r\n\r\nx",
  },
  {
    what: "an address inside a name",
    mail: 'From: "ceo@bank.example" <thief@example.com>\r\nSubject: x\r\n\r\nx',
    from: "thief@example.com",
  },
  { what: "a sender that is a group of nobody", mail: "From: undisclosed-recipients:;\r\n\r\nx", words: /^x$/ },
  {
    what: "an address in letters of the world (RFC 6532)",
    mail: "From: Jörg <jörg@münchen.example>\r\nSubject: Grüße\r\n\r\nx",
    from: "jörg@münchen.example",
  },
  {
    what: "markup without an end",
    mail: `${head("Content-Type: text/html\r\n")}<p>seen<div <a href="${"<".repeat(5000)}`,
    words: /seen/,
  },
  { what: "markup of nothing but openings", mail: head("Content-Type: text/html\r\n") + "<blockquote>".repeat(50_000) },
  {
    what: "script in every disguise",
    mail: `${head("Content-Type: text/html\r\n")}<scr<script>ipt>alert(1)</script><img src=x onerror=alert(1)><svg/onload=alert(1)>ok`,
  },
  {
    what: "a report about nothing",
    mail: "From: <>\r\nContent-Type: multipart/report; boundary=b\r\n\r\n--b\r\nContent-Type: message/delivery-status\r\n\r\n\r\n--b--",
  },
  {
    what: "a report that claims a status of its own making",
    mail: "From: <>\r\nContent-Type: multipart/report; boundary=b\r\n\r\n--b\r\nContent-Type: message/delivery-status\r\n\r\nAction: failed\r\nFinal-Recipient: ;;;<>\r\nStatus: 9.9.9.9\r\nDiagnostic-Code: x\r\n--b--",
  },
  {
    what: "a message id without an end",
    mail: `From: a@example.com\r\nMessage-ID: <${"a".repeat(50_000)}\r\nReferences: ${"<x@y> ".repeat(20_000)}\r\n\r\nx`,
  },
  {
    what: "UTF-16 and UTF-7",
    mail: Buffer.concat([
      Buffer.from(head("Content-Type: text/plain; charset=utf-16le\r\n")),
      Buffer.from("hi", "utf16le"),
    ]),
  },
  {
    what: "a date in the year 275761",
    mail: "From: a@example.com\r\nDate: Tue, 1 Jan 275761 00:00:00 +9999\r\n\r\nx",
    words: /^x$/,
  },
  {
    what: "reading direction turned round",
    mail: `From: a@example.com\r\nSubject: invoice\u202efdp.exe\r\n\r\nx`,
    subject: /^invoicefdp\.exe$/,
  },
];
