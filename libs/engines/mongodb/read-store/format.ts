/** What a database of read models is written as: it changes with the stored form, and other programs derive theirs anew. */
export const mongoFormat = 1
