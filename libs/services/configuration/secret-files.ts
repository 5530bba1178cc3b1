/** URLs that carry a password, and secrets, may stand in files, so that they are seen in no list of processes and no environment. */
import { isUtf8 } from 'node:buffer'
import { readFileSync } from 'node:fs'
import { EnginesRefused } from '#kernel'

type Environment = Record<string, string | undefined>

const names = ['EVENT_LOG_URL', 'READ_STORE_URL', 'KEYS_URL', 'KUMPPANI_OIDC_CLIENT_SECRET'] as const

/** What `<name>_FILE` names is read, without blanks around it. @throws EnginesRefused `badSetting`; no line repeats a URL */
export function withFilesRead(environment: Environment): Environment {
  const read: Environment = { ...environment }
  for (const name of names) {
    const file = environment[`${name}_FILE`]?.trim()
    if (!file) continue
    if (environment[name]?.trim())
      throw new EnginesRefused('badSetting', `${name} and ${name}_FILE are both set; one of them says what is used`)
    read[name] = urlIn(file, name)
  }
  return read
}

function urlIn(file: string, name: string): string {
  const text = contentOf(file, name).trim()
  if (text && !/\s/.test(text)) return text
  throw new EnginesRefused(
    'badSetting',
    `${name}_FILE names ${file}, which holds no ${name.endsWith('_URL') ? 'URL' : 'secret'}: it is one line`,
  )
}

function contentOf(file: string, name: string): string {
  let bytes: Buffer
  try {
    bytes = readFileSync(file)
  } catch (error) {
    const { code } = error as NodeJS.ErrnoException
    throw new EnginesRefused('badSetting', `${name}_FILE names ${file}, which cannot be read: ${code}`)
  }
  if (!isUtf8(bytes)) throw new EnginesRefused('badSetting', `${name}_FILE names ${file}, which is not UTF-8`)
  return bytes.toString()
}
