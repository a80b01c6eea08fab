import { whatomateApp } from '../src/endpoints/index.ts'
import * as wazzupTechEntry from '../src/wazzup-tech/index.ts'
import * as wazzupV2Entry from '../src/wazzup-v2/index.ts'
import * as wazzupV3Entry from '../src/wazzup-v3/index.ts'
import * as webhooksEntry from '../src/webhooks/index.ts'
import * as whatomateEntry from '../src/whatomate/index.ts'
import type { Inventory } from './inventory.ts'
import { wazzupTech } from './wazzupTech.ts'
import { wazzupV2 } from './wazzupV2.ts'
import { wazzupV3 } from './wazzupV3.ts'
import { whatomate } from './whatomate.ts'

/** An entry of this package, what it exports, and what its vendor's documents name. */
export interface Api {
  /** As in `@crm-chat/vendors/<entry>`, and the folder's name. */
  entry: string
  exports: Record<string, unknown>
  items: Inventory['items']
}

/** Every entry of this package. The inventory of webhooks and `whatomateApp` is part of their APIs'. */
export const apis: Api[] = [
  { entry: 'wazzup-v2', exports: { ...webhooksEntry, ...wazzupV2Entry }, items: wazzupV2.items },
  { entry: 'wazzup-v3', exports: { ...webhooksEntry, ...wazzupV3Entry }, items: wazzupV3.items },
  { entry: 'wazzup-tech', exports: { ...webhooksEntry, ...wazzupTechEntry }, items: wazzupTech.items },
  { entry: 'whatomate', exports: { ...webhooksEntry, ...whatomateEntry, whatomateApp }, items: whatomate.items },
  { entry: 'webhooks', exports: webhooksEntry, items: [] },
]
