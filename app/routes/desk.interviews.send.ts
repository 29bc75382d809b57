import type { ActionFunctionArgs } from '@remix-run/node'
import { store } from '#app/db/main.server'
import { badRequest, notFound } from '#app/http/answers'
import { readJson } from '#app/http/form.server'
import { queuedEntry } from '#app/measure/surveys/interview'
import { type Taken, takeQueued } from '#app/measure/surveys/take-queued.server'
import { requireAccount } from '#app/people/accounts/desk-account.server'

const STATUS: Record<Taken, number> = {
  saved: 200,
  already: 200,
  unknownUnit: 404,
  waveClosed: 409,
  unitTaken: 409,
  unknownOption: 409,
  outOfFrame: 409,
}

export const loader = () => notFound()

/** One entry of the queue on an interviewer's phone. The answer says what became of it, and nothing of the survey. */
export async function action({ request }: ActionFunctionArgs) {
  const { account, trail } = await requireAccount(store, request, 'surveys.interview')
  const read = queuedEntry.safeParse(await readJson(request))
  if (!read.success) return badRequest()
  const taken = await takeQueued(store, account, read.data, trail)
  return Response.json({ taken }, { status: STATUS[taken] })
}
