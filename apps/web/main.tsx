/** Starts the application in the page. */
import '@fontsource-variable/source-sans-3'
import './look/tokens.css'
import './look/base.css'
import { QueryClientProvider } from '@tanstack/react-query'
import { RouterProvider } from '@tanstack/react-router'
import { StrictMode } from 'react'
import { createRoot } from 'react-dom/client'
import { queryClientOf } from './api/questions.js'
import { followTheme } from './shell/preferences.js'
import { router } from './shell/router.js'

const root = document.getElementById('root')
if (!root) throw new Error('the page has no root')
followTheme()
createRoot(root).render(
  <StrictMode>
    <QueryClientProvider client={queryClientOf()}>
      <RouterProvider router={router} />
    </QueryClientProvider>
  </StrictMode>,
)
