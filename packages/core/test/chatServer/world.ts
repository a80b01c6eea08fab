import type { ServerResponse } from 'node:http'
import type { Operation, Session, Unanswered } from '@crm-chat/protocol'

/** How one test's proxy behaves. */
export interface WorldSettings {
  unanswered: Unanswered
  capabilities: Session['capabilities']
  /** `silent`: the stream is held back by something on the way. `reset`: it is cut before anything came. */
  stream: 'open' | 'silent' | 'reset'
  /** Answers in place of the operation's own. */
  answers: Partial<Record<Operation, OwnAnswer>>
  /** Life of a minted link, or null where the vendor does not say. */
  expiresInMs: number | null
  /** Origin in place of the link's own. */
  origin: string | null
  frame: 'loads' | 'hangs'
  /** `Date` of the answers, off the real time by this much. */
  clockOffsetMs: number
}

/** An answer of the test's making. */
export interface OwnAnswer {
  status: number
  body: string
  contentType?: string
  /** Never answers. */
  hangs?: boolean
}

/** A request as the server saw it. */
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
  /** Streams of loaded frames, by which they are told to post messages. */
  frames: Set<ServerResponse>
  frameLoads: string[]
  minted: number
}

/** A world where all is well and nothing is unanswered. */
export function createWorld(): World {
  return {
    settings: {
      unanswered: { status: 'live', count: 0, tone: null, epoch: 1, seq: 1, at: '2026-01-02T03:04:05.000Z' },
      capabilities: ['window', 'cardWindow', 'unanswered', 'events'],
      stream: 'open',
      answers: {},
      expiresInMs: null,
      origin: null,
      frame: 'loads',
      clockOffsetMs: 0,
    },
    requests: [],
    streams: new Set(),
    frames: new Set(),
    frameLoads: [],
    minted: 0,
  }
}
