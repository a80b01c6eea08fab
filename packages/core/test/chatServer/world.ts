import type { ServerResponse } from 'node:http'
import type { Socket } from 'node:net'
import type { Operation, Session, Unanswered } from '@crm-chat/protocol'

/** Settings of one test's proxy. */
export interface WorldSettings {
  /** The user, or null for an older proxy, which names the user in its session only. */
  userId: string | null
  unanswered: Unanswered
  capabilities: Session['capabilities']
  /** `silent`: the stream is held back by something on the way. `reset`: it is cut before anything came. */
  stream: 'open' | 'silent' | 'reset'
  /** Responses in place of the operation's own. */
  answers: Partial<Record<Operation, OwnAnswer>>
  /** Life of a minted link, or null where the vendor names no end. */
  expiresInMs: number | null
  /** Origin in place of the link's own. */
  origin: string | null
  frame: FrameKind
  /** What becomes of requests for the vendor's page that are no frame's. `hangs`: they get no response until it is `resets`. */
  check: 'likeTheFrame' | 'hangs' | 'resets'
  /** Address that links lead to, in place of this world's own page. */
  link: string | null
  /** Finding of the proxy's look at a link. */
  look: string | null
  /** Offset of the responses' `Date` from the real time. */
  clockOffsetMs: number
}

/** Behaviour of the vendor's page. */
export type FrameKind =
  | 'loads'
  | 'hangs'
  | 'resets'
  | 'fails'
  | 'refusesFraming'
  | 'refusesAncestors'
  | 'empty'
  | 'download'
  /** Sends its first bytes, and the rest never. */
  | 'slow'

/** A response made by a test. */
export interface OwnAnswer {
  status: number
  body: string
  contentType?: string
  headers?: Record<string, string>
  /** Never responds. */
  hangs?: boolean
}

/** A request that reached the server. */
export interface SeenRequest {
  operation: string
  method: string
  headers: Record<string, string | string[] | undefined>
  body: string
}

/** One test's proxy and vendor. */
export interface World {
  settings: WorldSettings
  requests: SeenRequest[]
  streams: Set<ServerResponse>
  /** The most streams that were open at once. */
  mostStreams: number
  /** Streams of loaded frames, which carry the test's orders to post messages. */
  frames: Set<ServerResponse>
  frameLoads: string[]
  /** Requests for the vendor's page that are no frame's. */
  linkChecks: string[]
  /** Connections of those that hang. */
  hangingChecks: Set<Socket>
  minted: number
}

/** Makes a world without failures and with nothing unanswered. */
export function createWorld(): World {
  return {
    settings: {
      userId: '7',
      unanswered: { status: 'live', count: 0, tone: null, epoch: 1, seq: 1, at: '2026-01-02T03:04:05.000Z' },
      capabilities: ['window', 'cardWindow', 'unanswered', 'events'],
      stream: 'open',
      answers: {},
      expiresInMs: null,
      origin: null,
      frame: 'loads',
      check: 'likeTheFrame',
      link: null,
      look: null,
      clockOffsetMs: 0,
    },
    requests: [],
    streams: new Set(),
    mostStreams: 0,
    frames: new Set(),
    frameLoads: [],
    linkChecks: [],
    hangingChecks: new Set(),
    minted: 0,
  }
}
