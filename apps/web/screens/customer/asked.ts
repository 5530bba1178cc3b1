/** What the page of a customer asks for. */
import { question } from '../../api/questions.js'
import type { Moment } from '../../past/moment.js'

export const customerAsked = (id: string, moment: Moment) =>
  question('/api/v1/customers/{id}', { path: { id }, query: moment })
