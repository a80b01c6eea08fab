import { Agent } from 'node:http'

/** Parameters of every server that stands before the vendor. */
export interface UpstreamParameters {
  vendorUrl: string
}

/** The key that each server adds to what it sends to the vendor. */
export const authorization = 'Basic bench-key'

/** Makes an agent that keeps its connections to the vendor. */
export function createAgent(): Agent {
  return new Agent({ keepAlive: true, maxSockets: 64 })
}
