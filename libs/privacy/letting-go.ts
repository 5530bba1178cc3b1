/** Lets go of keys by what the log says: whoever holds keys for a while follows it, and need not be told. */
import type { FollowedKeys, StoredEvent, Withholding } from '#kernel'

export const lettingGo =
  (vault: Pick<FollowedKeys, 'forgetKeys'>, { destroyedBy }: Pick<Withholding, 'destroyedBy'>) =>
  (event: StoredEvent): void => {
    const keyIds = destroyedBy(event).filter((each) => !each.includes(':'))
    if (keyIds.length > 0) vault.forgetKeys(keyIds)
  }
