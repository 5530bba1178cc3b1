/** What the way in needs first: begun before the application that shows it has come. */
import { cache } from '../../api/questions.js'
import { waysIn } from './asked.js'

export const signInPage = () => import('./sign-in.js').then(({ SignIn }) => SignIn)

export const askSignIn = (): Promise<void> => cache.prefetchQuery(waysIn())
