import { mkdirSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import { isModuleSlug, moduleScaffold } from '#app/content/scaffold'
import { faultsAfter } from '../support/broken-content'

const DRAWING = '<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 400 300"/>'

/** What an author reads after scaffolding a module into a good catalogue, and after changing its words so. */
const faultsOfNew = (change: (words: string) => string, picture = false): string[] =>
  faultsAfter(({ folder, replace, write }) => {
    const { 'module.yaml': structure, 'zh-CN.yaml': words } = moduleScaffold('grill-safety')
    mkdirSync(join(folder, 'modules/grill-safety/pictures'), { recursive: true })
    writeFileSync(join(folder, 'modules/grill-safety/module.yaml'), structure)
    writeFileSync(join(folder, 'modules/grill-safety/zh-CN.yaml'), change(words))
    if (picture) write('modules/grill-safety/pictures/cover.svg', DRAWING)
    replace('catalog.yaml', 'door', 'door, grill-safety')
  })

test('a new module is not served: the checker names the picture and every place that is still empty', () => {
  const faults = faultsOfNew((words) => words)
  expect(faults.length).toBeGreaterThan(40)
  expect(faults.filter((fault) => fault.includes('grill-safety/zh-CN.yaml')).join('\n')).toContain(
    'This place is empty',
  )
})

test('with its words and its picture filled in, it is whole', () => {
  let number = 0
  const filled = (words: string) =>
    words
      .replace(/- text: ""/, '- picture: { name: cover, alt: 一幅图 }')
      .replaceAll(
        '""',
        () =>
          `"第${'一二三四五六七八九十'[number++ % 10]}句话说明要做的事${'。'.repeat(1 + (number % 3 === 0 ? 1 : 0)).slice(0, 1)}"`,
      )
  expect(faultsOfNew(filled, true)).toEqual([])
})

test('only what can name a module is taken as its name', () => {
  expect(['grill-safety', 'm33'].map(isModuleSlug)).toEqual([true, true])
  expect(['', 'Grill', 'a--b', '../x', '火', 'a b', 'x'.repeat(61)].map(isModuleSlug)).not.toContain(true)
})
