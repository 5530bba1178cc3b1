/** A process of a spec that holds the keys of an answer, by a clock that runs a hundred times as fast. */
import { MongoKeyVault, type MongoVaultOptions } from '#engines/mongodb/key-vault/mongo-key-vault.js'
import { HeldKeys } from '#privacy/held-keys.js'

const { keyId, ...options } = JSON.parse(process.argv[2] ?? '') as MongoVaultOptions & { keyId: string }
const clock = () => performance.now() * 100
const vault = await MongoKeyVault.open({ ...options, mayBegin: false, clock })
let held = new HeldKeys(vault, clock)

function opened(): string {
  try {
    return held.bytesOf(keyId) ? 'opened' : 'erased'
  } catch (error) {
    return (error as Error).name
  }
}

process.on('message', async (asked) => {
  if (asked === 'open anew') {
    held = new HeldKeys(vault, clock)
    await held.fetch([keyId])
  }
  process.send?.(opened())
})
await held.fetch([keyId])
process.send?.('ready')
