/** Starts the application in the page. */
import '@fontsource-variable/source-sans-3'
import './look/tokens.css'
import './look/base.css'
import { QueryClientProvider } from '@tanstack/react-query'
import { RouterProvider } from '@tanstack/react-router'
import { StrictMode } from 'react'
import { createRoot } from 'react-dom/client'
import { reader } from './api/client.js'
import { cache, me } from './api/questions.js'
import { followTheme, languageExpected } from './shell/preferences.js'
import { router } from './shell/router.js'

const root = document.getElementById('root')
if (!root) throw new Error('the page has no root')
followTheme()
// Who reads, and what the address shows, are asked for together.
reader.language = languageExpected()
void cache.prefetchQuery(me())
// A page that the browser kept is that of whoever read then.
addEventListener('pageshow', ({ persisted }) => persisted && location.reload())
createRoot(root).render(
  <StrictMode>
    <QueryClientProvider client={cache}>
      <RouterProvider router={router} />
    </QueryClientProvider>
  </StrictMode>,
)
