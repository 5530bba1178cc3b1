/** The local issuer's key pair, made once and kept in the data folder for its owner's eyes only. */
import { linkSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { type CryptoKey, exportJWK, generateKeyPair, importJWK, type JWK } from 'jose'

export const LOCAL_ALGORITHM = 'EdDSA'

export interface KeyPair {
  privateKey: CryptoKey
  publicKey: CryptoKey
}

const fileName = 'sign-in-key.json'

/**
 * Reads the pair, or makes one if there is none.
 * @param folder the data folder; must exist
 * @throws Error when the file cannot be used
 */
export async function openKeyPair(folder: string): Promise<KeyPair> {
  const file = join(folder, fileName)
  const jwk = readKey(file) ?? (await makeKey(file))
  const { d: _, ...open } = jwk
  return { privateKey: await asKey(jwk), publicKey: await asKey(open) }
}

async function asKey(jwk: JWK): Promise<CryptoKey> {
  return (await importJWK(jwk, LOCAL_ALGORITHM)) as CryptoKey
}

function readKey(file: string): JWK | undefined {
  try {
    return JSON.parse(readFileSync(file, 'utf8')) as JWK
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === 'ENOENT') return undefined
    throw new Error(`the key ${file} cannot be read; remove it and everybody signs in anew`)
  }
}

/** Linked into place whole: of two processes that begin at once, both end with the first one's key. */
async function makeKey(file: string): Promise<JWK> {
  const { privateKey } = await generateKeyPair(LOCAL_ALGORITHM, { extractable: true })
  const fresh = `${file}.${process.pid}.new`
  writeFileSync(fresh, JSON.stringify(await exportJWK(privateKey)), { mode: 0o600 })
  try {
    linkSync(fresh, file)
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code !== 'EEXIST') throw error
  } finally {
    rmSync(fresh)
  }
  return readKey(file) as JWK
}
