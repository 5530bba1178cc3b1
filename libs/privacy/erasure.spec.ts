/** After an erasure the key is nowhere: not in memory, not in a file, not after a restore. */
import { copyFileSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { DatabaseSync } from 'node:sqlite'
import { setImmediate } from 'node:timers/promises'
import { afterEach, beforeEach, describe, expect, it } from '@jest/globals'
import { openSqliteVault, type SqliteKeyVault } from '#engines/sqlite/key-vault/sqlite-key-vault.js'
import { type KeyOwner, type SealingKey, SubjectErased } from '#kernel'

let folder: string
let open: SqliteKeyVault[]

const keysFile = () => join(folder, 'keys.db')
const erasuresFile = () => join(folder, 'erasures.log')

function openVault(readOnly = false): SqliteKeyVault {
  const vault = openSqliteVault({ file: keysFile(), erasuresFile: erasuresFile(), readOnly })
  open.push(vault)
  return vault
}

beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'kumppani-erasure-'))
  open = []
})

afterEach(async () => {
  for (const vault of open) await vault.close()
})

const contact = (id: number): KeyOwner => `contact:${id}`

describe('destroy', () => {
  it('leaves no part of any destroyed key in any file of the folder, and every other key whole', async () => {
    const vault = openVault()
    const reader = openVault(true)
    const keys: SealingKey[] = []
    for (let batch = 0; batch < 10; batch++) {
      keys.push(...(await Promise.all(Array.from({ length: 200 }, (_, i) => vault.keyFor(contact(batch * 200 + i))))))
      // Pages fill and empty in between, so that whatever moves keys within the file gets to do it.
      for (let id = batch * 200; id < batch * 200 + 200; id++)
        if (id % 3 > 0 && id % 40 < 20) await vault.destroy(contact(id))
    }
    const isDestroyed = (_: SealingKey, id: number) => id % 3 > 0 && id % 40 < 20
    const [destroyed, living] = [keys.filter(isDestroyed), keys.filter((key, id) => !isDestroyed(key, id))]
    expect(destroyed.length).toBeGreaterThan(600)
    expect(destroyed.filter(standsInFiles)).toEqual([])
    expect(destroyed.filter(({ id }) => vault.bytesOf(id) !== null || reader.bytesOf(id) !== null)).toEqual([])
    expect(living.filter((key) => !standsInFiles(key))).toEqual([])
    expect(living.filter(({ id, bytes }) => !vault.bytesOf(id)?.equals(bytes))).toEqual([])
  })

  it('reaches all keys of the subject, and only those', async () => {
    const vault = openVault()
    const [first, other] = await Promise.all([vault.keyFor(contact(1)), vault.keyFor(contact(2))])
    const second = await vault.renew(contact(1))
    await vault.destroy(contact(1))
    expect([first, second].map(({ id }) => vault.bytesOf(id))).toEqual([null, null])
    expect([first, second].filter(standsInFiles)).toEqual([])
    expect(vault.bytesOf(other.id)).toEqual(other.bytes)
    expect([vault.isErased(contact(1)), vault.isErased(contact(2))]).toEqual([true, false])
  })

  it('refuses the subject from then on, also after a restart and in a read-only vault', async () => {
    const vault = openVault()
    const reader = openVault(true)
    await vault.keyFor(contact(1))
    await vault.destroy(contact(1))
    for (const each of [vault, reader, openVault(), openVault(true)]) {
      await expect(each.keyFor(contact(1))).rejects.toThrow(SubjectErased)
      await expect(each.renew(contact(1))).rejects.toThrow(SubjectErased)
    }
  })

  it('turns away those who wait for a key of the subject at that moment', async () => {
    const vault = openVault()
    const [waiting, other] = [vault.keyFor(contact(1)), vault.keyFor(contact(2))]
    const outcome = expect(waiting).rejects.toThrow(SubjectErased)
    await vault.destroy(contact(1))
    await outcome
    expect(vault.bytesOf((await other).id)).toEqual((await other).bytes)
  })

  it('is written down once, however often it is asked for', async () => {
    const vault = openVault()
    const key = await vault.keyFor(contact(1))
    await vault.destroy(contact(1))
    await vault.destroy(contact(1))
    expect(erasures()).toEqual([{ subject: 'contact:1', keys: [key.id], at: expect.any(String) }])
  })

  it('empties the write-ahead log also while a backup is being written', async () => {
    const vault = openVault()
    const key = await vault.keyFor(contact(1))
    const backup = vault.backup(join(folder, 'copy.db'))
    await vault.destroy(contact(1))
    await backup
    rmSync(join(folder, 'copy.db'))
    expect(standsInFiles(key)).toBe(false)
  })

  it('hides the key at once, and waits for a foreign reader to let go of the write-ahead log', async () => {
    const vault = openVault()
    const key = await vault.keyFor(contact(1))
    const reader = new DatabaseSync(keysFile(), { readOnly: true })
    reader.exec('BEGIN; SELECT count(*) FROM key')
    const destroying = vault.destroy(contact(1))
    expect(vault.bytesOf(key.id)).toBeNull()
    await setImmediate()
    expect(standsInFiles(key)).toBe(true)
    reader.close()
    await destroying
    expect(standsInFiles(key)).toBe(false)
  })
})

describe('destroyKey', () => {
  it('destroys that key alone, and the subject gets a new one', async () => {
    const vault = openVault()
    const old = await vault.keyFor(contact(1))
    const current = await vault.renew(contact(1))
    await vault.destroyKey(current.id)
    expect(vault.bytesOf(current.id)).toBeNull()
    expect(standsInFiles(current)).toBe(false)
    expect(vault.bytesOf(old.id)).toEqual(old.bytes)
    const next = await vault.keyFor(contact(1))
    expect([old.id, current.id]).not.toContain(next.id)
    expect(vault.isErased(contact(1))).toBe(false)
  })
})

describe('onDestroyed', () => {
  it('names the keys, for other threads to forget', async () => {
    const vault = openVault()
    const reader = openVault(true)
    const key = await vault.keyFor(contact(1))
    expect(reader.bytesOf(key.id)).toEqual(key.bytes)
    const heard: string[][] = []
    const end = vault.onDestroyed((keyIds) => void heard.push(keyIds))
    await vault.destroy(contact(1))
    end()
    await vault.destroyKey('later')
    expect(heard).toEqual([[key.id]])
    reader.forgetKeys([key.id])
    expect(reader.bytesOf(key.id)).toBeNull()
    await expect(reader.keyFor(contact(1))).rejects.toThrow(SubjectErased)
  })
})

describe('a restored old backup', () => {
  async function restoreFromBeforeErasure() {
    const vault = openVault()
    const keys = await Promise.all([1, 2, 3].map((id) => vault.keyFor(contact(id))))
    const backup = join(mkdtempSync(join(tmpdir(), 'kumppani-backup-')), 'keys.db')
    await vault.backup(backup)
    await vault.destroy(contact(1))
    await vault.destroyKey(String(keys[1]?.id))
    await vault.close()
    for (const end of ['-wal', '-shm']) rmSync(keysFile() + end, { force: true })
    copyFileSync(backup, keysFile())
    expect(keys.map(standsInFiles)).toEqual([true, true, true])
    return keys
  }

  it('is as erased as what it replaced, as soon as it is opened', async () => {
    const keys = await restoreFromBeforeErasure()
    const vault = openVault()
    expect(keys.map(({ id }) => vault.bytesOf(id) !== null)).toEqual([false, false, true])
    expect(keys.map(standsInFiles)).toEqual([false, false, true])
    await expect(vault.keyFor(contact(1))).rejects.toThrow(SubjectErased)
    expect((await vault.keyFor(contact(2))).id).not.toBe(keys[1]?.id)
  })

  it('hides the erased keys from a read-only vault too', async () => {
    const keys = await restoreFromBeforeErasure()
    const reader = openVault(true)
    expect(keys.map(({ id }) => reader.bytesOf(id) !== null)).toEqual([false, false, true])
    await expect(reader.keyFor(contact(1))).rejects.toThrow(SubjectErased)
  })
})

describe('the list of erasures', () => {
  const line = (subject: string) => `${JSON.stringify({ subject, keys: [], at: '2026-03-01T08:00:00.000Z' })}\n`

  it('stops the start when a line cannot be read, and names it', () => {
    writeFileSync(erasuresFile(), `${line('contact:1')}{"subject":7}\n${line('contact:2')}`)
    expect(() => openVault()).toThrow(`${erasuresFile()}, line 2 is not a record of an erasure`)
  })

  it('passes over a last line cut off by a crash, and goes on after what was whole', async () => {
    writeFileSync(erasuresFile(), `${line('contact:1')}{"subject":"contact:3","keys":["${'x'.repeat(200)}`)
    const vault = openVault()
    expect(vault.isErased(contact(1))).toBe(true)
    await vault.destroy(contact(2))
    expect(erasures().map(({ subject }) => subject)).toEqual(['contact:1', 'contact:2'])
  })
})

function erasures(): { subject?: string }[] {
  const lines = readFileSync(erasuresFile(), 'utf8').trimEnd().split('\n')
  return lines.map((each) => JSON.parse(each))
}

/** Whether any 8 bytes of the key, from any multiple of 8, stand anywhere in the folder. */
function standsInFiles({ bytes }: SealingKey): boolean {
  const parts = [0, 8, 16, 24].map((start) => bytes.subarray(start, start + 8))
  return readdirSync(folder).some((name) => {
    const content = readFileSync(join(folder, name))
    return parts.some((part) => content.includes(part))
  })
}
