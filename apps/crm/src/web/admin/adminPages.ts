import { Cable, Database, Download, type LucideIcon, RefreshCw, SlidersHorizontal, Webhook } from 'lucide-react'
import type { ComponentType } from 'react'
import type { Words } from '../words/en.ts'
import { ChannelsPage } from './ChannelsPage.tsx'
import { DataPage } from './DataPage.tsx'
import { ExportPage } from './ExportPage.tsx'
import { SettingsPage } from './SettingsPage.tsx'
import { SyncPage } from './SyncPage.tsx'
import { WebhooksPage } from './WebhooksPage.tsx'

/** A page for administrators. */
export interface AdminPageEntry {
  /** Below `/admin`. */
  path: string
  name: keyof Words['admin']['pages']
  icon: LucideIcon
  Page: ComponentType
}

/** The pages for administrators, in the order of their navigation. */
export const adminPages: readonly [AdminPageEntry, ...AdminPageEntry[]] = [
  { path: 'channels', name: 'channels', icon: Cable, Page: ChannelsPage },
  { path: 'export', name: 'export', icon: Download, Page: ExportPage },
  { path: 'data', name: 'data', icon: Database, Page: DataPage },
  { path: 'webhooks', name: 'webhooks', icon: Webhook, Page: WebhooksPage },
  { path: 'sync', name: 'sync', icon: RefreshCw, Page: SyncPage },
  { path: 'settings', name: 'settings', icon: SlidersHorizontal, Page: SettingsPage },
]
