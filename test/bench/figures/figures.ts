/** The figures of the bench, in the order of its table. */
import type { Figure } from '../figure.js'
import { rebuild } from './rebuild.js'
import { writing } from './writing.js'

export const figures: readonly Figure[] = [writing, rebuild]
