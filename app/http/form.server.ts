import { badRequest } from './answers'

const FORM_TYPES = ['application/x-www-form-urlencoded', 'multipart/form-data']

/** The form of a request; a body that is no form, or is cut off, is answered with 400. */
export async function readForm(request: Request): Promise<FormData> {
  const type = request.headers.get('Content-Type') ?? ''
  if (!FORM_TYPES.some((known) => type.toLowerCase().startsWith(known))) return badRequest()
  return request.formData().catch(badRequest)
}

/** The text of one field; null when it is missing, repeated or a file. */
export function textField(form: FormData, name: string): string | null {
  const values = form.getAll(name)
  const [value] = values
  return values.length === 1 && typeof value === 'string' ? value : null
}

/** The JSON of a request; anything else is answered with 400. */
export async function readJson(request: Request): Promise<unknown> {
  return request.json().catch(badRequest)
}
