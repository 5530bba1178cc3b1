/** A person of a customer's as the server tells of them. */
import type { Answer } from '../../api/questions.js'

export type Person = Answer<'/api/v1/contacts/{id}'>
