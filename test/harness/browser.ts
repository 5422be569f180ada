import { existsSync } from "node:fs";
import { type Browser, chromium } from "playwright-core";
import { unpackChromium } from "./bundled-chromium.ts";

const systemBrowsers = ["/usr/bin/chromium", "/usr/bin/chromium-browser", "/usr/bin/google-chrome"];

/** A headless browser for a test: the machine's own (or the one named in CHROMIUM), else the one that npm brought. */
export async function launchBrowser(): Promise<Browser> {
  const installed = [process.env.CHROMIUM, ...systemBrowsers].find((path) => path && existsSync(path));
  return installed ? launch(installed, {}) : launchBundled();
}

/** The browser that npm brought, whatever else the machine has. */
export async function launchBundled(): Promise<Browser> {
  const { program, environment } = await unpackChromium();
  return launch(program, environment);
}

function launch(executablePath: string, environment: Record<string, string>): Promise<Browser> {
  const env = { ...process.env, ...environment };
  return chromium.launch({ executablePath, env, args: flags });
}

const flags = [
  // The pages under test are our own, and Chromium's sandbox refuses root and most containers.
  "--no-sandbox",
  "--disable-gpu",
  "--disable-dev-shm-usage",
  "--no-first-run",
  // No word to anybody but the page under test.
  "--disable-quic",
  "--disable-background-networking",
  "--disable-component-update",
  "--disable-sync",
];
