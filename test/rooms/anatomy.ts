/** One text four times over, each as long as the whole, with everything that is not its own part blanked out. */
export type Anatomy = { code: string; strings: string; comments: string };

type Part = "code" | "strings" | "comments" | "pattern";
type Piece = { part: Part; from: number; to: number };

const inCode = /\/\/.*|\/\*[\s\S]*?(?:\*\/|$)|"(?:\\[\s\S]|[^"\\\n])*"?|'(?:\\[\s\S]|[^'\\\n])*'?|[`{}/]|[^`{}/"']+/y;
const inTemplate = /(?:\\[\s\S]|\$(?!\{)|[^\\`$])*(?:`|\$\{|$)/y;
const regularExpression = /\/(?:\\.|\[(?:\\.|[^\]\\\n])*\]|[^/\\\n[])+\/[a-z]*/y;
const beforeRegularExpression = /(?:^|[(,=:[!&|?{;>]|\breturn)\s*$/;

/** Splits TypeScript into code, strings and comments; quotes count as code, so an import is still seen as one. */
export function anatomy(text: string): Anatomy {
  const pieces = piecesOf(text);
  const only = (part: Part) => pieces.map((p) => show(text.slice(p.from, p.to), p.part === part)).join("");
  return { code: only("code"), strings: only("strings"), comments: only("comments") };
}

function piecesOf(text: string): Piece[] {
  const pieces: Piece[] = [];
  const templates: number[] = []; // for each open `${`, how many braces are open within it
  let at = 0;
  const take = (part: Part, length: number) => {
    if (length > 0) pieces.push({ part, from: at, to: at + length });
    at += length;
  };
  const takeTemplate = () => {
    const found = matchAt(inTemplate, text, at);
    const closing = found.endsWith("${") ? 2 : found.endsWith("`") ? 1 : 0;
    take("strings", found.length - closing);
    take("code", closing);
    if (closing === 2) templates.push(0);
  };
  while (at < text.length) {
    const found = matchAt(inCode, text, at);
    if (/^\/[/*]/.test(found)) take("comments", found.length);
    else if (/^["']/.test(found)) takeQuoted(found, take);
    else if (found === "/") takeSlash(text, at, take);
    else if (found === "}" && templates.at(-1) === 0) {
      templates.pop();
      take("code", 1);
      takeTemplate();
    } else {
      const depth = templates.pop();
      if (depth !== undefined) templates.push(depth + (found === "{" ? 1 : found === "}" ? -1 : 0));
      take("code", found.length);
      if (found === "`") takeTemplate();
    }
  }
  return pieces;
}

type Take = (part: Part, length: number) => void;

function takeQuoted(found: string, take: Take): void {
  const closing = found.length > 1 && found.endsWith(found.charAt(0)) ? 1 : 0;
  take("code", 1);
  take("strings", found.length - 1 - closing);
  take("code", closing);
}

function takeSlash(text: string, at: number, take: Take): void {
  const expects = beforeRegularExpression.test(text.slice(Math.max(0, at - 40), at));
  const pattern = expects ? matchAt(regularExpression, text, at) : "";
  if (pattern) take("pattern", pattern.length);
  else take("code", 1);
}

function matchAt(pattern: RegExp, text: string, at: number): string {
  pattern.lastIndex = at;
  return pattern.exec(text)?.[0] ?? "";
}

function show(text: string, visible: boolean): string {
  return visible ? text : text.replace(/[^\n]/g, " ");
}
