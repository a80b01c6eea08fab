import { QueryClientProvider } from '@tanstack/react-query'
import { lazy, type ReactNode, Suspense, useState } from 'react'
import { BrowserRouter, Navigate, Outlet, Route, Routes } from 'react-router'
import { AdminLayout } from './admin/AdminLayout.tsx'
import { adminPages } from './admin/adminPages.ts'
import { ChatsPage } from './chats/ChatsPage.tsx'
import { CompaniesPage } from './companies/CompaniesPage.tsx'
import { CompanyPage } from './companies/CompanyPage.tsx'
import { ContactPage } from './contacts/ContactPage.tsx'
import { ContactsPage } from './contacts/ContactsPage.tsx'
import { NotFoundPage } from './layout/NotFoundPage.tsx'
import { createQueryClient } from './requests/createQueryClient.ts'
import { LoginPage } from './session/LoginPage.tsx'
import { RequireUser } from './session/RequireUser.tsx'
import { TasksPage } from './tasks/TasksPage.tsx'
import { Skeleton } from './ui/Skeleton.tsx'
import { useWords } from './words/speech.ts'

const DealsPage = lazy(async () => ({ default: (await import('./deals/DealsPage.tsx')).DealsPage }))

/** The whole CRM. */
export function App(): ReactNode {
  const [queryClient] = useState(createQueryClient)
  return (
    <QueryClientProvider client={queryClient}>
      <BrowserRouter>
        <Routes>
          <Route path="/login" element={<LoginPage />} />
          <Route element={<RequireUser />}>
            <Route index element={<Navigate to="/contacts" replace />} />
            <Route path="/contacts" element={<ContactsPage />} />
            <Route path="/contacts/:id" element={<ContactPage />} />
            <Route path="/companies" element={<CompaniesPage />} />
            <Route path="/companies/:id" element={<CompanyPage />} />
            <Route path="/tasks" element={<TasksPage />} />
            <Route element={<LoadedPage />}>
              <Route path="/deals" element={<DealsPage />} />
            </Route>
            <Route path="/chats" element={<ChatsPage />} />
            <Route path="/admin" element={<AdminLayout />}>
              <Route index element={<Navigate to={`/admin/${adminPages[0].path}`} replace />} />
              {adminPages.map(({ path, Page }) => (
                <Route key={path} path={path} element={<Page />} />
              ))}
            </Route>
            <Route path="*" element={<NotFoundPage />} />
          </Route>
        </Routes>
      </BrowserRouter>
    </QueryClientProvider>
  )
}

/** A page with a large library of its own, which is loaded with it. */
function LoadedPage(): ReactNode {
  const words = useWords()
  return (
    <Suspense fallback={<Skeleton className="m-5 h-24" label={words.loading} />}>
      <Outlet />
    </Suspense>
  )
}
