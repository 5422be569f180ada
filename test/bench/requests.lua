-- Sends the requests of a file (method, path and body, between tabs), one after the other and then again, each POST under
-- a key of its own. Says at the end what the figures were, as JSON.

local requests, sent, salt = {}, 0, ""
local headers = { ["Accept-Encoding"] = "gzip" }

function init(args)
  for line in io.lines(args[1]) do
    local method, path, body = line:match("^(%u+)\t(%S+)\t(.*)$")
    requests[#requests + 1] = { method = method, path = path, body = body }
  end
  if args[2] ~= "" then headers["Authorization"] = "Bearer " .. args[2] end
  math.randomseed(os.time())
  salt = string.format("%d-%d", os.time(), math.random(1, 1e9))
end

function request()
  sent = sent + 1
  local next = requests[(sent - 1) % #requests + 1]
  if next.body == "" then return wrk.format(next.method, next.path, headers) end
  headers["Content-Type"] = "application/json"
  headers["Idempotency-Key"] = salt .. "-" .. sent
  return wrk.format(next.method, next.path, headers, next.body)
end

function done(summary, latency)
  local errors = summary.errors
  local failed = errors.connect + errors.read + errors.write + errors.status + errors.timeout
  print(string.format('figures {"perSecond": %f, "p50Ms": %f, "p95Ms": %f, "p99Ms": %f, "failed": %d}',
    summary.requests / summary.duration * 1e6, latency:percentile(50) / 1000, latency:percentile(95) / 1000,
    latency:percentile(99) / 1000, failed))
end
