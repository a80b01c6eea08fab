import type { Endpoint, Vendor } from '@crm-chat/vendors/endpoints'

/** One request that is sent to both sides, and how the responses are compared. */
export interface Probe {
  /** Words for the report; each vendor's probes have different ones. */
  title: string
  /** Route, which the guard knows. */
  endpoint: Endpoint
  /** Parts of the request, from earlier responses of the same side. @returns a reason if it cannot be sent */
  build?: (side: SideState) => ProbeRequest | Skipped
  /** Credential of the request. @default 'own' */
  credential?: CredentialKind
  /** True to compare if lists are empty: the request decides it, not the data. @default false */
  comparesEmptiness?: boolean
}

/** Credential of a request: the account's key as usual, a wrong one, none, or the account's key in the other scheme. */
export type CredentialKind = 'own' | 'wrong' | 'none' | 'basic'

/** Parts of a request. */
export interface ProbeRequest {
  params?: Record<string, string>
  query?: Record<string, string>
  /** Sent as JSON. */
  body?: unknown
  /** Appends a slash to the path. */
  trailingSlash?: boolean
}

/** Reason why a probe is not sent to one side. */
export interface Skipped {
  skipped: string
}

/** A conversation with a socket, whose frames are compared. */
export interface SocketProbe {
  title: string
  /** Holds the conversation; opening a socket goes through the same exit as requests. */
  converse: (parameters: {
    side: SideState
    open: OpenSocket
    /** Sends a request meanwhile. @returns the JSON body of its response */
    request: (endpoint: Endpoint, request: ProbeRequest) => Promise<unknown>
    /** Time after which a socket counts as silent. */
    quietMs: number
  }) => Promise<unknown>
}

/** Opens a WebSocket below one of the side's addresses. */
export type OpenSocket = (parameters: {
  /** Path and query, e.g. `/ws`. */
  path: string
  /** Address; one of another domain is refused. @default the side's */
  baseUrl?: string
}) => ProbeSocket

/** A WebSocket of texts. */
export interface ProbeSocket {
  send: (text: string) => void
  /** Next text, or the reason why there is none. */
  next: (timeoutMs: number) => Promise<{ text: string } | { end: SocketEnd }>
  close: () => void
}

/** End of a conversation: a close code, a refused upgrade, or silence. */
export type SocketEnd = { closed: number } | { refused: number } | 'silent' | 'unreachable'

/** Knowledge about one side, from earlier responses. */
export interface SideState {
  key: string
  /** Address of the API. */
  baseUrl: string
  /** Another address of the service, e.g. `counters`; the API's own unless it is the vendor's real one. */
  otherUrl: (name: string) => string
  /** The only phone number that may be written to; none if nothing is sent. */
  sendTo: string | undefined
  /** JSON body of an earlier probe's response, by its title. */
  answer: (title: string) => unknown
}

/** Everything that is specific to one vendor's API. */
export interface VendorProbes {
  vendor: Vendor
  /** Address of the real service; none where every customer has their own. */
  baseUrl: string | undefined
  /** Header that carries a key. */
  toHeaders: (key: string, kind: CredentialKind) => Record<string, string>
  /** Read-only requests and ones that are certain to be refused. */
  reads: (Probe | SocketProbe)[]
  /** Requests that write to the number of `sendTo` only. */
  sends: (Probe | SocketProbe)[]
  rules: Rule[]
  /** Paths of the sockets. */
  socketPaths: string[]
  /** Further addresses of the real service, beside {@link VendorProbes.baseUrl}. */
  otherUrls: Record<string, string>
  /** Ids in a response that belong to the number which may be written to: of its contact, or of messages to it. */
  learns: (parameters: { endpoint: Endpoint; answer: unknown; sendTo: string }) => string[]
}

/** A request that the guard lets through; all others are refused. */
export interface Rule {
  endpoint: Endpoint
  /** True if this request is harmless. */
  allows: (request: GuardedRequest) => boolean
}

/** A request as the guard sees it. */
export interface GuardedRequest {
  params: Record<string, string>
  query: URLSearchParams
  /** Parsed JSON body; `undefined` without one. */
  body: unknown
  sendTo: string | undefined
  /** True for an id of a message or contact that belongs to `sendTo`: see {@link VendorProbes.learns}. */
  owns: (id: string) => boolean
}
