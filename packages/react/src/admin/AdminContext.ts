import { type AdminWords, adminWords } from '@crm-chat/core/admin'
import { createContext, useContext } from 'react'

/** Carries the words of a component for administrators to its parts. */
export const AdminWordsContext = createContext<AdminWords>(adminWords)

/** The words of the component around. */
export function useAdminWords(): AdminWords {
  return useContext(AdminWordsContext)
}
