/** One operation of the API document per procedure. */

import { type JsonSchema, publishedSchema, refusalsAmong, refuse, schemaOf } from '#kernel'
import type { Procedure } from '#operations'
import { pascalCase } from '../routes/registry-routes.js'
import { json, ofProcedures, problemResponses } from './answers.js'
import { ref, shownSchema } from './components.js'
import { type Operation, pathOf, pathParameters } from './operations.js'

export const procedureOperations = (procedures: readonly Procedure[]): Operation[] => procedures.map(operationOf)

const fileBody: JsonSchema = {
  required: true,
  content: { 'application/octet-stream': { schema: { type: 'string', format: 'binary' } } },
}

function operationOf(procedure: Procedure): Operation {
  const [method, route] = procedure.route.split(' ') as [string, string]
  const name = pascalCase(procedure.name)
  const body = publishedSchema(schemaOf(procedure.payload))
  const hasBody = Object.keys(body.properties as JsonSchema).length > 0
  const requestBody: JsonSchema = {
    required: (body.required as string[]).length > 0,
    content: json(ref('schemas', name)),
  }
  const takes = procedure.takesFile ? 'file' : method === 'GET' ? 'nothing' : 'json'
  return {
    path: pathOf(route),
    method: method.toLowerCase(),
    schemas: { [`${name}Answer`]: shownSchema(procedure.answer), ...(hasBody && { [name]: body }) },
    operation: {
      operationId: procedure.name,
      summary: procedure.about,
      tags: ['installation'],
      parameters: [...pathParameters(route), ref('parameters', 'language'), ref('parameters', 'words')],
      ...(hasBody && { requestBody }),
      ...(procedure.takesFile && { requestBody: fileBody }),
      responses: {
        200: { description: 'Done.', content: json(ref('schemas', `${name}Answer`)) },
        ...problemResponses(ofProcedures(takes), { ...refusalsAmong(refuse, 'not-allowed'), ...procedure.refusals }),
      },
    },
  }
}
