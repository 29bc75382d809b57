import { existsSync } from 'node:fs'
import type { VitePluginConfig } from '@remix-run/dev'
import { expect, test } from 'vitest'
import remixConfig from '../../remix.config.js'

/** What Remix's Vite plugin reads of our options, kept complete by the type. It passes over other keys without a word. */
const readByThePlugin = {
  appDirectory: true,
  basename: true,
  buildDirectory: true,
  buildEnd: true,
  future: true,
  ignoredRouteFiles: true,
  manifest: true,
  presets: true,
  routes: true,
  serverBuildFile: true,
  serverBundles: true,
  serverModuleFormat: true,
  ssr: true,
} satisfies Record<keyof VitePluginConfig, true>

const unread = (config: object) => Object.keys(config).filter((key) => !(key in readByThePlugin))

test('every key of remix.config.js is one that the Vite plugin reads', () => {
  expect(Object.keys(remixConfig).length).toBeGreaterThan(0)
  expect(unread(remixConfig)).toEqual([])
})

test.each([
  'tailwind',
  'postcss',
  'mdx',
  'serverBuildPath',
  'serverBuildTarget',
  'assetsBuildDirectory',
  'browserNodeBuiltinsPolyfill',
  'serverDependenciesToBundle',
  'serverMinify',
  'watchPaths',
])('%s belongs to the classic compiler and would be passed over', (key) => {
  expect(unread({ [key]: true })).toEqual([key])
})

test('the directories that it names are ours', () => {
  expect(existsSync(remixConfig.appDirectory ?? '')).toBe(true)
  expect(remixConfig.buildDirectory).toBe('build')
})
