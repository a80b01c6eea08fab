/** Version 2 has no types of its own; those of 4.1.3 cannot be reached through its exports. */
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
