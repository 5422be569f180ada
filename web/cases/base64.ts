// More arguments at once than this overflow the stack of some browsers.
const atOnce = 8192;

/** The bytes of a part of a file, as JSON can carry them. */
export async function base64Of(part: Blob): Promise<string> {
  const bytes = new Uint8Array(await part.arrayBuffer());
  let letters = "";
  for (let at = 0; at < bytes.length; at += atOnce) letters += String.fromCharCode(...bytes.subarray(at, at + atOnce));
  return btoa(letters);
}
