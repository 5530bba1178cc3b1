/** The operations that no slice brings: corrections, one event, live updates, signing in. */
import { type JsonSchema, type PayloadClass, publishedSchema, schemaOf } from '#kernel'
import { Retraction } from '../requests/correction.js'
import { json, ofCommands, ofQuestions, ofReads, ofWrites, problemResponses } from './answers.js'
import { confirmed, envelopeSchemas, object, readParameters, ref } from './components.js'
import { type Operation, pathOf, pathParameters } from './operations.js'
import { signInOperations } from './sign-in-operations.js'

const text: JsonSchema = { type: 'string' }
const clear = (payload: PayloadClass): JsonSchema => publishedSchema(schemaOf(payload))

function correction(what: 'restatement' | 'retraction', summary: string, body: JsonSchema): Operation {
  const route = `/events/:stream/:eventId/${what}`
  const name = what === 'restatement' ? 'Restatement' : 'Retraction'
  return {
    path: pathOf(route),
    method: 'post',
    schemas: { [name]: body },
    operation: {
      operationId: `events.${what}`,
      summary,
      tags: ['events'],
      parameters: [...pathParameters(route), ref('parameters', 'IdempotencyKey')],
      requestBody: { required: true, content: json(ref('schemas', name)) },
      responses: {
        200: { description: 'Recorded.', content: json(ref('schemas', 'WriteAnswer')) },
        ...problemResponses(ofWrites, ofCommands),
      },
    },
  }
}

/** Why, and whether the caller insists. */
function retracted(): Record<string, JsonSchema> {
  const { properties } = clear(Retraction) as { properties: Record<string, JsonSchema> }
  return { ...properties, confirmed }
}

function restatement(): JsonSchema {
  const payload = {
    type: 'object',
    description: 'The whole new payload of the event; left out, only the time is restated.',
  }
  const optional = ['payload', 'confirmed', ...Object.keys(envelopeSchemas)]
  return object({ payload, ...retracted(), ...envelopeSchemas }, optional)
}

function oneEvent(): Operation {
  const route = '/events/:position'
  return {
    path: pathOf(route),
    method: 'get',
    schemas: {},
    operation: {
      operationId: 'events.show',
      summary: 'Show one event.',
      tags: ['events'],
      parameters: [...pathParameters(route), ...readParameters.map((name) => ref('parameters', name))],
      responses: {
        200: { description: 'The event.', content: json(ref('schemas', 'Event')) },
        ...problemResponses(ofReads, ofQuestions),
      },
    },
  }
}

const lastEventId: JsonSchema = {
  name: 'Last-Event-ID',
  in: 'header',
  description: 'Id of the last message heard: what changed since comes first, or that anything may have.',
  schema: text,
}

function live(route: string, id: string, summary: string): Operation {
  const description =
    'Messages named `changed`, each with `{ position, customer }` or `{ position, contact }`; after one with `{ position }` alone anything may have changed.'
  return {
    path: pathOf(route),
    method: 'get',
    schemas: {},
    operation: {
      operationId: id,
      summary,
      tags: ['live'],
      parameters: [...pathParameters(route), lastEventId],
      responses: {
        200: { description, content: { 'text/event-stream': { schema: text } } },
        ...problemResponses([...ofReads.filter((code) => code !== 'bad-cursor'), 'too-many-streams'], ofQuestions),
      },
    },
  }
}

export const ownOperations = (): Operation[] => [
  correction('restatement', 'Say what an event should have said.', restatement()),
  correction('retraction', 'Take an event back.', object(retracted(), ['confirmed'])),
  oneEvent(),
  live('/changes', 'changes', 'Hear of every change you may see.'),
  live('/customers/:id/live', 'customer.live', 'Hear of the changes of one customer.'),
  ...signInOperations(),
]
