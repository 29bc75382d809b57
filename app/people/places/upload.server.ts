import { textField } from '#app/http/form.server'

/** The bytes of the file that a form brought; null when none was chosen. */
export async function uploadedFile(form: FormData): Promise<Uint8Array | null> {
  const file = form.get('file')
  if (!(file instanceof File) || (file.size === 0 && file.name === '')) return null
  return new Uint8Array(await file.arrayBuffer())
}

/** The draft that a form confirms; null when it brings a file instead. */
export const draftIn = (form: FormData): string | null =>
  textField(form, 'intent') === 'confirm' ? (textField(form, 'draft') ?? '') : null
