import '@crm-chat/react/admin.css'
import type { ReactNode } from 'react'
import { Navigate, Route, Routes } from 'react-router'
import { NotFoundPage } from '../layout/NotFoundPage.tsx'
import { AdminLayout } from './AdminLayout.tsx'
import { adminPages } from './adminPages.ts'

/** The pages for administrators, at their addresses. */
export function AdminPages(): ReactNode {
  return (
    <Routes>
      <Route element={<AdminLayout />}>
        <Route index element={<Navigate to={`/admin/${adminPages[0].path}`} replace />} />
        {adminPages.map(({ path, Page }) => (
          <Route key={path} path={path} element={<Page />} />
        ))}
        <Route path="*" element={<NotFoundPage />} />
      </Route>
    </Routes>
  )
}
