import { expect, test, vi } from 'vitest'

test.fails('a test that prints an error fails', () => {
  // biome-ignore lint/suspicious/noConsole: what is printed here must fail this test
  console.error('something is wrong with %s', 'this')
})

test.fails('a test that prints a warning fails', () => {
  // biome-ignore lint/suspicious/noConsole: what is printed here must fail this test
  console.warn('something may be wrong')
})

test('a test that expects a message puts its own spy on the console', () => {
  const spy = vi.spyOn(console, 'error').mockImplementation(() => undefined)
  // biome-ignore lint/suspicious/noConsole: expected by the next line
  console.error('expected')
  expect(spy).toHaveBeenCalledExactlyOnceWith('expected')
  spy.mockRestore()
})
