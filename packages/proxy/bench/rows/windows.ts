import type { Load } from '../load/load.ts'
import type { Kind } from '../load/requests.ts'
import { type Child, startChild } from '../process/startChild.ts'
import type { BareForward } from '../servers/bareForward.ts'
import type { FastifyProxy } from '../servers/fastifyProxy.ts'
import type { HttpProxy3 } from '../servers/httpProxy3.ts'
import type { Httpxy } from '../servers/httpxy.ts'
import type { Ours } from '../servers/ours.ts'
import type { RawHandler } from '../servers/rawHandler.ts'
import type { Vendor } from '../servers/vendor.ts'

type Server = Child<Ours | BareForward | RawHandler | HttpProxy3 | Httpxy | FastifyProxy | Vendor>

/** A server that a request for a window can be sent to. */
export interface Contender {
  server: Server
  url: string
  kind: Kind
}

/** Everything that the rows of `POST /window` compare. */
export interface Windows {
  load: Child<Load>
  vendor: Child<Vendor>
  contenders: Record<ContenderName, Contender>
  stop: () => Promise<void>
}

/** Reverse proxies that forward the request as it is, with the key. */
export const peers = ['http-proxy-3', 'httpxy', '@fastify/http-proxy', 'bare forward'] as const

/** Names of {@link Windows.contenders}. */
export type ContenderName = 'ours' | 'raw handler' | (typeof peers)[number] | 'direct'

/** Starts all contenders before one vendor, each in its own process. */
export async function startWindows(): Promise<Windows> {
  const load = startChild<Load>('load/load.ts')
  const vendor = startChild<Vendor>('servers/vendor.ts')
  const vendorUrl = await vendor.call('start')
  const ours = startChild<Ours>('servers/ours.ts')
  const raw = startChild<RawHandler>('servers/rawHandler.ts')
  const httpProxy3 = startChild<HttpProxy3>('servers/httpProxy3.ts')
  const httpxy = startChild<Httpxy>('servers/httpxy.ts')
  const fastify = startChild<FastifyProxy>('servers/fastifyProxy.ts')
  const bare = startChild<BareForward>('servers/bareForward.ts')
  const contenders: Windows['contenders'] = {
    ours: { server: ours, url: await ours.call('start', { vendorUrl }), kind: 'window' },
    'raw handler': { server: raw, url: await raw.call('start', { vendorUrl }), kind: 'window' },
    'http-proxy-3': { server: httpProxy3, url: await httpProxy3.call('start', { vendorUrl }), kind: 'iframe' },
    httpxy: { server: httpxy, url: await httpxy.call('start', { vendorUrl }), kind: 'iframe' },
    '@fastify/http-proxy': { server: fastify, url: await fastify.call('start', { vendorUrl }), kind: 'iframe' },
    'bare forward': { server: bare, url: await bare.call('start', { vendorUrl }), kind: 'iframe' },
    direct: { server: vendor, url: vendorUrl, kind: 'iframe' },
  }
  return {
    load,
    vendor,
    contenders,
    stop: async () => {
      await Promise.all([load, vendor, ours, raw, httpProxy3, httpxy, fastify, bare].map((child) => child.stop()))
    },
  }
}

/** Names of all contenders. */
export function namesOf({ contenders }: Windows): ContenderName[] {
  return Object.keys(contenders) as ContenderName[] // Object.keys forgets the key type.
}
