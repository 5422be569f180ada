import { readdirSync, readFileSync, renameSync, rmSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { brotliCompressSync, constants, gzipSync } from "node:zlib";
import react from "@vitejs/plugin-react";
import { defineConfig, type Plugin } from "vite";

const runtime = join(import.meta.dirname, ".runtime");
const draft = join(runtime, "web.new");
const built = join(runtime, "web");

/** The staff's app: `npm start` builds it into `.runtime/web` when its sources changed; `vite` alone serves it for work on it. */
export default defineConfig({
  root: "web",
  plugins: [react(), onlyForBrowsers(), finish()],
  build: {
    outDir: draft,
    emptyOutDir: true,
    target: ["chrome123", "firefox121", "safari17.5"],
    cssCodeSplit: false,
    assetsInlineLimit: 0,
    modulePreload: { polyfill: false },
    rolldownOptions: {
      input: { index: join(import.meta.dirname, "web/index.html"), worker: join(import.meta.dirname, "web/worker.ts") },
      output: {
        entryFileNames: ({ name }) => (name === "worker" ? "worker.js" : "assets/[name]-[hash].js"),
        // What every screen needs is one file, and what Today adds another, so that a screen is one request more and not ten.
        codeSplitting: {
          groups: [
            { name: "desk", test: isOnEveryScreen, includeDependenciesRecursively: true, priority: 2 },
            { name: "today", test: isOnToday, includeDependenciesRecursively: true, priority: 1 },
          ],
        },
      },
    },
  },
  server: { proxy: { "/api": "http://localhost:3000" } },
});

function isOnEveryScreen(file: string): boolean {
  const isOurs = /\/web\/(?:(?:ui|desk|frame)\/(?!plot|sentences-|held-at)|main\.tsx|routes\.tsx|installed\.ts)/.test(
    file,
  );
  return isOurs || /rolldown\/runtime|\/node_modules\/(?:react|react-dom|scheduler|@tanstack)\//.test(file);
}

/** With what its lines need, which other screens show as well. */
function isOnToday(file: string): boolean {
  return /\/web\/(?:today\/|promises\/acts\/(?:line-acts|words)|messages\/words)/.test(file);
}

/** A screen that would need Node in the browser is a mistake of the one who wrote the import: name it. */
function onlyForBrowsers(): Plugin {
  return {
    name: "only-for-browsers",
    enforce: "pre",
    resolveId(source, importer) {
      if (source.startsWith("node:")) this.error(`${importer} needs ${source}, which no browser has`);
    },
  };
}

/** Tells the worker what to keep, writes each file compressed beside it, and takes the place of the build before. */
function finish(): Plugin {
  return {
    name: "finish",
    apply: "build",
    closeBundle() {
      const files = filesBelow(draft);
      const shell = files
        .filter((file) => /\.(?:js|css)$/.test(file) || /latin-wght/.test(file))
        .map((file) => `/${file}`);
      const worker = join(draft, "worker.js");
      const kept = JSON.stringify(shell.filter((file) => file !== "/worker.js"));
      writeFileSync(
        worker,
        readFileSync(worker, "utf8").replace(/["'`]__SHELL__["'`]/, () => kept),
      );
      for (const file of files.filter((name) => /\.(?:js|css|html|svg|webmanifest)$/.test(name)))
        compress(join(draft, file));
      rmSync(built, { recursive: true, force: true });
      renameSync(draft, built);
    },
  };
}

function compress(file: string): void {
  const bytes = readFileSync(file);
  const params = { [constants.BROTLI_PARAM_QUALITY]: constants.BROTLI_MAX_QUALITY };
  writeFileSync(`${file}.br`, brotliCompressSync(bytes, { params }));
  writeFileSync(`${file}.gz`, gzipSync(bytes, { level: 9 }));
}

function filesBelow(folder: string): string[] {
  const entries = readdirSync(folder, { withFileTypes: true, recursive: true }).filter((entry) => entry.isFile());
  return entries.map((entry) => join(entry.parentPath, entry.name).slice(folder.length + 1)).sort();
}
