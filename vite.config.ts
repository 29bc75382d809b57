import { vitePlugin as remix } from '@remix-run/dev'
import tailwindcss from '@tailwindcss/vite'
import { defineConfig } from 'vitest/config'
import remixConfig from './remix.config.js'

const isTest = Boolean(process.env.VITEST)

export default defineConfig(({ isSsrBuild }) => ({
  plugins: [tailwindcss(), !isTest && remix(remixConfig)],
  build: {
    // Chrome 61 and iOS 11 are the oldest that load module scripts; older ones use the pages without script. The server
    // is Node: written down for old browsers, its spreads and optional chains would cost a fifth of an import.
    target: isSsrBuild ? 'node20' : 'es2017',
    // A data: URL would be refused by the content security policy.
    assetsInlineLimit: 0,
  },
  test: {
    projects: [
      {
        extends: true,
        test: {
          name: 'fast',
          include: ['tests/{unit,content,db,routes,screens}/**/*.test.{ts,tsx}', 'tests/*.test.ts'],
          env: { DATABASE_FILE: ':memory:', SESSION_SECRET: 'a secret that only the tests use' },
          setupFiles: ['tests/support/fresh-process.ts', 'tests/support/fixed-seed.ts', 'tests/support/no-console.ts'],
          isolate: false,
          maxWorkers: 2,
          // On a busy machine of two cores the tests that read the whole tree take more than the usual five seconds.
          testTimeout: 20_000,
        },
      },
      {
        extends: true,
        test: {
          name: 'browser',
          include: ['tests/browser/**/*.test.ts'],
          // The servers under test have files of their own; this process must not open the installation's.
          env: { DATABASE_FILE: ':memory:' },
          globalSetup: ['tests/support/built.ts'],
          fileParallelism: false,
          testTimeout: 60_000,
          hookTimeout: 60_000,
        },
      },
    ],
  },
}))
