import { readFileSync } from 'node:fs'
import { describe, expect, test } from 'vitest'
import * as schema from '#drizzle/schema/index'
import * as floors from './support/floors'
import { importsOf, type Source, sourcesIn } from './support/source-files'

const app = sourcesIn(['app'], /\.(tsx?|mjs)$/)
const everything = [
  ...app,
  ...sourcesIn(['drizzle', 'scripts', 'tests'], /\.(ts|tsx|mjs|js)$/),
  ...['server.mjs', 'vite.config.ts', 'remix.config.js'].map((path) => ({ path, text: readFileSync(path, 'utf8') })),
]

/** A rule, the files it is about, and small files that offend against it, each with the offence. */
type Case = [
  says: string,
  rule: floors.Rule,
  files: Source[],
  offenders: [path: string, text: string, offence: string][],
]

const CASES: Case[] = [
  [
    'every file of app/ stands in a wing, on the ground, among the routes or directly in app/',
    floors.fileStandsInAKnownPlace,
    app,
    [['app/utils/misc.ts', '', 'app/utils/misc.ts']],
  ],
  [
    'imports go down: routes, measure, reach, train, learn, people, ground',
    floors.importsGoDown,
    app,
    [
      ['app/learn/quiz/a.ts', "import '#app/measure/surveys/b'", 'app/learn/quiz/a.ts imports app/measure/surveys/b'],
      [
        'app/people/places/a.ts',
        "import type { B } from '../../learn/b'",
        'app/people/places/a.ts imports app/learn/b',
      ],
      ['app/content/a.ts', "export { b } from '#app/people/places/b'", 'app/content/a.ts imports app/people/places/b'],
      ['app/ui/a.tsx', "const b = await import('#app/frame')", 'app/ui/a.tsx imports app/frame'],
      [
        'app/train/skills/a.ts',
        "import b from '#app/reach/b.server'",
        'app/train/skills/a.ts imports app/reach/b.server',
      ],
    ],
  ],
  [
    'nothing imports routes',
    floors.nothingImportsRoutes,
    app,
    [['app/root.tsx', "import { loader } from './routes/_index'", 'app/root.tsx imports app/routes/_index']],
  ],
  [
    'pure files import no input or output; types are allowed',
    floors.pureFilesDoNoInputOrOutput,
    app,
    [
      ['app/learn/quiz/a.ts', "import { b } from './b.server'", 'app/learn/quiz/a.ts imports app/learn/quiz/b.server'],
      ['app/http/a.ts', "import { type T, b } from '#app/env.server'", 'app/http/a.ts imports app/env.server'],
      ['app/statistics/a.ts', "import { readFileSync } from 'node:fs'", 'app/statistics/a.ts imports node:fs'],
      ['app/content/a.ts', "import { join } from 'path'", 'app/content/a.ts imports path'],
    ],
  ],
  [
    'pure files know no React, but for two contexts and the hook that reads one',
    floors.pureFilesKnowNoReact,
    app,
    [
      ['app/learn/quiz/a.ts', "import { createContext } from 'react'", 'app/learn/quiz/a.ts imports react'],
      ['app/http/nonce.ts', "import { createContext, useState } from 'react'", 'app/http/nonce.ts imports react'],
      ['app/i18n/a.ts', "import { useMemo } from 'react'", 'app/i18n/a.ts imports react'],
    ],
  ],
  [
    'pure files know no clock and no chance',
    floors.pureFilesKnowNoClockAndNoChance,
    app,
    [
      ['app/learn/quiz/a.ts', 'const now = Date.now()', 'app/learn/quiz/a.ts: Date.now'],
      ['app/learn/quiz/b.ts', 'const now = new Date()', 'app/learn/quiz/b.ts: new Date()'],
      ['app/statistics/c.ts', 'const x = Math.random()', 'app/statistics/c.ts: Math.random'],
      ['app/http/d.ts', 'const id = crypto.randomUUID()', 'app/http/d.ts: randomUUID'],
      ['app/http/e.server.ts', "import { v7 } from 'uuid'", 'app/http/e.server.ts imports uuid'],
      ['app/learn/quiz/f.ts', "import { newId } from '#app/db/ids'", 'app/learn/quiz/f.ts imports app/db/ids'],
    ],
  ],
  [
    'what shows imports no input or output; types are allowed',
    floors.whatShowsDoesNoInputOrOutput,
    app,
    [
      [
        'app/learn/quiz/a.tsx',
        "import { b } from './b.server'",
        'app/learn/quiz/a.tsx imports app/learn/quiz/b.server',
      ],
    ],
  ],
  [
    'statistics import statistics only',
    floors.statisticsStandAlone,
    app,
    [
      ['app/statistics/a.ts', "import { z } from 'zod'", 'app/statistics/a.ts imports zod'],
      ['app/statistics/b.ts', "import '#app/content/schema'", 'app/statistics/b.ts imports app/content/schema'],
    ],
  ],
  [
    'ui knows nothing of fire: only React, words, the contexts of a page and itself',
    floors.uiKnowsNothingOfFire,
    app,
    [
      ['app/ui/a.tsx', "import { wordsOf } from '#app/content/words'", 'app/ui/a.tsx imports app/content/words'],
      ['app/ui/b.tsx', "import { useLocation } from '@remix-run/react'", 'app/ui/b.tsx imports @remix-run/react'],
    ],
  ],
  [
    'sheets know nothing of fire: only Node, what unpacks and splits, and themselves',
    floors.sheetsKnowNothingOfFire,
    app,
    [
      ['app/sheets/a.ts', "import { words } from '#app/content/words'", 'app/sheets/a.ts imports app/content/words'],
      ['app/sheets/worker/b.mjs', "import { readFile } from 'node:fs'", 'app/sheets/worker/b.mjs imports node:fs'],
      ['app/sheets/c.server.ts', "import { z } from 'zod'", 'app/sheets/c.server.ts imports zod'],
    ],
  ],
  [
    'threads start in two files, for sheets and for long writes, and plain JavaScript stands only where they run',
    floors.threadsStartInFewPlaces,
    app,
    [
      [
        'app/learn/a.server.ts',
        "import { Worker } from 'node:worker_threads'",
        'app/learn/a.server.ts imports node:worker_threads',
      ],
      [
        'app/sheets/b.server.ts',
        "import { fork } from 'child_process'",
        'app/sheets/b.server.ts imports child_process',
      ],
      ['app/ui/c.mjs', '', 'app/ui/c.mjs'],
    ],
  ],
  [
    'only env.server.ts reads the environment',
    floors.oneFileReadsTheEnvironment,
    app,
    [
      ['app/http/a.server.ts', 'const port = process.env.PORT', 'app/http/a.server.ts: process.env'],
      ['app/db/b.ts', "const port = process['env'].PORT", 'app/db/b.ts: process['],
      ['app/db/c.ts', 'const { env } = process', 'app/db/c.ts: = process'],
    ],
  ],
  [
    '.transaction( stands only in db/',
    floors.transactionsStandInDb,
    app,
    [['app/learn/quiz/a.server.ts', 'store.db.transaction((tx) => tx)', 'app/learn/quiz/a.server.ts: .transaction(']],
  ],
  [
    'only db/search.server.ts speaks the language of full-text search',
    floors.oneFileSpeaksFullText,
    app,
    [
      ['app/learn/search/a.server.ts', 'sql`select bm25(t) from t`', 'app/learn/search/a.server.ts: bm25('],
      ['app/content/b.server.ts', 'sql`select id from t where t match ?`', 'app/content/b.server.ts: match ?'],
    ],
  ],
  [
    '.all( .get( .run( on queries stand only in db/',
    floors.queriesAreAwaitedOutsideDb,
    app,
    [
      ['app/people/a.server.ts', 'const rows = store.db.select().from(t).all()', 'app/people/a.server.ts: .all('],
      [
        'app/people/b.server.ts',
        'const row = store.db.select().from(t).limit(1).get()',
        'app/people/b.server.ts: .get(',
      ],
      ['app/people/c.server.ts', 'tx.insert(t).values(row).run()', 'app/people/c.server.ts: .run('],
      ['app/people/d.server.ts', 'db.run(sql`delete from t`)', 'app/people/d.server.ts: .run('],
    ],
  ],
  [
    'only content/load.server.ts reads content/',
    floors.oneFileReadsContent,
    app,
    [
      [
        'app/learn/a.server.ts',
        "import { readFile } from 'node:fs/promises'",
        'app/learn/a.server.ts imports node:fs/promises',
      ],
      [
        'app/routes/b.ts',
        "import words from '../../content/sources.yaml?raw'",
        'app/routes/b.ts imports content/sources.yaml?raw',
      ],
      ['app/db/c.server.ts', "readFileSync('content/catalog.yaml')", "app/db/c.server.ts: 'content/"],
      [
        'app/learn/d.server.ts',
        "import { readYaml } from '#app/content/read-yaml.server'",
        'app/learn/d.server.ts imports app/content/read-yaml.server',
      ],
    ],
  ],
  [
    'only the routes and the files directly in app/ know the store of the process',
    floors.theStoreIsGiven,
    app,
    [
      [
        'app/learn/quiz/a.server.ts',
        "import { store } from '#app/db/main.server'",
        'app/learn/quiz/a.server.ts imports app/db/main.server',
      ],
    ],
  ],
  [
    'nobody imports the package remix',
    floors.nobodyImportsRemix,
    everything,
    [['app/a.ts', "import { json } from 'remix'", 'app/a.ts imports remix']],
  ],
  [
    'a route has at most 120 lines and any other file of app/ at most 200',
    floors.filesAreShort,
    app,
    [
      ['app/routes/a.tsx', '\n'.repeat(120).concat('x'), 'app/routes/a.tsx has 121 lines; 120 are allowed'],
      ['app/learn/quiz/a.ts', '\n'.repeat(200).concat('x'), 'app/learn/quiz/a.ts has 201 lines; 200 are allowed'],
    ],
  ],
]

describe.each(CASES)('%s', (_, rule, files, offenders) => {
  test('holds', () => {
    expect(files.length).toBeGreaterThan(80)
    expect(rule(files)).toEqual([])
  })

  test.each(offenders)('can fail: %s with %j', (path, text, offence) => {
    expect(rule([{ path, text }])).toEqual([offence])
  })
})

test('a rule lets pass what it allows', () => {
  const allowed: Source[] = [
    {
      path: 'app/learn/quiz/a.ts',
      text: "import type { B } from './b.server'\nconst d = (m: Date) => new Date(m.getTime())",
    },
    { path: 'app/learn/progress/c.server.ts', text: "import { b } from '#app/learn/quiz/b.server'\nheaders.get('x')" },
    { path: 'app/http/d.ts', text: "const known = new Map([['a', 1]]).get('a')\nvoid Promise.all([known])" },
    { path: 'app/routes/e.ts', text: "import { store } from '#app/db/main.server'\nconst now = new Date()" },
  ]
  for (const [, rule] of CASES) expect(rule(allowed)).toEqual([])
})

test('imports are found in every form', () => {
  const text = `import a, { type B, c as d } from './one'
    import * as e from '../two.server'
    import type { F } from '#app/three'
    import { type G } from '#drizzle/schema/index'
    export * from './four.ts'
    const h = () => import('node:fs'); require('five')`
  expect(importsOf({ path: 'app/learn/quiz/x.ts', text })).toEqual([
    { to: 'app/learn/quiz/one', names: ['*', 'c'], isType: false },
    { to: 'app/learn/two.server', names: ['*'], isType: false },
    { to: 'app/three', names: ['F'], isType: true },
    { to: 'drizzle/schema/index', names: [], isType: true },
    { to: 'app/learn/quiz/four', names: [], isType: false },
    { to: 'node:fs', names: [], isType: false },
    { to: 'five', names: [], isType: false },
  ])
})

describe('tables', () => {
  const tables = Object.keys(schema)

  test('each is written by exactly one room', () => {
    expect(floors.writersOf(app, tables)).toEqual({
      accountLinks: ['app/people/accounts'],
      accounts: ['app/people/accounts'],
      accountSessions: ['app/people/accounts'],
      attemptAnswers: ['app/learn/quiz'],
      attemptResults: ['app/learn/quiz'],
      attempts: ['app/learn/quiz'],
      auditEntries: ['app/people/audit'],
      completions: ['app/learn/progress'],
      contentReviewParts: ['app/content'],
      contentReviews: ['app/content'],
      contentVersions: ['app/content'],
      estimates: ['app/measure/awareness'],
      feedback: ['app/reach/feedback'],
      groups: ['app/people/places'],
      guardianConsents: ['app/people/rosters'],
      importRows: ['app/people/rosters'],
      imports: ['app/people/rosters'],
      itemTallies: ['app/learn/quiz'],
      learnerCodes: ['app/people/learners'],
      learnerLinks: ['app/people/learners'],
      learners: ['app/people/learners'],
      memberships: ['app/people/rosters'],
      optionTallies: ['app/learn/quiz'],
      organizations: ['app/people/places'],
      persons: ['app/people/rosters'],
      placeDrafts: ['app/people/places'],
      quizTallies: ['app/learn/quiz'],
      recoveryCodes: ['app/people/accounts'],
      regionPopulations: ['app/people/places'],
      regions: ['app/people/places'],
      signInFailures: ['app/people/accounts'],
      surveyAnswers: ['app/measure/surveys'],
      surveyClusters: ['app/measure/surveys'],
      surveyMappings: ['app/measure/surveys'],
      surveyResponses: ['app/measure/surveys'],
      surveyUnits: ['app/measure/surveys'],
      surveyWaves: ['app/measure/surveys'],
    })
  })

  test('a second writer would be seen, however it names the table', () => {
    const sources = [
      { path: 'app/learn/quiz/a.server.ts', text: 'tx.insert(attempts).values(row)' },
      { path: 'app/reach/b/c.server.ts', text: 'tx.update(store.tables.attempts).set(row); map.delete(regions.id)' },
      { path: 'app/train/d/e.server.ts', text: 'tx.delete(tables.attempts)' },
    ]
    expect(floors.writersOf(sources, ['attempts', 'regions'])).toEqual({
      attempts: ['app/learn/quiz', 'app/reach/b', 'app/train/d'],
      regions: [],
    })
  })
})
