import react from '@vitejs/plugin-react'
import { mergeConfig } from 'vite'
import { library } from '../../vite.library.ts'

const entries = [
  'src/index.ts',
  'src/query/index.ts',
  'src/testing/index.ts',
  'src/testing/playwright/index.ts',
  'src/conversation/index.ts',
  'src/admin/index.ts',
  'src/styles.css',
  'src/conversation.css',
  'src/admin.css',
]

export default mergeConfig(library({ entries, plugins: [react()] }), {
  build: {
    cssCodeSplit: true, // The stylesheets are entries of their own: no component imports them.
    cssMinify: true,
    cssTarget: ['chrome123', 'firefox124', 'safari17.5'], // The first with light-dark().
  },
})
