/** The whole of Kumppani in one process. */
export {}
