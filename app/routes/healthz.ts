import { store } from '#app/db/main.server'

/** 200 while the database answers. */
export async function loader() {
  await store.db.$count(store.tables.regions)
  return Response.json({ status: 'ok' }, { headers: { 'Cache-Control': 'no-store' } })
}
