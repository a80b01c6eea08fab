/** Interval of the heartbeats of an idle stream. Two missed ones mean a dead or buffered stream. */
export const heartbeatMs = 15_000
