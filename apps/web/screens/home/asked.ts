/** What the beginning of a day asks for. */
import { question } from '../../api/questions.js'

/** Rows of each part. */
export const shown = 12

export const changesAsked = () => question('/api/v1/changes/mine', { query: { limit: shown } })
export const promisesAsked = () => question('/api/v1/my/promises', { query: { limit: shown } })
export const visitsAsked = () => question('/api/v1/my/visits')
