/**
 * Makes an unexpected console.error or console.warn fail the test that was running. React, for one, reports real faults
 * that way. Installed before the test file is loaded, so that what its imports print counts too. A test that expects a
 * message puts its own spy on the console.
 */
import { format } from 'node:util'
import { afterEach, expect } from 'vitest'

const printed: string[] = []

for (const level of ['error', 'warn'] as const) {
  console[level] = (...parts: unknown[]) => {
    printed.push(`console.${level}: ${format(...parts)}`)
  }
}

afterEach(() => {
  expect(printed.splice(0), 'nothing may be printed as an error or a warning').toEqual([])
})
