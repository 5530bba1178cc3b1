/** The stages of a relationship in their order, by which they stand and are coloured. */
export const stageOrder = ['identified', 'exploratory', 'basic', 'cooperative', 'interdependent', 'integrated'] as const

/** 0 … 5; -1 where it has ended, or is not known. */
export const rankOf = (stage: unknown): number => (stageOrder as readonly unknown[]).indexOf(stage)
