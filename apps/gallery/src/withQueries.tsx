import type { Decorator } from '@storybook/react-vite'
import { QueryClient, QueryClientProvider } from '@tanstack/react-query'

/** Gives a story a cache of its own, as its components for administrators need one. */
export const withQueries: Decorator = (Story) => (
  <QueryClientProvider client={new QueryClient({ defaultOptions: { queries: { retry: false } } })}>
    <main style={{ maxWidth: '860px', margin: '0 auto', padding: '24px 16px' }}>
      <Story />
    </main>
  </QueryClientProvider>
)
