/**
 * Texts are read when the application is built: what `defineTexts` is given comes to browsers as the messages that Lingui
 * says, and the reader of texts stays behind.
 */
import { compileMessage } from '@lingui/message-utils/compileMessage'

const reader = '@lingui/message-utils/compileMessage'
const asRead = '\0texts-as-read'

/** @type {import('vite').Plugin} */
export const saidAhead = {
  name: 'said-ahead',
  enforce: 'post',
  resolveId: { order: 'pre', handler: (id) => (id === reader ? asRead : null) },
  load: (id) => (id === asRead ? 'export const compileMessage = (message) => message' : null),
  transform(code, id) {
    if (!/\/web\/.*\.ts$/.test(id) || !/= defineTexts\(\{/.test(code)) return null
    return { code: textsRead(code, textsIn(this.parse(code))), map: null }
  },
}

/** @typedef {{ type: string, start: number, end: number, value?: unknown, [part: string]: unknown }} SourceNode */

/**
 * The values of all texts of a module.
 * @param {unknown} node
 * @returns {SourceNode[]}
 */
function textsIn(node, isText = false) {
  if (Array.isArray(node)) return node.flatMap((each) => textsIn(each, isText))
  if (typeof node !== 'object' || node === null) return []
  const { type, callee, arguments: given } = /** @type {any} */ (node)
  if (type === 'CallExpression' && callee.name === 'defineTexts') return textsIn(given, true)
  if (isText && type === 'Property') return textsIn(/** @type {any} */ (node).value, true)
  if (isText && type !== 'ObjectExpression') return [/** @type {SourceNode} */ (node)]
  return Object.values(node).flatMap((part) => textsIn(part, isText))
}

/**
 * @param {string} code
 * @param {readonly SourceNode[]} texts in the order in which they stand
 * @throws Error when a text is put together instead of written down
 */
function textsRead(code, texts) {
  return texts.toReversed().reduce((read, { start, end, value }) => {
    if (typeof value !== 'string') throw new Error(`a text is no literal: ${code.slice(start, end)}`)
    return read.slice(0, start) + JSON.stringify(compileMessage(value)) + read.slice(end)
  }, code)
}
