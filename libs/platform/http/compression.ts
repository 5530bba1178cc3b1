/** Answers are sent compressed to whoever takes them so; live updates are not, since each of them counts by itself. */
import { constants } from 'node:zlib'
import compress from '@fastify/compress'
import type { FastifyInstance } from 'fastify'

/** What is a text and more than a handful of it. */
const types = /^(application\/(problem\+)?json|text\/(html|csv))(;|$)/
const thresholdBytes = 1024

/** Quickly rather than tightly: an answer is packed while somebody waits for it. */
const brotliOptions = { params: { [constants.BROTLI_PARAM_QUALITY]: 4 } }

export function compressAnswers(server: FastifyInstance): void {
  server.register(compress, {
    ...{ global: true, threshold: thresholdBytes, customTypes: types, brotliOptions },
    encodings: ['br', 'gzip'],
    // Bodies come as they are: unpacked they could be of any size.
    requestEncodings: ['identity'],
  })
}
