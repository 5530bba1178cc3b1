/** The operations of signing in and out: tokens for programs, sessions for browsers. */
import { type JsonSchema, publishedSchema, schemaOf } from '#kernel'
import { BeginAtProvider } from '../../identity/sessions/session.controller.js'
import { SignIn } from '../../identity/sign-in.controller.js'
import type { InterfaceCode } from '../problems/interface-problems.js'
import { json, problemResponses } from './answers.js'
import { object, ref } from './components.js'
import { type Operation, pathOf } from './operations.js'

const text: JsonSchema = { type: 'string' }
const instant: JsonSchema = { type: 'string', format: 'date-time' }
const demoMember = object({ id: text, name: text, about: text })

const waysToSignIn = object(
  {
    kind: { type: 'string', enum: ['local', 'oidc'] },
    issuer: text,
    begin: { ...text, description: 'Where a browser begins a session with the provider.' },
    members: { type: 'array', items: demoMember },
  },
  ['issuer', 'begin', 'members'],
)
const signedIn = object({ token: text, member: text, expiresAt: instant })
const begunSession = object({
  member: text,
  endsAt: { ...instant, description: 'When it ends however much it is used.' },
})
const endedSession = object(
  { providerSignOut: { ...text, description: 'Where the browser signs out of the provider as well.' } },
  ['providerSignOut'],
)

const signInBody = { required: true, content: json(ref('schemas', 'SignIn')) }
const ofBodies: readonly InterfaceCode[] = ['invalid-input', 'malformed-json', 'sign-in-refused', 'too-many-sign-ins']
const ofProvider: readonly InterfaceCode[] = [
  ...['invalid-input', 'sign-in-refused', 'sign-in-failed', 'subject-unknown'],
  ...['identity-unavailable', 'too-many-sign-ins'],
] as InterfaceCode[]

interface Described {
  id: string
  summary: string
  codes: readonly InterfaceCode[]
  requestBody?: JsonSchema
  parameters?: JsonSchema[]
  schemas?: Record<string, JsonSchema>
}

/** @param done the answer, by its status */
function operation(
  route: string,
  done: JsonSchema,
  { id, summary, codes, schemas = {}, ...more }: Described,
): Operation {
  const [method = '', path = ''] = route.split(' ')
  return {
    path: pathOf(path),
    method,
    schemas,
    operation: {
      ...{ tags: ['sign-in'], security: [], operationId: id, summary, ...more },
      responses: { ...done, ...problemResponses([...codes, 'internal'], {}) },
    },
  }
}

const cookie: JsonSchema = {
  'Set-Cookie': { description: 'Names the session; out of reach for scripts.', schema: text },
}
const answered = (status: number, name: string, headers?: JsonSchema): JsonSchema => ({
  [status]: { description: 'Done.', ...(headers && { headers }), content: json(ref('schemas', name)) },
})
const ledOn = (where: string): JsonSchema => ({ 302: { description: `Leads the browser ${where}.` } })

export const signInOperations = (): Operation[] => [
  operation('get /sign-in', answered(200, 'WaysToSignIn'), {
    id: 'sign-in.ways',
    summary: 'Say how one signs in here.',
    codes: [],
    parameters: [ref('parameters', 'language')],
    schemas: { WaysToSignIn: waysToSignIn },
  }),
  operation('post /sign-in', answered(200, 'SignedIn'), {
    id: 'sign-in',
    summary: 'Get a token on this machine as a demo member or by a link.',
    codes: ofBodies,
    requestBody: signInBody,
    schemas: { SignedIn: signedIn, SignIn: publishedSchema(schemaOf(SignIn)) },
  }),
  operation('post /session', answered(201, 'BegunSession', cookie), {
    id: 'session.begin',
    summary: 'Begin a session of a browser on this machine, as a demo member or by a link.',
    codes: [...ofBodies, 'cross-site-request'],
    requestBody: signInBody,
    schemas: { BegunSession: begunSession },
  }),
  operation('delete /session', answered(200, 'EndedSession', cookie), {
    id: 'session.end',
    summary: 'Sign out; also where no session is.',
    codes: ['cross-site-request'],
    schemas: { EndedSession: endedSession },
  }),
  operation('get /session/provider', ledOn('to the company’s identity provider'), {
    id: 'session.provider',
    summary: 'Begin a session by way of the company’s identity provider.',
    codes: ofProvider,
    parameters: [{ name: 'returnTo', in: 'query', required: false, schema: returnToSchema() }],
  }),
  operation('get /session/callback', ledOn('to where it began, with a session'), {
    id: 'session.callback',
    summary: 'Where the identity provider sends the browser back to.',
    codes: ofProvider,
  }),
]

const returnToSchema = (): JsonSchema =>
  (publishedSchema(schemaOf(BeginAtProvider)) as { properties: { returnTo: JsonSchema } }).properties.returnTo
