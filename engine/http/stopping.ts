import type { Socket } from "node:net";
import { setTimeout as sleep } from "node:timers/promises";
import type { FastifyInstance } from "fastify";

/**
 * Closes the doors in order. First they stay open for `drainSeconds`, while /readyz says no (`isLeaving`) and every answer
 * ends its connection, so that whoever stands before us sends people elsewhere; what still comes is served. Then they
 * close as soon as the last request is answered. Node by itself would also wait for connections that a browser opened in
 * advance and never used, and for those that fall idle while we stop.
 */
export function closeInOrder(app: FastifyInstance, drainSeconds: number): { isLeaving: () => boolean } {
  const sockets = new Set<Socket>();
  let isLeaving = false;
  app.server.on("connection", (socket: Socket) => {
    sockets.add(socket);
    socket.once("close", () => sockets.delete(socket));
  });
  app.addHook("preClose", async () => {
    isLeaving = true;
    await sleep(drainSeconds * 1000);
    for (const socket of sockets) {
      if (socket.bytesRead === 0) socket.destroy();
    }
    Object.assign(app.server, { keepAliveTimeout: 1, keepAliveTimeoutBuffer: 0 });
  });
  return { isLeaving: () => isLeaving };
}
