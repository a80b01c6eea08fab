/** A channel that is being connected: enough to go on after the page was loaded again, and nothing secret. */
export interface KeptConnection {
  transport: string
  /** Absent until the vendor has made it. */
  channelId?: string | undefined
  /** True once the user has started it. */
  isStarted?: boolean | undefined
  /** Channels that were there before, where the vendor's window makes the new one. */
  known?: string[] | undefined
}

/** Place that keeps one connection. */
export interface ConnectionKeeper {
  read: () => KeptConnection | undefined
  /** Keeps it in place of the one before; undefined forgets that. */
  write: (kept: KeptConnection | undefined) => void
}

/** Parameters of {@link keepConnection}. */
export interface KeepConnectionParameters {
  endpoint: string
  userId: string | undefined
  /** @default sessionStorage */
  storage?: Pick<Storage, 'getItem' | 'setItem' | 'removeItem'> | undefined
}

/** Keeps the connection of a tab in its storage. Where the page may store nothing, it is kept nowhere. */
export function keepConnection({ endpoint, userId = '', storage }: KeepConnectionParameters): ConnectionKeeper {
  const key = `crm-chat connection ${endpoint} ${userId}`
  return {
    read() {
      try {
        return parse((storage ?? sessionStorage).getItem(key))
      } catch {
        return undefined // The page may not read, or the text is not ours.
      }
    },
    write(kept) {
      try {
        if (kept) (storage ?? sessionStorage).setItem(key, JSON.stringify(kept))
        else (storage ?? sessionStorage).removeItem(key)
      } catch {
        // A page that may store nothing begins again when it is loaded again.
      }
    },
  }
}

function parse(text: string | null): KeptConnection | undefined {
  const { transport, channelId, isStarted, known } = Object(JSON.parse(text ?? 'null'))
  if (typeof transport !== 'string') return undefined
  return {
    transport,
    ...(typeof channelId === 'string' && { channelId }),
    ...(isStarted === true && { isStarted }),
    ...(Array.isArray(known) && { known: known.filter((id) => typeof id === 'string') }),
  }
}
