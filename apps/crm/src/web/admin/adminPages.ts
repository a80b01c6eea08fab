import { Cable, Database, Download, type LucideIcon } from 'lucide-react'
import type { ComponentType } from 'react'
import type { Words } from '../words/en.ts'
import { ChannelsPage } from './ChannelsPage.tsx'
import { DataPage } from './DataPage.tsx'
import { ExportPage } from './ExportPage.tsx'

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
]
