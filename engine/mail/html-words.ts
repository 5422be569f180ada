/**
 * The words of an HTML mail. No markup of a stranger ever enters the house: what is shown is always text, so nothing in
 * it can run, load, or dress up as ours. One pass, no backtracking: its time grows with its length and no more.
 */
export function wordsOfHtml(html: string): string {
  const written = new Written();
  let at = 0;
  while (at < html.length) {
    const open = html.indexOf("<", at);
    written.text(decoded(html.slice(at, open < 0 ? html.length : open)));
    if (open < 0) break;
    at = tagAt(html, open, written);
  }
  return written.done();
}

const silent = new Set(["script", "style", "head", "title", "template", "noscript", "svg", "math", "object", "iframe"]);
const blocks = new Set(
  "address article aside div dl dd dt fieldset figure footer form h1 h2 h3 h4 h5 h6 header hr main nav ol p pre section table tr ul".split(
    " ",
  ),
);

/** Reads the tag that begins here, and gives where reading goes on. */
function tagAt(html: string, open: number, written: Written): number {
  if (html.startsWith("<!--", open)) return after(html, "-->", open + 4);
  if (!/[a-zA-Z/!?]/.test(html[open + 1] ?? "")) {
    written.text("<");
    return open + 1;
  }
  const close = endOfTag(html, open);
  const [, slash, written_ = ""] = /^<(\/?)([a-zA-Z][a-zA-Z0-9]{0,30})/.exec(html.slice(open, open + 40)) ?? [];
  const name = written_.toLowerCase();
  const isEnd = slash === "/";
  if (silent.has(name) && !isEnd) return afterSilent(html, name, close);
  if (name === "br") written.newLine();
  else if (name === "li" && !isEnd) written.item();
  else if (name === "td" || name === "th") written.text(" ");
  else if (name === "blockquote") written.quote(isEnd ? -1 : 1);
  else if (blocks.has(name)) written.newLine(name === "p" ? 2 : 1);
  else if (name === "img") written.text(decoded(attribute(html.slice(open, close), "alt")));
  else if (name === "a") written.link(isEnd ? null : decoded(attribute(html.slice(open, close), "href")));
  return close;
}

/** A ">" inside quotes is none, unless the quotes never end. */
function endOfTag(html: string, open: number): number {
  const longest = Math.min(html.length, open + 20_000);
  let quote = "";
  for (let at = open + 1; at < longest; at++) {
    const char = html[at] ?? "";
    if (quote !== "") quote = char === quote ? "" : quote;
    else if (char === '"' || char === "'") quote = char;
    else if (char === ">") return at + 1;
  }
  return after(html, ">", open);
}

function afterSilent(html: string, name: string, from: number): number {
  const close = new RegExp(`</${name}\\b`, "gi");
  close.lastIndex = from;
  const found = close.exec(html);
  return found ? after(html, ">", found.index) : html.length;
}

function after(html: string, mark: string, from: number): number {
  const at = html.indexOf(mark, from);
  return at < 0 ? html.length : at + mark.length;
}

function attribute(tag: string, name: string): string {
  const found = new RegExp(`\\s${name}\\s{0,9}=\\s{0,9}(?:"([^"]{0,2000})"|'([^']{0,2000})'|([^\\s"'>]{1,2000}))`, "i");
  const [, double, single, bare] = found.exec(tag.slice(0, 20_000)) ?? [];
  return double ?? single ?? bare ?? "";
}

/** Text as it grows: white space folded, lines of what is quoted marked as mail programs do. */
class Written {
  #lines: string[] = [];
  #pieces: string[] = [];
  #endsInSpace = true;
  #depth = 0;
  #href: string | null = null;
  #linkFrom = 0;

  text(text: string): void {
    const folded = text.replace(/[ \t\r\n\f]+/g, " ");
    this.#put(this.#endsInSpace ? folded.replace(/^ /, "") : folded);
  }

  newLine(least = 1): void {
    this.#flush();
    if (least > 1 && this.#lines.at(-1) !== this.#mark()) this.#lines.push(this.#mark());
  }

  item(): void {
    this.newLine();
    this.#put("- ");
  }

  quote(change: 1 | -1): void {
    this.#flush();
    this.#depth = Math.min(Math.max(0, this.#depth + change), 20);
  }

  /** A link says where it leads, where its words do not: a stranger's words could say anything. */
  link(href: string | null): void {
    if (href !== null) {
      this.#href = href;
      this.#linkFrom = this.#pieces.length;
      return;
    }
    const said = this.#pieces.slice(this.#linkFrom).join("").trim();
    const where = this.#href?.trim() ?? "";
    this.#linkFrom = this.#pieces.length;
    if (/^https?:\/\/\S{1,1000}$/i.test(where) && said !== where) this.text(` <${where}>`);
    this.#href = null;
  }

  done(): string {
    this.#flush();
    return this.#lines.join("\n").trim();
  }

  #flush(): void {
    const line = this.#pieces.join("");
    if (line.trim() !== "") this.#lines.push(this.#mark() + line.trimEnd());
    this.#pieces = [];
    this.#endsInSpace = true;
    this.#linkFrom = 0;
  }

  /** In pieces: a text that grows letter by letter and is looked at each time takes its length squared. */
  #put(text: string): void {
    if (text === "") return;
    this.#pieces.push(text);
    this.#endsInSpace = text.endsWith(" ");
  }

  #mark(): string {
    return this.#depth === 0 ? "" : `${">".repeat(this.#depth)} `;
  }
}

const named: Record<string, string> = {
  ...{ amp: "&", lt: "<", gt: ">", quot: '"', apos: "'", nbsp: " ", ensp: " ", emsp: " ", thinsp: " ", shy: "" },
  ...{ zwnj: "", zwj: "", hellip: "…", ndash: "–", mdash: "—", lsquo: "‘", rsquo: "’", sbquo: "‚", ldquo: "“" },
  ...{ rdquo: "”", bdquo: "„", laquo: "«", raquo: "»", bull: "•", middot: "·", euro: "€", pound: "£", yen: "¥" },
  ...{ cent: "¢", copy: "©", reg: "®", trade: "™", deg: "°", sect: "§", para: "¶", plusmn: "±", times: "×" },
  ...{ divide: "÷", frac12: "½", frac14: "¼", frac34: "¾", sup2: "²", sup3: "³", micro: "µ", iexcl: "¡", iquest: "¿" },
  ...{ Auml: "Ä", auml: "ä", Ouml: "Ö", ouml: "ö", Uuml: "Ü", uuml: "ü", szlig: "ß", Euml: "Ë", euml: "ë", iuml: "ï" },
  ...{
    Agrave: "À",
    agrave: "à",
    Aacute: "Á",
    aacute: "á",
    Acirc: "Â",
    acirc: "â",
    atilde: "ã",
    aring: "å",
    Aring: "Å",
  },
  ...{ AElig: "Æ", aelig: "æ", Ccedil: "Ç", ccedil: "ç", Egrave: "È", egrave: "è", Eacute: "É", eacute: "é" },
  ...{ ecirc: "ê", igrave: "ì", Iacute: "Í", iacute: "í", icirc: "î", Ntilde: "Ñ", ntilde: "ñ", ograve: "ò" },
  ...{ Oacute: "Ó", oacute: "ó", ocirc: "ô", otilde: "õ", Oslash: "Ø", oslash: "ø", ugrave: "ù", Uacute: "Ú" },
  ...{ uacute: "ú", ucirc: "û", yacute: "ý", yuml: "ÿ", oelig: "œ", OElig: "Œ", scaron: "š", Scaron: "Š" },
};

function decoded(text: string): string {
  if (!text.includes("&")) return text;
  return text.replace(/&(?:#(\d{1,7})|#x([0-9a-f]{1,6})|([a-z][a-z0-9]{1,7}));?/gi, (whole, decimal, hex, name) => {
    if (name !== undefined) return Object.hasOwn(named, name) ? (named[name] ?? whole) : whole;
    const code = decimal === undefined ? Number.parseInt(hex, 16) : Number(decimal);
    return code > 0 && code <= 0x10ffff ? String.fromCodePoint(code).toWellFormed() : "";
  });
}
