import { type ComponentType, lazy } from 'react'
import { matchPath } from 'react-router'

const everyday = async () => (await import('./everydayPages.ts')).everydayPages

/** The pages behind the login. Those that few people open are scripts of their own, which are loaded then. */
const pages: { path: string; load: () => Promise<ComponentType> }[] = [
  { path: '/dashboard', load: async () => (await import('./dashboard/DashboardPage.tsx')).DashboardPage },
  { path: '/contacts', load: async () => (await everyday()).ContactsPage },
  { path: '/contacts/:id', load: async () => (await everyday()).ContactPage },
  { path: '/companies', load: async () => (await everyday()).CompaniesPage },
  { path: '/companies/:id', load: async () => (await everyday()).CompanyPage },
  { path: '/deals', load: async () => (await import('./deals/DealsPage.tsx')).DealsPage },
  { path: '/deals/:id', load: async () => (await everyday()).DealPage },
  { path: '/tasks', load: async () => (await everyday()).TasksPage },
  { path: '/chats', load: async () => (await everyday()).ChatsPage },
  { path: '/admin/*', load: async () => (await import('./admin/AdminPages.tsx')).AdminPages },
]

/** The routes of the pages. */
export const routes = pages.map(({ path, load }) => ({
  path,
  Page: lazy(async () => ({ default: await load() })),
}))

/** Loads the script of the page of an address, while the rest of what it needs is still on its way. */
export async function preloadPage(pathname: string): Promise<void> {
  const page = pages.find(({ path }) => matchPath(path, pathname))
  await page?.load().catch(() => undefined) // Whoever shows the page gets the error.
}
