/**
 * The whole site without a network: Remix's own request handler over the very route files, the real entry and a database
 * in memory. What it answers is what leaves the server.
 */
import { UNSAFE_flatRoutes as flatRoutes } from '@remix-run/dev'
import { createRequestHandler, type ServerBuild } from '@remix-run/node'
import * as entry from '#app/entry.server'
import * as root from '#app/root'
import remixConfig from '../../remix.config.js'

type RouteModule = ServerBuild['routes'][string]['module']

const modules = import.meta.glob<RouteModule>('/app/routes/*.{ts,tsx}', { eager: true })
const found = Object.values(flatRoutes('app', [], 'routes'))

/** Every route: its address pattern, and its module with loader and action. */
export const routes = found.map(({ id, path = '', index = false, file }) => {
  const module = modules[`/app/${file}`]
  if (!module) throw new Error(`${file} has no module`)
  return { id, path, index, module }
})

// What the entry would log as our own mistake is kept instead, so that a test can show it.
const faults: unknown[] = []
Object.assign(entry.log, { error: ({ err }: { err: unknown }) => faults.push(err) })

const manifest = Object.fromEntries(
  [{ id: 'root', path: '', index: false, module: root as RouteModule }, ...routes].map(
    ({ id, path, index, module }) => [
      id,
      { id, path, index: index || undefined, module, parentId: id === 'root' ? undefined : 'root' },
    ],
  ),
)

const build: ServerBuild = {
  mode: 'production',
  entry: { module: entry as ServerBuild['entry']['module'] },
  routes: manifest,
  assets: {
    entry: { imports: [], module: '' },
    routes: Object.fromEntries(
      Object.values(manifest).map(({ module, ...route }) => [
        route.id,
        {
          ...route,
          hasAction: 'action' in module,
          hasLoader: 'loader' in module,
          hasClientAction: false,
          hasClientLoader: false,
          hasErrorBoundary: 'ErrorBoundary' in module,
          module: '',
        },
      ]),
    ),
    url: '',
    version: '',
  },
  publicPath: '/',
  assetsBuildDirectory: '',
  future: { ...remixConfig.future, v3_singleFetch: true, v3_lazyRouteDiscovery: true } as ServerBuild['future'],
  isSpaMode: false,
}

const handle = createRequestHandler(build, 'production')

await entry.prepare()

/** Answers a request as the server does. An error that is our own mistake is thrown, so that it fails the test. */
export async function answer(request: Request): Promise<Response> {
  const response = await handle(request, { nonce: 'nonce' })
  const [fault] = faults.splice(0)
  if (fault) throw new Error(`${request.method} ${request.url} failed`, { cause: fault })
  return response
}
