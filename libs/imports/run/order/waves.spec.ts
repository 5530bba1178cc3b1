/** What may be done side by side, and what has to wait. */
import { expect, it } from '@jest/globals'
import fc from 'fast-check'
import { type WavePlace, wavesOf } from './waves.js'

interface Task extends WavePlace {
  name: number
}

const waves = (...tasks: Omit<Task, 'name'>[]) =>
  wavesOf(
    tasks.map((task, name) => ({ ...task, name })),
    (task) => task,
  ).map((wave) => wave.map(({ name }) => name))

const writing = (...writes: string[]) => ({ writes, refersTo: [] as string[] })
const referring = (to: string, ...writes: string[]) => ({ writes, refersTo: [to] })

it('does together what has nothing to do with each other, and what only refers to the same', () => {
  expect(waves(writing('a'), writing('b'), referring('c', 'd'), referring('c', 'e'))).toEqual([[0, 1, 2, 3]])
})

it('does what writes the same one after the other, and others meanwhile', () => {
  expect(waves(writing('a'), writing('a'), writing('b'), writing('a'))).toEqual([[0, 2], [1], [3]])
})

it('does what refers to something behind what writes it, and what writes it behind those', () => {
  expect(waves(writing('a'), referring('a', 'b'), writing('a'), referring('a', 'c'))).toEqual([[0], [1], [2], [3]])
})

it('keeps the order of everything that is related', () => {
  const stream = fc.constantFrom('a', 'b', 'c', 'd')
  const place = fc.record({ writes: fc.array(stream, { maxLength: 2 }), refersTo: fc.array(stream, { maxLength: 2 }) })
  fc.assert(
    fc.property(fc.array(place, { maxLength: 12 }), (places) => {
      const tasks = places.map((task, name): Task => ({ ...task, name }))
      const dealt = wavesOf(tasks, (task) => task)
      expect(dealt.flat().length).toBe(tasks.length)
      const waveOf = (task: Task) => dealt.findIndex((wave) => wave.includes(task))
      for (const [at, later] of tasks.entries()) {
        for (const earlier of tasks.slice(0, at)) {
          const touches = (one: Task, other: Task) =>
            one.writes.some((name) => other.writes.includes(name) || other.refersTo.includes(name))
          const isRelated = touches(earlier, later) || touches(later, earlier)
          if (isRelated) expect(waveOf(earlier)).toBeLessThan(waveOf(later))
        }
      }
    }),
  )
})
