/** What the way in needs first: begun before the application that shows it has come. */

import { cache } from '../../api/questions.js'
import { fetched } from '../../api/unloaded.js'
import { waysIn } from './asked.js'

export const signInPage = () => fetched(import('./sign-in.js')).then(({ SignIn }) => SignIn)

export const askSignIn = (): Promise<void> => cache.prefetchQuery(waysIn())
