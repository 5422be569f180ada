/** Chance that is the same for the same seed (mulberry32). */
export function dice(seed: number): (below: number) => number {
  let state = seed >>> 0;
  return (below) => {
    state = (state + 0x6d2b79f5) >>> 0;
    let mixed = Math.imul(state ^ (state >>> 15), state | 1);
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61);
    return ((mixed ^ (mixed >>> 14)) >>> 0) % below;
  };
}

const scraps = [
  ...[
    "\r\n",
    "\n",
    "\r",
    "\0",
    "--b",
    "--b--",
    "--",
    "=?utf-8?B?",
    "?=",
    "=",
    "=\r\n",
    "<",
    ">",
    '"',
    "(",
    ")",
    ";",
    ":",
    ",",
  ],
  ...[
    "Content-Type: multipart/mixed; boundary=b\r\n",
    "Content-Type: message/rfc822\r\n",
    "Content-Type: text/html\r\n",
  ],
  ...[
    "Content-Transfer-Encoding: base64\r\n",
    "Content-Transfer-Encoding: quoted-printable\r\n",
    "\r\n\r\n",
    "Subject: ",
  ],
  ...[
    "charset=utf-16",
    "charset=iso-2022-kr",
    "boundary=",
    "\xff\xfe",
    "\xc3",
    "\xed\xa0\x80",
    "\u202e",
    "From: ",
    "> ",
  ],
  ...[
    "Content-Type: message/delivery-status\r\n\r\n",
    "Action: failed\r\n",
    "<!--",
    "<script>",
    "<blockquote>",
    "&#0;",
    "&#xd800;",
  ],
];

/** One of these mails with some of its bytes taken out, doubled, swapped, or with scraps of syntax put between them. */
export function mangled(mails: readonly Buffer[], roll: (below: number) => number): Buffer {
  let mail = mails[roll(mails.length)] ?? Buffer.alloc(0);
  for (let times = 1 + roll(8); times > 0; times--) {
    const at = roll(mail.length + 1);
    const end = Math.min(mail.length, at + roll(roll(2) ? 8 : 200));
    const [before, cut, rest] = [mail.subarray(0, at), mail.subarray(at, end), mail.subarray(end)];
    const other = mails[roll(mails.length)] ?? cut;
    const from = roll(other.length + 1);
    const put = [
      () => Buffer.alloc(0),
      () => Buffer.concat([cut, cut, cut]),
      () => Buffer.from(scraps[roll(scraps.length)] ?? "", roll(2) ? "latin1" : "utf8"),
      () => Buffer.from(cut).reverse(),
      () => Buffer.from(cut.map((byte) => byte ^ (1 << roll(8)))),
      () => other.subarray(from, from + roll(400)),
      () => Buffer.concat(Array.from({ length: 1 + roll(50) }, () => Buffer.from(scraps[roll(scraps.length)] ?? ""))),
    ];
    mail = Buffer.concat([before, put[roll(put.length)]?.() ?? cut, rest]).subarray(0, 200_000);
  }
  return mail;
}
