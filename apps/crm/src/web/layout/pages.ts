import {
  Building2,
  ChartNoAxesCombined,
  CircleCheckBig,
  Kanban,
  type LucideIcon,
  MessagesSquare,
  Settings2,
  Users,
} from 'lucide-react'
import { mayAdminister } from '../../api/role.ts'
import type { User } from '../../api/user.ts'
import type { Words } from '../words/en.ts'

/** A page of the navigation. */
export interface PageEntry {
  name: keyof Words['nav']
  path: string
  icon: LucideIcon
}

const pages: readonly PageEntry[] = [
  { name: 'dashboard', path: '/dashboard', icon: ChartNoAxesCombined },
  { name: 'contacts', path: '/contacts', icon: Users },
  { name: 'companies', path: '/companies', icon: Building2 },
  { name: 'deals', path: '/deals', icon: Kanban },
  { name: 'tasks', path: '/tasks', icon: CircleCheckBig },
  { name: 'chats', path: '/chats', icon: MessagesSquare },
]

const admin: PageEntry = { name: 'admin', path: '/admin', icon: Settings2 }

/** The pages that a user may open, in the order of the navigation. */
export function pagesOf({ role }: User): readonly PageEntry[] {
  return mayAdminister(role) ? [...pages, admin] : pages
}
