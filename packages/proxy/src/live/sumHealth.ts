import type { SharedHealth } from '../processes/sharedState.ts'
import type { LiveHealth } from './createHub.ts'

/** State of a proxy: its live connections, and the place where it meets the other processes of its CRM, if there is one. */
export interface ProxyHealth extends LiveHealth {
  shared?: SharedHealth
}

/** Adds up the states of several hubs, which are opened and shut down together. */
export function sumHealth(all: LiveHealth[]): LiveHealth {
  const sum = (name: Exclude<keyof LiveHealth, 'status'>): number => all.reduce((total, own) => total + own[name], 0)
  return {
    status: all[0]?.status ?? 'live',
    streams: sum('streams'),
    sockets: sum('sockets'),
    users: sum('users'),
    waiting: sum('waiting'),
    silent: sum('silent'),
  }
}
