/** Which card of a board the arrow keys lead to. */

export interface CardPlace {
  lane: number
  card: number
}

const steps: Readonly<Record<string, CardPlace>> = {
  ArrowDown: { lane: 0, card: 1 },
  ArrowUp: { lane: 0, card: -1 },
  ArrowRight: { lane: 1, card: 0 },
  ArrowLeft: { lane: -1, card: 0 },
}

/**
 * @param lanes how many cards each lane has
 * @returns nothing where the key leads nowhere; lanes without cards are passed over
 */
export function placeBeside(lanes: readonly number[], from: CardPlace, key: string): CardPlace | undefined {
  const step = steps[key]
  if (!step) return undefined
  if (step.lane === 0) {
    const card = from.card + step.card
    return card >= 0 && card < (lanes[from.lane] ?? 0) ? { ...from, card } : undefined
  }
  for (let lane = from.lane + step.lane; lane >= 0 && lane < lanes.length; lane += step.lane) {
    const cards = lanes[lane] ?? 0
    if (cards > 0) return { lane, card: Math.min(from.card, cards - 1) }
  }
  return undefined
}
