import { collectDefaultMetrics, Histogram, Registry } from "prom-client";

/** What the process counts about itself, shown on /metrics. A gauge of another part registers itself here. */
export const metrics = new Registry();
collectDefaultMetrics({ register: metrics });

export const requestSeconds = new Histogram({
  name: "truepenny_request_seconds",
  help: "How long requests took, by method, route and status.",
  labelNames: ["method", "route", "status"],
  buckets: [0.002, 0.005, 0.01, 0.025, 0.05, 0.1, 0.25, 0.5, 1, 2.5, 10],
  registers: [metrics],
});
