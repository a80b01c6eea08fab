import type { LiveHealth } from './createHub.ts'

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
