/** Keeps docs/reference/openapi.json: writes it, or says that it no longer fits what is registered. */
import { readFileSync, writeFileSync } from 'node:fs'
import type { Registry } from '#kernel'
import type { Procedure } from '#operations'
import { openApiOf } from './openapi.js'

/** The document as the file holds it. */
export const openApiText = (registry: Registry, version: string, procedures: readonly Procedure[] = []): string =>
  `${JSON.stringify(openApiOf(registry, version, procedures), null, 2)}\n`

export const writeOpenApi = (file: string, text: string): void => writeFileSync(file, text)

/** @returns whether the file holds exactly this text; a missing file does not */
export function verifyOpenApi(file: string, text: string): boolean {
  try {
    return readFileSync(file, 'utf8') === text
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === 'ENOENT') return false
    throw error
  }
}
