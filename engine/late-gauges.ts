import { setTimeout as sleep } from "node:timers/promises";
import { Gauge } from "prom-client";
import type { Instant } from "#base/instant.ts";
import type { Database } from "#engine/db/database.ts";
import { duties, type Lateness, lateness } from "./lateness.ts";
import { metrics } from "./metrics.ts";

// Whoever scrapes waits no longer than this for the database, also when it hangs.
const patienceMs = 3_000;

const names = {
  up: "truepenny_database_up",
  late: "truepenny_late_seconds",
  due: "truepenny_due",
  waiting: "truepenny_messages_waiting",
  oldest: "truepenny_oldest_waiting_message_seconds",
};

/**
 * Shows on /metrics whether anybody is being let down right now. All are asked for when somebody looks; while the
 * database is away only `truepenny_database_up` says so, and the rest says nothing rather than something old. The
 * answered function takes the gauges away again.
 */
export function showLateness(db: Database, now: () => Instant): () => void {
  let looking: Promise<Lateness | null> | null = null;
  const look = () => {
    looking ??= Promise.race([lateness(db, now()), sleep(patienceMs, null, { ref: false })])
      .catch(() => null)
      .finally(() => {
        looking = null;
      });
    return looking;
  };
  const gauge = (
    name: string,
    help: string,
    set: (own: Gauge, seen: Lateness | null) => void,
    labels: string[] = [],
  ) => {
    metrics.removeSingleMetric(name);
    const collect = async function (this: Gauge) {
      this.reset();
      set(this, await look());
    };
    return new Gauge({ name, help, labelNames: labels, registers: [metrics], collect });
  };

  const made = [
    gauge(names.up, "1 when the database answers, 0 when it does not.", (own, seen) => own.set(seen ? 1 : 0)),
    gauge(
      names.late,
      "By how much the most overdue is late: rings, mail and pushes to members, messages, words that arrived.",
      (own, seen) => perDuty(own, seen, ({ lateSeconds }) => lateSeconds),
      ["duty"],
    ),
    gauge(
      names.due,
      "How many are due and not done yet, counted to 10000.",
      (own, seen) => perDuty(own, seen, ({ count }) => count),
      ["duty"],
    ),
    gauge(names.waiting, "How many messages wait to be sent, counted to 10000.", (own, seen) => {
      if (seen) own.set(seen.waiting.count);
      else own.remove();
    }),
    gauge(names.oldest, "How long ago the oldest message that still waits was written.", (own, seen) => {
      if (seen) own.set(seen.waiting.oldestSeconds);
      else own.remove();
    }),
  ];
  return () => {
    for (const [place, name] of Object.values(names).entries()) {
      if (metrics.getSingleMetric(name) === made[place]) metrics.removeSingleMetric(name);
    }
  };
}

function perDuty(own: Gauge, seen: Lateness | null, of: (due: Lateness["due"]["ring"]) => number): void {
  if (seen) for (const duty of duties) own.set({ duty }, of(seen.due[duty]));
}
