import type { Socket } from "node:net";
import type { FastifyInstance } from "fastify";

/**
 * Lets the doors close as soon as the last request is answered. Node by itself would also wait for connections that a
 * browser opened in advance and never used, and for those that fall idle while we stop.
 */
export function closeSwiftly(app: FastifyInstance): void {
  const sockets = new Set<Socket>();
  app.server.on("connection", (socket: Socket) => {
    sockets.add(socket);
    socket.once("close", () => sockets.delete(socket));
  });
  app.addHook("preClose", async () => {
    for (const socket of sockets) {
      if (socket.bytesRead === 0) socket.destroy();
    }
    Object.assign(app.server, { keepAliveTimeout: 1, keepAliveTimeoutBuffer: 0 });
  });
}
