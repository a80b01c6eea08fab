import { QueryClientProvider } from '@tanstack/react-query'
import { type ReactNode, Suspense, useState } from 'react'
import { BrowserRouter, Navigate, Outlet, Route, Routes } from 'react-router'
import { NotFoundPage } from './layout/NotFoundPage.tsx'
import { createQueryClient } from './requests/createQueryClient.ts'
import { routes } from './routes.ts'
import { LoginPage } from './session/LoginPage.tsx'
import { RequireUser } from './session/RequireUser.tsx'
import { Skeleton } from './ui/Skeleton.tsx'
import { useWords } from './words/speech.ts'

/** The whole CRM. */
export function App(): ReactNode {
  const [queryClient] = useState(createQueryClient)
  return (
    <QueryClientProvider client={queryClient}>
      <BrowserRouter>
        <Routes>
          <Route path="/login" element={<LoginPage />} />
          <Route element={<RequireUser />}>
            <Route index element={<Navigate to="/dashboard" replace />} />
            <Route element={<LoadedPage />}>
              {routes.map(({ path, Page }) => (
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

/** A page whose script may still be loading. */
function LoadedPage(): ReactNode {
  const words = useWords()
  return (
    <Suspense fallback={<Skeleton className="m-5 h-24" label={words.loading} />}>
      <Outlet />
    </Suspense>
  )
}
