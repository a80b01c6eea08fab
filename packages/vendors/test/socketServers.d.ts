/** Socket.IO's server of its years up to 2020; it comes without types. Only what is used here. */
declare module 'socket.io-2' {
  import type { Server } from 'node:http'
  export const listen: (server: Server, options: object) => import('./startSocketServer.ts').SocketServer
}

/** Its types are where a resolver of today does not look. Only what is used here. */
declare module 'socket.io-4.1' {
  import type { Server as HttpServer } from 'node:http'
  export const Server: new (server: HttpServer, options: object) => import('./startSocketServer.ts').SocketServer
}
