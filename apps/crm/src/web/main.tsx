import '@crm-chat/react/styles.css'
import './styles.css'
import { StrictMode, startTransition } from 'react'
import { createRoot } from 'react-dom/client'
import { App } from './App.tsx'
import { applyTheme, readTheme } from './layout/theme.ts'
import { preloadPage } from './routes.ts'
import { readLanguage } from './words/languages.ts'
import { speak } from './words/speech.ts'

const root = document.getElementById('root')
if (!root) throw new Error('index.html has no element with the id "root".')
applyTheme(readTheme())
void start(root)

/** Shows the pages. No top-level await: the words of a language import this script's file, which must have finished then. */
async function start(element: HTMLElement): Promise<void> {
  const page = preloadPage(location.pathname)
  await speak(readLanguage()).catch(() => speak('en')) // A language that does not load leaves the pages in English.
  await page
  const app = createRoot(element)
  startTransition(() =>
    app.render(
      <StrictMode>
        <App />
      </StrictMode>,
    ),
  ) // In small steps, between which the browser does what else there is to do.
}
