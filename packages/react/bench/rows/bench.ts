import type { Browser } from '@playwright/test'
import type { Servers } from '../servers.ts'

/** Settings of a run, and what it runs on. */
export interface Bench {
  rounds: number
  isQuick: boolean
  servers: Servers
  browser: Browser
}
