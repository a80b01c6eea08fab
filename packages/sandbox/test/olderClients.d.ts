/** Version 2 has no types, and the exports of 4.1.3 hide its types. */
declare module 'socket.io-client-2' {
  export const connect: OlderConnect
}

declare module 'socket.io-client-4.1' {
  export const io: OlderConnect
}

interface OlderSocket {
  on(event: string, listener: (data: unknown) => void): unknown
  emit(event: string, data: unknown): unknown
  disconnect(): unknown
}

type OlderConnect = (url: string, options?: { forceNew?: boolean }) => OlderSocket
