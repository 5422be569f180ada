import { parseArgs } from "node:util";
import { readConfig } from "#engine/config.ts";
import { startHouse } from "#main.ts";

// Whoever has not finished by then, once the doors close, is cut off; a supervisor would do it less kindly.
const patienceMs = 20_000;

const help = `truepenny serve: starts the house and answers until it is stopped

  --port <number>   instead of PORT or 3000
  --host <address>  instead of HOST or 127.0.0.1; 0.0.0.0 answers the whole network
  --data <folder>   instead of TRUEPENNY_DATA or ./data
`;

export const serveCommand = { name: "serve", summary: "Starts the house and answers until it is stopped", run: serve };

/** Prints one line, `ready <address>`, when the house answers. Resolves with the exit code once it has stopped. */
export async function serve(args: string[]): Promise<number> {
  const options = { port: text, host: text, data: text, help: { type: "boolean" } } as const;
  const { values } = parseArgs({ args, options });
  if (values.help) {
    process.stdout.write(help);
    return 0;
  }
  const told = stopSignal();
  const given = { PORT: values.port, HOST: values.host, TRUEPENNY_DATA: values.data };
  const set = Object.fromEntries(Object.entries(given).filter(([, value]) => value !== undefined));
  const config = readConfig({ ...process.env, ...set });
  const house = await startHouse(config);
  process.stdout.write(`ready ${house.url}\n`);
  await told;
  setTimeout(() => process.exit(1), config.drainSeconds * 1000 + patienceMs).unref();
  await house.stop();
  return 0;
}

const text = { type: "string" } as const;

/** Resolves at the first signal to stop; a second one ends the process at once. */
function stopSignal(): Promise<void> {
  return new Promise((resolve) => {
    let isAsked = false;
    for (const signal of ["SIGINT", "SIGTERM", "SIGHUP"] as const) {
      process.on(signal, () => {
        if (isAsked) process.exit(1);
        isAsked = true;
        resolve();
      });
    }
  });
}
