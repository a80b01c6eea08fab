import { type AdminLabels, type AdminWords, adminWords } from '@crm-chat/core/admin'
import { createContext, useContext, useMemo } from 'react'

/** Carries the words of a component for administrators to its parts. */
export const AdminWordsContext = createContext<AdminWords>(adminWords)

/** The words of the component around. */
export function useAdminWords(): AdminWords {
  return useContext(AdminWordsContext)
}

/** Words of a component, with `labels` of its own before them. */
export function useOwnWords(labels: AdminLabels | undefined): AdminWords {
  return useMemo(() => ({ ...adminWords, ...labels }), [labels])
}
