import type { LoaderFunctionArgs } from '@remix-run/node'
import { findModule } from '#app/content/catalog.server'
import { readPicture } from '#app/content/load.server'
import { notFound } from '#app/http/answers'

/** A picture of a module. Its address carries the content version, so it may be kept for good. */
export async function loader({ params }: LoaderFunctionArgs) {
  const module = findModule(params.moduleId) ?? notFound()
  const name = module.pictures.find((known) => known === params.name) ?? notFound()
  return new Response(readPicture(process.cwd(), module.id, name), {
    headers: { 'Content-Type': 'image/svg+xml', 'Cache-Control': 'public, max-age=31536000, immutable' },
  })
}
