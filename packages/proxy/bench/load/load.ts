import { serveParent } from '../process/serveParent.ts'
import { type Probe, type ProbeParameters, startProbe } from './probe.ts'
import { changeValues, closeRollingTabs, openRollingTabs, takeRolling, waitUntilRight } from './rollingTabs.ts'
import { sendMany } from './sendMany.ts'
import { sendWebhooks } from './sendWebhooks.ts'
import { closeSockets, openSockets, takeCounters } from './sockets.ts'
import { closeTabs, openTabs, takeCounts, waitForFirstValues, waitForValues } from './tabs.ts'

let probe: Probe | undefined

/** The browsers of the bench. */
const methods = {
  sendMany,
  sendWebhooks,
  openTabs,
  closeTabs,
  takeCounts,
  waitForFirstValues,
  waitForValues,
  openRollingTabs,
  changeValues,
  waitUntilRight,
  takeRolling,
  closeRollingTabs,
  openSockets,
  closeSockets,
  takeCounters,
  startProbe(parameters: ProbeParameters): void {
    probe = startProbe(parameters)
  },
  takeLatencies: (): number[] => probe?.take() ?? [],
  stopProbe: async (): Promise<void> => probe?.stop(),
}

export type Load = typeof methods
serveParent(methods)
