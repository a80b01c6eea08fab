import '@crm-chat/react/styles.css'
import '@crm-chat/react/conversation.css'
import '@crm-chat/react/admin.css'
import './styles.css'
import { StrictMode } from 'react'
import { createRoot } from 'react-dom/client'
import { App } from './App.tsx'
import { applyTheme, readTheme } from './layout/theme.ts'

const root = document.getElementById('root')
if (!root) throw new Error('index.html has no element with the id "root".')
applyTheme(readTheme())
createRoot(root).render(
  <StrictMode>
    <App />
  </StrictMode>,
)
