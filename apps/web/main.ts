/** Begins in the page: with what it shows first, while the application that shows it is on its way. */
import '@fontsource-variable/source-sans-3'
import './look/tokens.css'
import './look/base.css'
import './look/stages.css'
import { reader } from './api/client.js'
import { noticeMissingStyles } from './api/unloaded.js'
import { followTheme, languageExpected } from './reader/preferences.js'
import { beginPage } from './shell/begin.js'
import { sayUnloaded } from './shell/later/first.js'

followTheme()
noticeMissingStyles()
reader.language = languageExpected()
// A page that the browser kept is that of whoever read then.
addEventListener('pageshow', ({ persisted }) => persisted && location.reload())
beginPage(location)
import('./shell/application.js').catch(sayUnloaded)
