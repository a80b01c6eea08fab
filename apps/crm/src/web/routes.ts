import { type ComponentType, lazy } from 'react'
import { matchPath } from 'react-router'

/** The pages behind the login. Each is a file of its own, which is loaded when the page is opened. */
const pages: { path: string; load: () => Promise<ComponentType> }[] = [
  { path: '/dashboard', load: async () => (await import('./dashboard/DashboardPage.tsx')).DashboardPage },
  { path: '/contacts', load: async () => (await import('./contacts/ContactsPage.tsx')).ContactsPage },
  { path: '/contacts/:id', load: async () => (await import('./contacts/ContactPage.tsx')).ContactPage },
  { path: '/companies', load: async () => (await import('./companies/CompaniesPage.tsx')).CompaniesPage },
  { path: '/companies/:id', load: async () => (await import('./companies/CompanyPage.tsx')).CompanyPage },
  { path: '/deals', load: async () => (await import('./deals/DealsPage.tsx')).DealsPage },
  { path: '/deals/:id', load: async () => (await import('./deals/DealPage.tsx')).DealPage },
  { path: '/tasks', load: async () => (await import('./tasks/TasksPage.tsx')).TasksPage },
  { path: '/chats', load: async () => (await import('./chats/ChatsPage.tsx')).ChatsPage },
  { path: '/admin/*', load: async () => (await import('./admin/AdminPages.tsx')).AdminPages },
]

/** The routes of the pages. */
export const routes = pages.map(({ path, load }) => ({
  path,
  Page: lazy(async () => ({ default: await load() })),
}))

/** Begins to load the page of an address, while the rest of what it needs is still on its way. */
export function preloadPage(pathname: string): void {
  const page = pages.find(({ path }) => matchPath(path, pathname))
  page?.load().catch(() => undefined) // Whoever shows the page gets the error.
}
