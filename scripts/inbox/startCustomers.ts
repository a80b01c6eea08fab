import { playCustomers } from './playCustomers.ts'

/** Starts the demo's customers, who reply to what staff write, unless `DEMO_CUSTOMERS` is `off`. */
export function startCustomers(parameters: { sandboxUrl: string; apiKey: string }): { stop: () => void } {
  const ending = new AbortController()
  if (process.env.DEMO_CUSTOMERS !== 'off') void playCustomers({ ...parameters, signal: ending.signal })
  return { stop: () => ending.abort() }
}
