import type { Server } from 'node:http'
import type { ChatProxy } from '../../src/createChatProxy.ts'
import type { FakeClock } from '../createFakeClock.ts'
import type { createLog } from '../createLog.ts'
import type { createPage } from './page.ts'
import type { ConformanceVendor } from './startVendor.ts'

/** A behaviour that is the same in every framework. */
export interface ConformanceCase {
  title: string
  /** Reads bodies before the proxy gets them; for frameworks that can. */
  parsed?: boolean
  /** Compresses responses. */
  compressed?: boolean
  /** Path that the proxy is mounted at. The base path is this and `/chat`. */
  prefix?: string
  /** True for a behaviour of the framework's own paths. */
  forApps?: boolean
  run: (world: World) => Promise<void>
}

/** A behaviour that a test sees from within the server's process only. */
export interface ProcessCase extends Omit<ConformanceCase, 'run'> {
  /** Lets the test decide when time passes. */
  frozen?: boolean
  run: (world: World & InnerWorld) => Promise<void>
}

/** A server with a proxy in it, a page and a vendor. */
export interface World {
  url: string
  basePath: string
  page: ReturnType<typeof createPage>
  vendor: ConformanceVendor
}

/** The inside of that server. */
export interface InnerWorld {
  chat: ChatProxy
  server: Server
  log: ReturnType<typeof createLog>
  /** Stands still, and is the proxy's own, in a case that is `frozen`. */
  clock: FakeClock
}
