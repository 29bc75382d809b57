import { cpSync, mkdirSync } from 'node:fs'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import { type Copy, faultsAfter } from '../support/broken-content'

const MODULE = 'modules/door/module.yaml'
const CHINESE = 'modules/door/zh-CN.yaml'
const ENGLISH = 'modules/door/en.yaml'
const CREATE = 'expected this file. Create it as content/README.md shows.'
const ENTRIES = 'expected entries of the form "name: value". Compare this place with the example in content/README.md.'

test('the good fixture has no fault, so each fault below comes from the one thing broken', () => {
  expect(faultsAfter(() => undefined)).toEqual([])
})

test('a module without English has no fault', () => {
  expect(faultsAfter((content) => content.drop(ENGLISH))).toEqual([])
})

test.each<[string, (content: Copy) => void, string]>([
  ['no catalogue', (c) => c.drop('catalog.yaml'), `content/catalog.yaml: ${CREATE}`],
  ['no list of sources', (c) => c.drop('sources.yaml'), `content/sources.yaml: ${CREATE}`],
  ['no structure', (c) => c.drop(MODULE), `content/modules/door/module.yaml: ${CREATE}`],
  ['no Chinese', (c) => c.drop(CHINESE), `content/modules/door/zh-CN.yaml: ${CREATE}`],
  ['no instrument', (c) => c.drop('surveys/mini/instrument.yaml'), `content/surveys/mini/instrument.yaml: ${CREATE}`],
  ['an empty file', (c) => c.write('catalog.yaml', ''), `content/catalog.yaml: ${ENTRIES}`],
  ['a list where names should be', (c) => c.write('catalog.yaml', '- door'), `content/catalog.yaml: ${ENTRIES}`],
])('%s: the file is named', (_, breakIt, line) => {
  expect(faultsAfter(breakIt)).toEqual([line])
})

test.each<[string, (content: Copy) => void, string]>([
  [
    'a quotation mark that is not closed',
    (c) => c.replace(MODULE, 'at: "44"', 'at: "44'),
    'content/modules/door/module.yaml › line 36: expected well-formed YAML. Missing closing "quote at line 36, column 1.',
  ],
  [
    'one id twice',
    (c) => c.replace(MODULE, 'door-2: {', 'door-1: {'),
    'content/modules/door/module.yaml › line 23: expected well-formed YAML. Map keys must be unique at line 23, column 3.',
  ],
  [
    'a tab',
    (c) => c.replace(CHINESE, '  touch:', '\ttouch:'),
    'content/modules/door/zh-CN.yaml › line 12: expected well-formed YAML. Tabs are not allowed as indentation at line 12, column 1.',
  ],
  [
    'a colon and a space within a sentence',
    (c) => c.replace(CHINESE, 'title: 一扇门', 'title: 第一课: 一扇门'),
    'content/modules/door/zh-CN.yaml › line 1: expected well-formed YAML. Nested mappings are not allowed in compact mappings at line 1, column 8. Put quotes around text with ": " in it.',
  ],
  [
    'bold text at the start of a value',
    (c) => c.replace(CHINESE, '开门之前，**先试**。', '**先试**，再开门。'),
    'content/modules/door/zh-CN.yaml: expected well-formed YAML. Put quotes around the text that begins with *: "**先试**，再开门。".',
  ],
  [
    'GBK in place of UTF-8',
    (c) => c.write(CHINESE, Buffer.from([...Buffer.from('title: '), 0xd2, 0xbb, 0xc9, 0xc8, 0xc3, 0xc5])),
    'content/modules/door/zh-CN.yaml: expected text in UTF-8. Save it again with the encoding UTF-8 (an editor may have written GBK).',
  ],
])('%s: the place and the way out are named', (_, breakIt, line) => {
  expect(faultsAfter(breakIt)).toEqual([line])
})

test('a byte order mark, as Windows writes it, is no fault', () => {
  expect(faultsAfter((c) => c.replace(CHINESE, 'title:', '\ufefftitle:'))).toEqual([])
})

test.each<[string, (content: Copy) => void, string]>([
  [
    'a listed module that does not exist',
    (c) => c.set('catalog.yaml', 'modules', ['door', 'ghost']),
    'content/catalog.yaml › modules: expected modules that exist. Create content/modules/ghost or remove it from this list.',
  ],
  [
    'a module listed twice',
    (c) => c.set('catalog.yaml', 'modules', ['door', 'door']),
    'content/catalog.yaml › modules: expected each module once. Remove the second door.',
  ],
  [
    'an audience with a module that does not exist',
    (c) => c.set('catalog.yaml', 'audiences.resident.suggested', ['ghost']),
    'content/catalog.yaml › audiences.resident: expected modules that exist. Create content/modules/ghost or remove it from this list.',
  ],
  [
    'an audience that must learn nothing',
    (c) => c.set('catalog.yaml', 'audiences.resident.required', []),
    'content/catalog.yaml › audiences.resident.required: expected at least 1 entry. Add what is missing.',
  ],
  [
    'a kind of source that there is not',
    (c) => c.set('sources.yaml', 'fire-law.kind', 'book'),
    'content/sources.yaml › fire-law.kind: expected one of law, standard, guidance, statistics, research, media. Use one of these words exactly.',
  ],
])('%s: the list is named', (_, breakIt, line) => {
  expect(faultsAfter(breakIt)).toEqual([line])
})

test('a folder that the catalogue does not list is named', () => {
  const lines = faultsAfter((c) => {
    cpSync(join(c.folder, 'modules/door'), join(c.folder, 'modules/gate'), { recursive: true })
    for (const file of ['module.yaml', 'zh-CN.yaml', 'en.yaml'])
      for (let n = 1; n <= 14; n++) c.replace(`modules/gate/${file}`, `door-${n}:`, `gate-${n}:`)
    c.set('modules/gate/module.yaml', 'id', 'gate')
  })
  expect(lines).toEqual(['content/catalog.yaml › modules: expected an entry gate. Add gate to the list.'])
})

test('a new folder with nothing in it is told everything that it needs', () => {
  expect(faultsAfter((c) => mkdirSync(join(c.folder, 'modules/gate')))).toEqual([
    `content/modules/gate/module.yaml: ${CREATE}`,
    `content/modules/gate/zh-CN.yaml: ${CREATE}`,
    'content/catalog.yaml › modules: expected an entry gate. Add gate to the list.',
  ])
})

test.each(['modules/my new课', 'modules/Gate', 'surveys/my_survey', 'plans/plan 2'])(
  'a new folder %s is told its name first, and only that',
  (folder) => {
    expect(faultsAfter((c) => mkdirSync(join(c.folder, folder)))).toEqual([
      `content/${folder}: expected the folder's name to be an id: lower-case letters, digits and single hyphens, such as call-119. Rename the folder, and write the same id in its files.`,
    ])
  },
)

test('several faults in several files are all told at once', () => {
  const lines = faultsAfter((c) => {
    c.set(MODULE, 'minutes', 0)
    c.set('sources.yaml', 'fire-law.seen', 'no')
    c.set('surveys/mini/instrument.yaml', 'masteryCut', 101)
  })
  expect(lines.map((line) => line.split(' › ')[0])).toEqual([
    'content/sources.yaml',
    'content/modules/door/module.yaml',
    'content/surveys/mini/instrument.yaml',
  ])
})
