/** What the way in asks for. */
import { question } from '../../api/questions.js'

export const waysIn = () => question('/api/v1/sign-in')
