/**
 * The fast tests share two processes: a process of its own for each file spent most of the time on loading the same
 * packages. After a file that opened the process's database the next one begins as in a new process: with app modules of
 * its own and an empty database.
 */
import { vi } from 'vitest'

if ('zhihuoStore' in globalThis) {
  vi.resetModules()
  Reflect.deleteProperty(globalThis, 'zhihuoStore')
  Reflect.deleteProperty(globalThis, 'zhihuoImportQueue')
}
