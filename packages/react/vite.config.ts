import tailwindcss from '@tailwindcss/vite'
import react from '@vitejs/plugin-react'
import { mergeConfig } from 'vite'
import { library } from '../../vite.library.ts'

export default mergeConfig(
  library({ entries: ['src/index.ts', 'src/styles.css'], plugins: [react(), tailwindcss()] }),
  { build: { cssCodeSplit: true } }, // No component imports the stylesheet: it is a separate entry.
)
