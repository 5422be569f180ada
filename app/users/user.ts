/**
 * Users: how the people of a house come in. A user signs in, by password, passkey or another house's word, and is a member
 * of one workspace or several; what they may do there is the member's role and no business of theirs.
 */

const browsers: [mark: RegExp, name: string][] = [
  [/\bEdg(?:A|iOS)?\//, "Edge"],
  [/\bOPR\//, "Opera"],
  [/\bSamsungBrowser\//, "Samsung Internet"],
  [/\b(?:Firefox|FxiOS)\//, "Firefox"],
  [/\b(?:Chrome|CriOS|HeadlessChrome)\//, "Chrome"],
  [/\bSafari\//, "Safari"],
];

const systems: [mark: RegExp, name: string][] = [
  [/\biPhone\b/, "iPhone"],
  [/\biPad\b/, "iPad"],
  [/\bAndroid\b/, "Android"],
  [/\bWindows\b/, "Windows"],
  [/\bMac OS X\b/, "Mac"],
  [/\bCrOS\b/, "Chromebook"],
  [/\bLinux\b/, "Linux"],
];

/** The device of a session as people know it, "Firefox, Windows"; null where the browser does not say. */
export function deviceOf(userAgent: string | null): string | null {
  const named = [browsers, systems].map((marks) => marks.find(([mark]) => mark.test(userAgent ?? ""))?.[1]);
  return named.filter(Boolean).join(", ") || null;
}
