import { queryOptions, useMutation, useQueryClient } from '@tanstack/react-query'
import { type Settings, settingsResponseSchema } from '../../api/settings.ts'
import { syncResponseSchema } from '../../api/sync.ts'
import { webhooksResponseSchema } from '../../api/webhooks.ts'
import { sendRequest } from '../requests/sendRequest.ts'

/** The settings, which everybody's pages follow within a few seconds. */
export function settingsQueryOptions() {
  return queryOptions({
    queryKey: ['settings'],
    queryFn: ({ signal }) => sendRequest({ path: '/settings', schema: settingsResponseSchema, signal }),
    staleTime: 15_000,
    refetchInterval: 15_000,
  })
}

/** Changes the settings, one change after the other. */
export function useChangeSettings() {
  const queryClient = useQueryClient()
  return useMutation({
    scope: { id: 'settings' },
    mutationFn: (body: Settings) =>
      sendRequest({ path: '/settings', method: 'PUT', schema: settingsResponseSchema, body }),
    onSuccess: (settings) => queryClient.setQueryData(settingsQueryOptions().queryKey, settings),
  })
}

/** The latest sync, which is read again every second while it runs. */
export function syncQueryOptions() {
  return queryOptions({
    queryKey: ['sync'],
    queryFn: async ({ signal }) => (await sendRequest({ path: '/sync', schema: syncResponseSchema, signal })).sync,
    refetchInterval: ({ state }) => (state.data?.status === 'running' ? 1_000 : false),
  })
}

/** Starts, resumes or stops the sync. */
export function useRunSync() {
  const queryClient = useQueryClient()
  return useMutation({
    mutationFn: (method: 'POST' | 'DELETE') => sendRequest({ path: '/sync', method, schema: syncResponseSchema }),
    onSuccess: ({ sync }) => queryClient.setQueryData(syncQueryOptions().queryKey, sync),
  })
}

/** The CRM's side of the vendor's webhooks. */
export function webhooksQueryOptions() {
  return queryOptions({
    queryKey: ['webhooks'],
    queryFn: ({ signal }) => sendRequest({ path: '/webhooks', schema: webhooksResponseSchema, signal }),
    refetchInterval: 5_000,
  })
}

/** Registers the address of the webhooks at the vendor again. */
export function useRegisterWebhooks() {
  const queryClient = useQueryClient()
  return useMutation({
    mutationFn: () => sendRequest({ path: '/webhooks', method: 'POST', schema: webhooksResponseSchema }),
    onSuccess: (webhooks) => queryClient.setQueryData(webhooksQueryOptions().queryKey, webhooks),
  })
}
